import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode } from '../layout-task.ts';

/** Between two boxes, in pixels. */
const GAP = 6;
/** So often the size of the disc is halved in, until all nodes just fill it. */
const TRIES = 12;

interface Wanting {
  readonly node: LayoutNode;
  readonly at: Point;
  readonly high: number;
}

interface Column {
  readonly nodes: readonly Wanting[];
  readonly left: number;
  readonly right: number;
  /** How wide it is, with the gap to the next. */
  readonly width: number;
  /** How much of the height that the disc has there is taken up by the nodes, and how much there is. */
  readonly taken: number;
  readonly room: number;
}

/**
 * Spreads nodes evenly over a disc, so that none overlaps another: cut into columns from left to right, each of which
 * is filled from top to bottom. Who stood left of another or above it mostly does so still, and so what was near stays
 * near. It takes as long as sorting, where looking for a free place for each node takes longer the more there are.
 */
export function spreadEvenly(
  nodes: readonly LayoutNode[],
  wanted: ReadonlyMap<NodeId, Point>,
): Map<NodeId, Point> {
  const wanting = nodes
    .map((node): Wanting => {
      const at = wanted.get(node.id) ?? { x: 0, y: 0 };
      return { node, at, high: node.box.top + node.box.bottom + GAP };
    })
    .sort((a, b) => a.at.x - b.at.x || (a.node.id < b.node.id ? -1 : 1));
  const columns = cutColumns(wanting);
  const places = new Map<NodeId, Point>();
  let edge = -widthOf(columns) / 2;
  for (const column of columns) {
    fillColumn(column, edge, places);
    edge += column.width;
  }
  return places;
}

/** The columns of the disc that the nodes just fill: in a smaller one they would be more than it is wide. */
function cutColumns(wanting: readonly Wanting[]): readonly Column[] {
  const area = wanting.reduce((sum, { node: { box }, high }) => sum + (box.left + box.right + GAP) * high, 0);
  // Columns are as wide as their widest, so that they take more than the boxes by themselves.
  let [small, large] = [Math.sqrt(area / Math.PI), 2 * Math.sqrt(area / Math.PI)];
  let columns = cutDisc(wanting, large);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const radius = (small + large) / 2;
    const tried = cutDisc(wanting, radius);
    if (widthOf(tried) > 2 * radius) small = radius;
    else [large, columns] = [radius, tried];
  }
  return columns;
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function cutDisc(wanting: readonly Wanting[], radius: number): readonly Column[] {
  const columns: Column[] = [];
  let edge = -radius;
  for (let from = 0; from < wanting.length; ) {
    const column = takeColumn(wanting, from, { edge, radius });
    columns.push(column);
    from += column.nodes.length;
    edge += column.width;
  }
  return columns;
}

/** As many nodes as the disc has room for where the column stands, at least one. */
function takeColumn(
  wanting: readonly Wanting[],
  from: number,
  { edge, radius }: { readonly edge: number; readonly radius: number },
): Column {
  let [left, right, taken, room, to] = [0, 0, 0, 0, from];
  for (let next = wanting[to]; next; next = wanting[to]) {
    const { box } = next.node;
    const [wideLeft, wideRight] = [Math.max(left, box.left), Math.max(right, box.right)];
    const middle = edge + (wideLeft + wideRight) / 2;
    const high = 2 * Math.sqrt(Math.max(0, radius * radius - middle * middle));
    if (to > from && taken + next.high > high) break;
    [left, right, room] = [wideLeft, wideRight, high];
    taken += next.high;
    to += 1;
  }
  return { nodes: wanting.slice(from, to), left, right, width: left + right + GAP, taken, room };
}

/** From top to bottom by where they stood, with the room that is left over between them. */
function fillColumn(
  { nodes, left, right, taken, room }: Column,
  edge: number,
  places: Map<NodeId, Point>,
): void {
  const sorted = [...nodes].sort((a, b) => a.at.y - b.at.y || (a.node.id < b.node.id ? -1 : 1));
  const xs = nodes.map(({ at }) => at.x);
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const spare = Math.max(0, room - taken) / nodes.length;
  let y = -(taken + spare * nodes.length) / 2 + (spare + GAP) / 2;
  for (const { node, at, high } of sorted) {
    const { box } = node;
    // A narrow one stands where it would within the column, so that columns are not seen as such.
    const share = last > first ? (at.x - first) / (last - first) : 0.5;
    const [from, to] = [edge + box.left, edge + left + right - box.right];
    places.set(node.id, { x: Math.round(from + (to - from) * share), y: Math.round(y + box.top) });
    y += high + spare;
  }
}
