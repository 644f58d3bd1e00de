import type { NodeId } from '../../../schema/ids.ts';
import type { LayoutTask } from './layout-task.ts';

type Relationships = LayoutTask['relationships'];

const indexes = new WeakMap<Relationships, ReadonlyMap<NodeId, readonly NodeId[]>>();

/** The nodes at the other ends of a node's relationships, in the order of the task; kept for as long as the task. */
export function neighboursOf({ relationships }: LayoutTask, id: NodeId): readonly NodeId[] {
  let index = indexes.get(relationships);
  if (!index) {
    index = indexEnds(relationships);
    indexes.set(relationships, index);
  }
  return index.get(id) ?? [];
}

function indexEnds(relationships: Relationships): ReadonlyMap<NodeId, readonly NodeId[]> {
  const index = new Map<NodeId, NodeId[]>();
  const note = (id: NodeId, far: NodeId) => {
    const known = index.get(id);
    if (known) known.push(far);
    else index.set(id, [far]);
  };
  for (const { from, to } of relationships) {
    note(from, to);
    if (from !== to) note(to, from);
  }
  return index;
}
