import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import type {
  NodeSelection,
  NodeTree,
  RelationshipSelection,
  RelationshipTree,
} from '../../store/read-plan.ts';
import type { ApiContext } from '../context.ts';
import { fail } from '../failures.ts';

/** Reads of a node what always comes and nothing more. */
export const bareNode: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

/** The id, or BAD_ID where the text is none. */
export function readNodeId(text: string): NodeId {
  return parseNodeId(text) ?? fail('BAD_ID', `“${text.slice(0, 60)}” is not the id of a node.`);
}

export function readRelationshipId(text: string): RelationshipId {
  return (
    parseRelationshipId(text) ?? fail('BAD_ID', `“${text.slice(0, 60)}” is not the id of a relationship.`)
  );
}

/** The ids, at most `limit`, or BAD_RANGE. */
export function readNodeIds(texts: readonly string[], limit: number): readonly NodeId[] {
  if (texts.length > limit) fail('BAD_RANGE', `At most ${limit} ids may be given.`);
  return [...new Set(texts)].map(readNodeId);
}

/** Nodes by id, those that are there, in the order of the ids; an id that was merged brings the survivor. */
export async function fetchNodes(
  context: ApiContext,
  ids: readonly NodeId[],
  select: NodeSelection | null,
): Promise<readonly NodeTree[]> {
  return [...new Set((await fetchNodesByAnyId(context, ids, select)).values())];
}

/** The same by the id that each was asked for by. The store is asked about merges only where an id is no node's. */
export async function fetchNodesByAnyId(
  { store, signal }: ApiContext,
  ids: readonly NodeId[],
  select: NodeSelection | null,
): Promise<ReadonlyMap<NodeId, NodeTree>> {
  const read = async (wanted: readonly NodeId[]) => {
    if (wanted.length === 0) return new Map<NodeId, NodeTree>();
    const plan = { kind: 'nodesById', ids: wanted, select: select ?? bareNode } as const;
    const { nodes } = await store.read(plan, signal ? { signal } : {});
    return new Map(nodes.map((tree) => [tree.node.id, tree]));
  };
  const found = await read(ids);
  const absent = ids.filter((id) => !found.has(id));
  if (absent.length === 0) return found;
  const survivors = await store.survivors(absent);
  const further = await read([...new Set(survivors.values())].filter((id) => !found.has(id)));
  const byAnyId = new Map<NodeId, NodeTree>();
  for (const id of ids) {
    const survivor = survivors.get(id) ?? id;
    const tree = found.get(survivor) ?? further.get(survivor);
    if (tree) byAnyId.set(id, tree);
  }
  return byAnyId;
}

/** Relationships by id, those that are there, in the order of the ids. */
export async function fetchRelationships(
  { store, signal }: ApiContext,
  ids: readonly RelationshipId[],
  select: RelationshipSelection,
): Promise<readonly RelationshipTree[]> {
  if (ids.length === 0) return [];
  const plan = { kind: 'relationshipsById', ids, select } as const;
  return (await store.read(plan, signal ? { signal } : {})).relationships;
}

/** Trees by id, for putting them where an algorithm named them. */
export function indexTrees(nodes: readonly NodeTree[], relationships: readonly RelationshipTree[]) {
  return {
    nodes: new Map<NodeId, NodeTree>(nodes.map((tree) => [tree.node.id, tree])),
    relationships: new Map<RelationshipId, RelationshipTree>(
      relationships.map((tree) => [tree.relationship.id, tree]),
    ),
  };
}
