import type { NodeId } from '../../../../schema/ids.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { neighboursOf } from '../neighbours-of.ts';

/** The level of a node, counted from the top, and where in it the node would stand if nothing were in its way. */
export interface WantedInLevel {
  readonly level: number;
  readonly want: number;
}

/** How often each level is put in the order of what its nodes are related to, down and up by turns. */
const SWEEPS = 8;

/**
 * Levels for a view that is too large for dagre, in a time that grows with it and no faster: each node stands below
 * all that leads to it (a relationship that would close a circle is passed over), and the order in a level follows the
 * middle of what a node is related to in the others (Sugiyama, Tagawa and Toda 1981).
 */
export function orderPlainly(task: LayoutTask, gap: number): ReadonlyMap<NodeId, WantedInLevel> {
  const levels = rankNodes(task);
  const rows: LayoutNode[][] = [];
  for (const node of task.nodes) {
    const level = levels.get(node.id) ?? 0;
    rows[level] ??= [];
    rows[level].push(node);
  }
  const wants = new Map<NodeId, number>();
  for (const row of rows) spread(row ?? [], gap, wants);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = sweep % 2 === 0 ? rows : [...rows].reverse();
    for (const row of order) {
      const middles = new Map((row ?? []).map(({ id }) => [id, middleOf(task, id, wants)]));
      row?.sort((a, b) => (middles.get(a.id) ?? 0) - (middles.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
      spread(row ?? [], gap, wants);
    }
  }
  return new Map(task.nodes.map(({ id }) => [id, { level: levels.get(id) ?? 0, want: wants.get(id) ?? 0 }]));
}

/** The longest way that leads to each node, in steps. */
function rankNodes({ nodes, relationships }: LayoutTask): ReadonlyMap<NodeId, number> {
  const below = new Map<NodeId, NodeId[]>();
  for (const { from, to } of relationships) {
    const known = below.get(from);
    if (known) known.push(to);
    else below.set(from, [to]);
  }
  const order = orderFromTop(
    nodes.map(({ id }) => id),
    below,
  );
  const place = new Map(order.map((id, index) => [id, index]));
  const levels = new Map<NodeId, number>();
  for (const id of order) {
    const level = levels.get(id) ?? 0;
    levels.set(id, level);
    // What leads back up, or to the node itself, would close a circle.
    for (const far of below.get(id) ?? [])
      if ((place.get(far) ?? -1) > (place.get(id) ?? 0))
        levels.set(far, Math.max(levels.get(far) ?? 0, level + 1));
  }
  return levels;
}

/** Each node before those that it leads to, but for circles: the reverse of the order in which a search leaves them. */
function orderFromTop(
  ids: readonly NodeId[],
  below: ReadonlyMap<NodeId, readonly NodeId[]>,
): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const left: NodeId[] = [];
  for (const start of ids) {
    if (seen.has(start)) continue;
    seen.add(start);
    const way = [{ id: start, next: 0 }];
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const far = below.get(last.id)?.[last.next];
      last.next += 1;
      if (far === undefined) left.push(way.pop()?.id ?? last.id);
      else if (!seen.has(far)) {
        seen.add(far);
        way.push({ id: far, next: 0 });
      }
    }
  }
  return left.reverse();
}

/** Sets a row close around 0, in its order. */
function spread(row: readonly LayoutNode[], gap: number, wants: Map<NodeId, number>): void {
  const total = row.reduce((sum, { box }) => sum + box.left + box.right + gap, 0);
  let edge = -total / 2;
  for (const { id, box } of row) {
    wants.set(id, edge + box.left);
    edge += box.left + box.right + gap;
  }
}

function middleOf(task: LayoutTask, id: NodeId, wants: ReadonlyMap<NodeId, number>): number {
  const far = neighboursOf(task, id);
  if (far.length === 0) return wants.get(id) ?? 0;
  return far.reduce((sum, each) => sum + (wants.get(each) ?? 0), 0) / far.length;
}
