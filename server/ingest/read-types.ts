import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** The types of these nodes; those that are not in the graph are left out. */
export async function readTypes(
  ids: ReadonlySet<NodeId>,
  store: GraphStore,
): Promise<ReadonlyMap<NodeId, NodeType>> {
  if (ids.size === 0) return new Map();
  const select = { properties: [], evidence: null, statements: null, counts: false, branches: [] };
  const { nodes } = await store.read({ kind: 'nodesById', ids: [...ids], select });
  return new Map(nodes.flatMap((tree) => (tree ? [[tree.node.id, tree.node.type] as const] : [])));
}
