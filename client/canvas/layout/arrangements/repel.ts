import type { Force, SimulationNodeDatum } from 'd3-force';

/** Side of a cell, in pixels. What is in the cells around is pushed away one by one, what is further as a whole. */
const CELL = 200;
/** So many cells away others are felt. */
const REACH = 3;

/**
 * Nodes push each other away, as d3's own many-body force has them do, for large views: in cells of one size, kept in
 * flat arrays. d3's tree is made of objects, anew in each step, and walked for each node, which takes several times as
 * long. `strength` is that of one node, negative where it pushes.
 */
export function repel<Node extends SimulationNodeDatum>(strength: number): Force<Node, undefined> {
  let nodes: Node[] = [];
  const force = (alpha: number) => pushAll(nodes, sortIntoCells(nodes), strength * alpha);
  return Object.assign(force, {
    initialize(given: Node[]) {
      nodes = given;
    },
  });
}

interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** The cell of each node. */
  readonly cellOf: Int32Array;
  /** The nodes cell by cell, and where those of each cell begin. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** Where each node stands, and the middle of those of each cell. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly middleX: Float64Array;
  readonly middleY: Float64Array;
}

function sortIntoCells(nodes: readonly SimulationNodeDatum[]): Cells {
  const xs = Float64Array.from(nodes, ({ x = 0 }) => x);
  const ys = Float64Array.from(nodes, ({ y = 0 }) => y);
  const [left, top] = [xs.reduce(least, Infinity), ys.reduce(least, Infinity)];
  const columns = Math.floor((xs.reduce(most, left) - left) / CELL) + 1;
  const rows = Math.floor((ys.reduce(most, top) - top) / CELL) + 1;
  const cellOf = new Int32Array(nodes.length);
  const starts = new Int32Array(columns * rows + 1);
  const [middleX, middleY] = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  for (let node = 0; node < nodes.length; node++) {
    const [x, y] = [xs[node] ?? 0, ys[node] ?? 0];
    const cell = Math.floor((y - top) / CELL) * columns + Math.floor((x - left) / CELL);
    cellOf[node] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
    middleX[cell] = (middleX[cell] ?? 0) + x;
    middleY[cell] = (middleY[cell] ?? 0) + y;
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    const count = starts[cell + 1] ?? 0;
    middleX[cell] = (middleX[cell] ?? 0) / count;
    middleY[cell] = (middleY[cell] ?? 0) / count;
    starts[cell + 1] = count + (starts[cell] ?? 0);
  }
  const [order, filled] = [new Int32Array(nodes.length), starts.slice()];
  for (let node = 0; node < nodes.length; node++) {
    const cell = cellOf[node] ?? 0;
    const place = filled[cell] ?? 0;
    order[place] = node;
    filled[cell] = place + 1;
  }
  return { columns, rows, cellOf, order, starts, xs, ys, middleX, middleY };
}

function least(one: number, other: number): number {
  return Math.min(one, other);
}

function most(one: number, other: number): number {
  return Math.max(one, other);
}

/** Written without objects in its loops, since most of the time of a large arrangement is spent here. */
function pushAll(nodes: readonly SimulationNodeDatum[], cells: Cells, strength: number): void {
  const push = new Float64Array(2);
  for (let node = 0; node < nodes.length; node++) {
    push.fill(0);
    addPushes(cells, node, push);
    const moved = nodes[node];
    if (!moved) continue;
    moved.vx = (moved.vx ?? 0) + (push[0] ?? 0) * strength;
    moved.vy = (moved.vy ?? 0) + (push[1] ?? 0) * strength;
  }
}

/** Adds up in `push` what all others within reach do to the node. */
function addPushes(cells: Cells, node: number, push: Float64Array): void {
  const { columns, rows, cellOf, starts } = cells;
  const own = cellOf[node] ?? 0;
  const column = own % columns;
  const row = (own - column) / columns;
  const lastRow = Math.min(rows - 1, row + REACH);
  const lastColumn = Math.min(columns - 1, column + REACH);
  for (let r = Math.max(0, row - REACH); r <= lastRow; r++)
    for (let c = Math.max(0, column - REACH); c <= lastColumn; c++) {
      const cell = r * columns + c;
      if (starts[cell] === starts[cell + 1]) continue;
      if (Math.abs(r - row) > 1 || Math.abs(c - column) > 1) addCell(cells, node, cell, push);
      else addEach(cells, node, cell, push);
    }
}

function addCell(
  { starts, xs, ys, middleX, middleY }: Cells,
  node: number,
  cell: number,
  push: Float64Array,
): void {
  const dx = (middleX[cell] ?? 0) - (xs[node] ?? 0);
  const dy = (middleY[cell] ?? 0) - (ys[node] ?? 0);
  const share = ((starts[cell + 1] ?? 0) - (starts[cell] ?? 0)) / (dx * dx + dy * dy);
  push[0] = (push[0] ?? 0) + dx * share;
  push[1] = (push[1] ?? 0) + dy * share;
}

function addEach({ order, starts, xs, ys }: Cells, node: number, cell: number, push: Float64Array): void {
  const to = starts[cell + 1] ?? 0;
  for (let place = starts[cell] ?? 0; place < to; place++) {
    const other = order[place] ?? 0;
    if (other === node) continue;
    // Two in one place part sideways.
    const dx = (xs[other] ?? 0) - (xs[node] ?? 0) || (other < node ? -1e-3 : 1e-3);
    const dy = (ys[other] ?? 0) - (ys[node] ?? 0);
    const square = dx * dx + dy * dy;
    // Very near ones do not fly apart.
    const share = 1 / (square < 1 ? Math.sqrt(square) : square);
    push[0] = (push[0] ?? 0) + dx * share;
    push[1] = (push[1] ?? 0) + dy * share;
  }
}
