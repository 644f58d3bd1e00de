import type { NodeId } from '../../../schema/ids.ts';

/**
 * Documents so that each comes after those that its evidence is in, as lists of those that must come together since
 * they cite each other. `cites` may name others too. By the algorithm of Tarjan, with a stack of its own, as a chain
 * may be long.
 */
export function orderByCitation(
  cites: ReadonlyMap<NodeId, readonly NodeId[]>,
): readonly (readonly NodeId[])[] {
  const groups: NodeId[][] = [];
  const seen = new Map<NodeId, { readonly at: number; low: number; open: boolean }>();
  const open: NodeId[] = [];
  for (const root of cites.keys()) {
    const way = seen.has(root) ? [] : [enter(root)];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.left.pop();
      if (next !== undefined) {
        const known = seen.get(next);
        if (!known) way.push(enter(next));
        else if (known.open) step.mark.low = Math.min(step.mark.low, known.at);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) above.mark.low = Math.min(above.mark.low, step.mark.low);
      if (step.mark.low === step.mark.at) groups.push(close(step.id));
    }
  }
  return groups;

  function enter(id: NodeId) {
    const mark = { at: seen.size, low: seen.size, open: true };
    seen.set(id, mark);
    open.push(id);
    return { id, mark, left: (cites.get(id) ?? []).filter((other) => cites.has(other)) };
  }

  function close(root: NodeId): NodeId[] {
    const group = open.splice(open.lastIndexOf(root));
    for (const id of group) {
      const mark = seen.get(id);
      if (mark) mark.open = false;
    }
    return group;
  }
}
