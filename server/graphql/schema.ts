import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { addWhereInputs } from './lists/where-inputs.ts';
import { addCancelReversal } from './mutations/cancel-reversal.ts';
import { addChangeEntity } from './mutations/change-entity.ts';
import { addChangeRelationship } from './mutations/change-relationship.ts';
import { addCreateEntity } from './mutations/create-entity.ts';
import { addProblemTypes } from './mutations/frame/problems.ts';
import { addEvidenceInput } from './mutations/inputs/evidence-input.ts';
import { addPropertyInputs } from './mutations/inputs/property-inputs.ts';
import { addSeenInput } from './mutations/inputs/seen-input.ts';
import { addLinkQuote } from './mutations/link-quote.ts';
import { addMergeEntities } from './mutations/merge-entities.ts';
import { addRecordJudgement } from './mutations/record-judgement.ts';
import { addRelate } from './mutations/relate.ts';
import { addRemoveEntity } from './mutations/remove-entity.ts';
import { addRevertChange } from './mutations/revert-change.ts';
import { addSettleJudgement } from './mutations/settle-judgement.ts';
import { addSettleStatement } from './mutations/settle-statement.ts';
import { addUnrelate } from './mutations/unrelate.ts';
import { addGraphChanged } from './subscriptions/graph-changed.ts';
import { addEntityTypes } from './types/entity.ts';
import { addEvidenceTypes } from './types/evidence.ts';
import { addFacets } from './types/facets.ts';
import { addGraphQuestions } from './types/graph-questions.ts';
import { addHistory } from './types/history.ts';
import { addJournal } from './types/journal.ts';
import { addLookUps } from './types/look-ups.ts';
import { addNeighbourFields, addNeighbourTypes } from './types/neighbours.ts';
import { addNodeLists } from './types/node-lists.ts';
import { addPaths } from './types/paths.ts';
import { addPostsThen } from './types/posts-then.ts';
import { addRelationshipType } from './types/relationship.ts';
import { addReversals } from './types/reversal.ts';
import { addSearch } from './types/search.ts';
import { addStartingViews } from './types/starting-views.ts';
import { addSupports } from './types/supports.ts';
import { addTimeline } from './types/timeline.ts';
import { addViewer } from './types/viewer.ts';

let made: GraphQLSchema | null = null;

/** The schema of the API, made once: each part adds its types and its fields of the root. */
export function apiSchema(): GraphQLSchema {
  made ??= makeSchema();
  return made;
}

function makeSchema(): GraphQLSchema {
  addWhereInputs();
  addEvidenceTypes();
  addRelationshipType();
  addNeighbourTypes();
  addEntityTypes();
  addPostsThen();
  addSupports();
  addLookUps();
  addNodeLists();
  addSearch();
  addNeighbourFields();
  addPaths();
  addGraphQuestions();
  addTimeline();
  addFacets();
  addStartingViews();
  addJournal();
  addHistory();
  addReversals();
  addGraphChanged();
  addViewer();
  addMutations();
  return builder.toSchema();
}

function addMutations(): void {
  addProblemTypes();
  addEvidenceInput();
  addSeenInput();
  addPropertyInputs();
  addLinkQuote();
  addCreateEntity();
  addChangeEntity();
  addRemoveEntity();
  addRelate();
  addChangeRelationship();
  addUnrelate();
  addRecordJudgement();
  addSettleStatement();
  addSettleJudgement();
  addMergeEntities();
  addRevertChange();
  addCancelReversal();
}
