import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { GraphStore, LastChange } from '../store/graph-store.ts';

/** What a store holds where a seed is to go. */
export interface PresentRecords {
  /** Records of the seed that are there, and those around them on which derived values and disputes depend. */
  readonly records: GraphRecords;
  /** Who touched the seed's records last, removed ones included. */
  readonly lastChanges: ReadonlyMap<string, LastChange>;
  /** Records that the seed brought when it was loaded before. */
  readonly earlier: readonly (NodeId | RelationshipId)[];
}

/** Relationships over which dates are derived and judgements compared. */
const LEANED_ON: readonly RelationshipType[] = ['JUDGED', 'FOUND', 'RECOMMENDED', 'QUOTED_IN', 'STATED'];
const ADJACENT_LIMIT = 10_000;

/** Reads what is there of a seed's records, of those that it brought before, and of what derived values lean on. */
export async function readPresent(
  store: GraphStore,
  seed: GraphRecords,
  earlierIds: readonly string[],
): Promise<PresentRecords> {
  const earlier = earlierIds.flatMap((id) => parseNodeId(id) ?? parseRelationshipId(id) ?? []);
  const nodes = seed.nodes.map(({ id }) => id);
  const ids = new Set([...nodes, ...seed.relationships.map(({ id }) => id), ...earlier]);
  const lastChanges = await store.lastChanges([...ids]);
  // A record that nobody ever touched is not there, so that a first load into an empty store reads no more.
  if (lastChanges.size === 0)
    return { records: { nodes: [], relationships: [], evidence: [], statements: [] }, lastChanges, earlier };
  const around = await store.adjacent({ of: nodes, types: LEANED_ON, among: false, limit: ADJACENT_LIMIT });
  if (around.truncated)
    throw new RangeError(`the seed's nodes have more than ${ADJACENT_LIMIT} relationships in the store`);
  for (const { id, from, to } of around.relationships) for (const each of [id, from, to]) ids.add(each);
  const found = await store.records([...ids]);
  const documents = found.evidence.flatMap(({ document }) =>
    document && !ids.has(document) ? [document] : [],
  );
  const further = await store.records([...new Set(documents)]);
  const records = {
    nodes: [...found.nodes, ...further.nodes],
    relationships: found.relationships,
    evidence: [...found.evidence, ...further.evidence],
    statements: [...found.statements, ...further.statements],
  };
  return { records, lastChanges, earlier };
}
