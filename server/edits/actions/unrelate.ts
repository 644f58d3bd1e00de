import type { RelationshipId } from '../../../schema/ids.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { type Edit, missing, refused } from '../edit.ts';

export interface UnrelateInput {
  readonly relationship: RelationshipId;
  readonly expectedVersion: number;
}

/** Takes a relationship out of the graph, with its evidence and statements; its ends stay. */
export function* unrelate({ relationship, expectedVersion }: UnrelateInput): Edit {
  const known = new KnownGraph();
  yield* known.readRecords([relationship]);
  const group = known.get(relationship);
  if (!group) return refused(missing('relationship', relationship, 'relationship'));
  const conflict = conflictWith(group, relationship, expectedVersion);
  if (conflict) return refused(conflict);
  const draft = new DraftBuilder(known);
  draft.remove(relationship);
  return draft.result();
}
