import type { NodeId } from '../../schema/ids.ts';

/** Merges of merges that are followed; a person merges an entity a few times at most. */
const STEP_LIMIT = 50;

/** Follows ids to the nodes that stand for them, one step of all of them at a time, as the adapter reads a step. */
export async function followRedirects(
  ids: readonly NodeId[],
  readStep: (ids: readonly NodeId[]) => Promise<ReadonlyMap<NodeId, NodeId>>,
): Promise<ReadonlyMap<NodeId, NodeId>> {
  const found = new Map<NodeId, NodeId>();
  let open = new Map(ids.map((id) => [id, id]));
  for (let step = 0; open.size > 0 && step < STEP_LIMIT; step++) {
    const next = await readStep([...new Set(open.values())]);
    const moved = new Map<NodeId, NodeId>();
    for (const [id, at] of open) {
      const to = next.get(at);
      if (to) moved.set(id, to);
    }
    for (const [id, to] of moved) found.set(id, to);
    open = moved;
  }
  return found;
}
