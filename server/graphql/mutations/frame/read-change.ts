import { parseNodeId, parseRelationshipId } from '../../../../schema/ids.ts';
import type { RecordId } from '../../../edits/asking.ts';
import type { EditOutcome } from '../../../jobs/editor.ts';
import type { NodeTree, RelationshipTree } from '../../../store/read-plan.ts';
import type { ApiContext } from '../../context.ts';
import { fetchNodes, fetchRelationships } from '../../plan/node-selections.ts';
import { bareRelationship } from '../../plan/plan-branch.ts';
import type { Ask } from '../../plan/reads.ts';

export type RecordTree = NodeTree | RelationshipTree;

/** What a mutation shows of a change; the journal has all of it. */
const SHOWN_LIMIT = 200;

/** A change lists nodes before relationships, and of each sort first those that it was made for. */
export type AboutSort = 'node' | 'relationship' | 'any';

export interface ChangeRead {
  /** The record that the action is about: the first of its sort. */
  readonly about: RecordId | null;
  readonly ids: readonly RecordId[];
  readonly removed: readonly RecordId[];
  readonly count: number;
}

/** The records of a change, out of the journal: a request that is repeated gets the answer of the first time. */
export async function readChange(
  { store }: ApiContext,
  outcome: Exclude<EditOutcome, { kind: 'problems' | 'too large' }>,
  sort: AboutSort,
): Promise<ChangeRead> {
  if (outcome.kind === 'unchanged') return { about: outcome.about, ids: [], removed: [], count: 0 };
  const { sequence } = outcome;
  const items = await store.journalItems({ sequence, after: -1, limit: SHOWN_LIMIT });
  const [entry] = await store.journal({ after: sequence - 1, limit: 1 });
  const ids = items.flatMap(({ record, after }) => (after ? [record] : []));
  return {
    about:
      ids.find((id) => sort === 'any' || (parseRelationshipId(id) !== null) === (sort === 'relationship')) ??
      null,
    ids,
    removed: items.flatMap(({ record, after }) => (after ? [] : [record])),
    count: entry?.items ?? items.length,
  };
}

/** Records by id as they are selected at these ways; those that are not there are left out. */
export async function readTrees(
  context: ApiContext,
  ids: readonly string[],
  ask: Ask,
  ways: readonly (readonly string[])[],
): Promise<readonly RecordTree[]> {
  if (!ways.some((way) => ask.selects(...way))) return [];
  const distinct = [...new Set(ids)];
  const nodes = distinct.flatMap((id) => parseNodeId(id) ?? []);
  const relationships = distinct.flatMap((id) => parseRelationshipId(id) ?? []);
  const [nodeTrees, relationshipTrees] = await Promise.all([
    fetchNodes(context, nodes, ask.nodes(...ways)),
    fetchRelationships(context, relationships, ask.relationships(...ways) ?? bareRelationship),
  ]);
  return [...nodeTrees, ...relationshipTrees];
}
