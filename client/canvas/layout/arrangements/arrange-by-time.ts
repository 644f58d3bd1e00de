import type { NodeId } from '../../../../schema/ids.ts';
import type { NodeType } from '../../../../schema/node-types.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { neighboursOf } from '../neighbours-of.ts';
import { LowerEdge } from './lower-edge.ts';
import { rowWidth } from './row-width.ts';
import { spreadRow } from './spread-row.ts';

/** Columns are as wide as the canvas allows, within what a chip needs and what an eye can span. */
const NARROWEST = 80;
const WIDEST = 112;
const MARGIN = 12;
const GAP = 16;
const ROW_GAP = 18;
/** More inspections than this do not stand in one row: each column then holds several that follow each other. */
const ONE_ROW = 30;
/**
 * Nor does a row that the canvas, as that of a phone, could only show at less than this share of its size. Words do not
 * shrink with it, so that columns stand wider apart there.
 */
const SMALLEST_ROW = 0.5;

/** Bands below the inspections, from the nearest: what is about them, then what they rest on. */
const BELOW: readonly (readonly NodeType[])[] = [
  ['Region', 'Framework'],
  ['Finding', 'Recommendation', 'Judgement'],
  ['Measure', 'Event'],
  ['Quote'],
  ['Document'],
];

interface Column {
  readonly x: number;
  readonly time: number;
}

/**
 * Inspections in a row in order of time, people and bodies in rows above them, everything else in rows below, quotes
 * and documents at the foot. Each node stands near what it is related to, and no two boxes overlap.
 */
export function arrangeByTime(task: LayoutTask): Map<NodeId, Point> {
  const places = new Map<NodeId, Point>();
  const inspections = task.nodes.filter(({ type }) => type === 'Inspection').sort(byTime);
  const isSmall = task.width < inspections.length * NARROWEST * SMALLEST_ROW;
  const narrowest = isSmall ? NARROWEST / SMALLEST_ROW : NARROWEST;
  const deep = isSmall || inspections.length > ONE_ROW ? depthOf(task, inspections, narrowest) : 1;
  const across = Math.ceil(inspections.length / deep);
  const room = (task.width - 2 * MARGIN) / Math.max(across, 1);
  const widest =
    Math.max(...inspections.map(({ box }) => box.left)) +
    Math.max(...inspections.map(({ box }) => box.right));
  const pitch = Math.max(narrowest, widest + 2, Math.min(WIDEST, room));
  placeColumns(inspections, { deep, across, pitch }, places);
  const columns = inspections.map(({ id, times }) => ({
    x: places.get(id)?.x ?? 0,
    time: times[0] ?? Number.POSITIVE_INFINITY,
  }));
  const width = Math.max(pitch * across, task.width - 2 * MARGIN, rowWidth(task, GAP) / 2);
  const row = { task, places, columns, inspections: new Set(inspections.map(({ id }) => id)), width };
  placeAbove(row, Math.max(20, ...inspections.map(({ box }) => box.top)));
  placeBelow(row, inspections);
  return places;
}

/** How many inspections stand below each other in a column, so that the view keeps the shape of the canvas. */
function depthOf(
  { width, height }: LayoutTask,
  inspections: readonly LayoutNode[],
  narrowest: number,
): number {
  const high = Math.max(...inspections.map(({ box }) => box.top + box.bottom)) + ROW_GAP;
  const shape = Math.max(width, 1) / Math.max(height, 1);
  return Math.max(1, Math.round(Math.sqrt((inspections.length * narrowest) / (high * shape))));
}

/** Fills the columns from the left, each from the top. */
function placeColumns(
  inspections: readonly LayoutNode[],
  { deep, across, pitch }: { readonly deep: number; readonly across: number; readonly pitch: number },
  places: Map<NodeId, Point>,
): void {
  let y = 0;
  let bottom = 0;
  for (let depth = 0; depth < deep; depth++) {
    const row = inspections.filter((_, index) => index % deep === depth);
    if (depth > 0) y = bottom + ROW_GAP + Math.max(0, ...row.map(({ box }) => box.top));
    for (const [index, { id }] of row.entries()) places.set(id, { x: (index - (across - 1) / 2) * pitch, y });
    bottom = Math.max(y, ...row.map(({ box }) => y + box.bottom));
  }
}

interface Rows {
  readonly task: LayoutTask;
  readonly places: Map<NodeId, Point>;
  readonly columns: readonly Column[];
  readonly inspections: ReadonlySet<NodeId>;
  readonly width: number;
}

function placeAbove(rows: Rows, top: number): void {
  const { task, places, inspections, width } = rows;
  const bodies = task.nodes.filter(({ type }) => type === 'Organisation');
  const counts = new Map(bodies.map(({ id }) => [id, countJoined(task, id, inspections)]));
  const byCount = [...bodies].sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || byId(a, b));
  const [hub, ...others] = byCount;
  let y = -Math.max(100, top + ROW_GAP);
  if (hub) {
    y = Math.min(-100, -(top + ROW_GAP + hub.box.bottom));
    places.set(hub.id, { x: 0, y });
    y -= Math.max(40, hub.box.top + ROW_GAP);
  }
  const second = others[0] && (counts.get(others[0].id) ?? 0) > 1 ? others[0] : null;
  // The second hub (mostly the inspectorate) stands aside, so that the two fans of lines can be told apart.
  const wants = new Map(second ? [[second.id, -0.32 * width] as const] : []);
  const people = task.nodes.filter(({ type }) => type === 'Person');
  y = stackUp(places, splitBand(rows, others, wants), y);
  stackUp(places, splitBand(rows, people, new Map()), y - 6);
}

/** Row above row, the first with its lower edge at `y`; gives where the next one may have its own. */
function stackUp(
  places: Map<NodeId, Point>,
  above: readonly (readonly PlacedInRow[])[],
  lower: number,
): number {
  let edge = lower;
  for (const row of above) {
    const y = edge - Math.max(...row.map(({ node }) => node.box.bottom));
    for (const { node, x } of row) places.set(node.id, { x, y });
    edge = y - Math.max(...row.map(({ node }) => node.box.top)) - ROW_GAP;
  }
  return edge;
}

/**
 * Band below band, each as high as what stands above it leaves room: below short columns it begins higher than below
 * long ones, but never above the band before it.
 */
function placeBelow(rows: Rows, columns: readonly LayoutNode[]): void {
  const ground = new LowerEdge();
  for (const { id, box } of columns) {
    const { x, y } = rows.places.get(id) ?? { x: 0, y: 0 };
    ground.lower(x - box.left, x + box.right, y + box.bottom);
  }
  let highest = 20 + ROW_GAP;
  for (const types of BELOW) {
    const band = rows.task.nodes.filter(({ type }) => types.includes(type));
    for (const row of splitBand(rows, band, new Map())) {
      const top = Math.max(...row.map(({ node }) => node.box.top));
      const free = row.map(({ node: { box }, x }) => ground.below(x - box.left - GAP, x + box.right + GAP));
      const y = Math.max(highest, ...free.map((edge) => edge + ROW_GAP + 4 + top));
      for (const { node, x } of row) {
        rows.places.set(node.id, { x, y });
        ground.lower(x - node.box.left, x + node.box.right, y + node.box.bottom);
      }
      highest = y;
    }
  }
}

interface PlacedInRow {
  readonly node: LayoutNode;
  readonly x: number;
}

/** The nodes in as many rows as their widths ask for, the nearest first, each where it wants to be as far as can be. */
function splitBand(
  rows: Rows,
  nodes: readonly LayoutNode[],
  wants: ReadonlyMap<NodeId, number>,
): readonly (readonly PlacedInRow[])[] {
  if (nodes.length === 0) return [];
  const wanted = nodes
    .map((node) => ({ node, want: wants.get(node.id) ?? wantedPlace(rows, node) }))
    .sort((a, b) => a.want - b.want || byId(a.node, b.node));
  const total = nodes.reduce((sum, { box }) => sum + box.left + box.right + GAP, 0);
  const count = Math.max(1, Math.ceil(total / rows.width));
  return Array.from({ length: count }, (_, index) => {
    const row = wanted.filter((__, place) => place % count === index);
    const xs = withinWidth(
      spreadRow(
        row.map(({ node, want }) => ({ want, left: node.box.left, right: node.box.right })),
        GAP,
      ),
      row.map(({ node }) => node.box),
      rows.width,
    );
    return row.map(({ node }, place) => ({ node, x: xs[place] ?? 0 }));
  });
}

/** The row, moved back into the width where it sticks out at one side and has room at the other. */
function withinWidth(
  xs: readonly number[],
  boxes: readonly LayoutNode['box'][],
  width: number,
): readonly number[] {
  const placed = [...xs];
  let limit = width / 2;
  for (let index = placed.length - 1; index >= 0; index--) {
    const box = boxes[index];
    if (!box) continue;
    placed[index] = Math.min(placed[index] ?? 0, limit - box.right);
    limit = (placed[index] ?? 0) - box.left - GAP;
  }
  let edge = -width / 2;
  for (const [index, box] of boxes.entries()) {
    placed[index] = Math.max(placed[index] ?? 0, edge + box.left);
    edge = (placed[index] ?? 0) + box.right + GAP;
  }
  return placed;
}

/** Where a node would like to stand: at its time, else in the middle of what it is related to and is placed. */
function wantedPlace({ task, places, columns, inspections }: Rows, node: LayoutNode): number {
  const far = neighboursOf(task, node.id);
  const inColumns = placesOf(
    far.filter((id) => inspections.has(id)),
    places,
  );
  if (inColumns.length > 0) return mean(inColumns);
  if (node.times.length > 0 && columns.length > 0)
    return mean(node.times.map((time) => placeOfTime(columns, time)));
  const related = placesOf(far, places);
  return related.length > 0 ? mean(related) : 0;
}

function placesOf(ids: readonly NodeId[], places: ReadonlyMap<NodeId, Point>): readonly number[] {
  return ids.flatMap((id) => places.get(id)?.x ?? []);
}

/** Where a time falls among the columns, which are evenly spaced whatever the time between them. */
function placeOfTime(columns: readonly Column[], time: number): number {
  const after = columns.findIndex((column) => column.time >= time);
  const [left, right] = [columns.at(after < 0 ? -1 : Math.max(after - 1, 0)), columns.at(after)];
  if (!left || !right || right.time === left.time) return right?.x ?? 0;
  const share = Math.min(1, Math.max(0, (time - left.time) / (right.time - left.time)));
  return left.x + share * (right.x - left.x);
}

function countJoined(task: LayoutTask, id: NodeId, inspections: ReadonlySet<NodeId>): number {
  return neighboursOf(task, id).filter((far) => inspections.has(far)).length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byTime(a: LayoutNode, b: LayoutNode): number {
  const [left, right] = [a.times[0] ?? Number.MAX_VALUE, b.times[0] ?? Number.MAX_VALUE];
  return left - right || byId(a, b);
}

function byId(a: LayoutNode, b: LayoutNode): number {
  return a.id < b.id ? -1 : 1;
}
