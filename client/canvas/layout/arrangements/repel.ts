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

/** All arrays but the last are in the order of the cells, so that what is near stands together in them. */
interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** Where the nodes of each cell begin. */
  readonly starts: Int32Array;
  /** Which node of the given ones each is. */
  readonly order: Int32Array;
  /** Where each stands, and what the others do to it. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  /** By cell: the middle of its nodes. */
  readonly middleX: Float64Array;
  readonly middleY: Float64Array;
}

function sortIntoCells(nodes: readonly SimulationNodeDatum[]): Cells {
  const count = nodes.length;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x = 0, y = 0 } of nodes) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const columns = count === 0 ? 0 : Math.floor((right - left) / CELL) + 1;
  const rows = count === 0 ? 0 : Math.floor((bottom - top) / CELL) + 1;
  const cellOf = new Int32Array(count);
  const starts = new Int32Array(columns * rows + 1);
  for (let node = 0; node < count; node++) {
    const { x = 0, y = 0 } = nodes[node] ?? {};
    const cell = Math.floor((y - top) / CELL) * columns + Math.floor((x - left) / CELL);
    cellOf[node] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++)
    starts[cell + 1] = (starts[cell] ?? 0) + (starts[cell + 1] ?? 0);
  const filled = starts.slice();
  const order = new Int32Array(count);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const middleX = new Float64Array(columns * rows);
  const middleY = new Float64Array(columns * rows);
  for (let node = 0; node < count; node++) {
    const { x = 0, y = 0 } = nodes[node] ?? {};
    const cell = cellOf[node] ?? 0;
    const place = filled[cell] ?? 0;
    filled[cell] = place + 1;
    order[place] = node;
    xs[place] = x;
    ys[place] = y;
    const share = 1 / ((starts[cell + 1] ?? 0) - (starts[cell] ?? 0));
    middleX[cell] = (middleX[cell] ?? 0) + x * share;
    middleY[cell] = (middleY[cell] ?? 0) + y * share;
  }
  const [pushX, pushY] = [new Float64Array(count), new Float64Array(count)];
  return { columns, rows, starts, order, xs, ys, pushX, pushY, middleX, middleY };
}

function pushAll(nodes: readonly SimulationNodeDatum[], cells: Cells, strength: number): void {
  const { columns, rows, order, pushX, pushY } = cells;
  for (let cell = 0; cell < columns * rows; cell++) pushFromFar(cells, cell);
  pushNear(cells);
  for (let place = 0; place < order.length; place++) {
    const moved = nodes[order[place] ?? 0];
    if (!moved) continue;
    moved.vx = (moved.vx ?? 0) + (pushX[place] ?? 0) * strength;
    moved.vy = (moved.vy ?? 0) + (pushY[place] ?? 0) * strength;
  }
}

/** What the cells that are further than next to this one do to its nodes, each cell as a whole. */
function pushFromFar(
  { columns, rows, starts, xs, ys, pushX, pushY, middleX, middleY }: Cells,
  cell: number,
): void {
  const [from, to] = [starts[cell] ?? 0, starts[cell + 1] ?? 0];
  if (from === to) return;
  const column = cell % columns;
  const row = (cell - column) / columns;
  const lastRow = Math.min(rows - 1, row + REACH);
  const lastColumn = Math.min(columns - 1, column + REACH);
  for (let r = Math.max(0, row - REACH); r <= lastRow; r++)
    for (let c = Math.max(0, column - REACH); c <= lastColumn; c++) {
      const far = r * columns + c;
      const count = (starts[far + 1] ?? 0) - (starts[far] ?? 0);
      if (count === 0 || (Math.abs(r - row) <= 1 && Math.abs(c - column) <= 1)) continue;
      const x = middleX[far] ?? 0;
      const y = middleY[far] ?? 0;
      for (let place = from; place < to; place++) {
        const dx = x - (xs[place] ?? 0);
        const dy = y - (ys[place] ?? 0);
        const share = count / (dx * dx + dy * dy);
        pushX[place] = (pushX[place] ?? 0) + dx * share;
        pushY[place] = (pushY[place] ?? 0) + dy * share;
      }
    }
}

/** What all nodes of a cell, and of the cells next to it, do to each other: each two once. */
function pushNear(cells: Cells): void {
  const { columns, rows, starts } = cells;
  for (let cell = 0; cell < columns * rows; cell++) {
    const last = starts[cell + 1] ?? 0;
    const column = cell % columns;
    const [hasLeft, hasRight, hasBelow] = [column > 0, column + 1 < columns, cell + columns < columns * rows];
    // Cells beside each other stand together: the rest of this one and the next one, and the three below.
    const beside = hasRight ? (starts[cell + 2] ?? 0) : last;
    const from = hasBelow ? (starts[cell + columns - (hasLeft ? 1 : 0)] ?? 0) : 0;
    const to = hasBelow ? (starts[cell + columns + (hasRight ? 2 : 1)] ?? 0) : 0;
    for (let place = starts[cell] ?? 0; place < last; place++) {
      pushApart(cells, place, place + 1, beside);
      pushApart(cells, place, from, to);
    }
  }
}

/**
 * What one does to those from `from` to before `to`, and they to it. Written without objects, since most of the time of a
 * large arrangement is spent here, and most of that before it is compiled.
 */
function pushApart({ order, xs, ys, pushX, pushY }: Cells, place: number, from: number, to: number): void {
  const x = xs[place] ?? 0;
  const y = ys[place] ?? 0;
  const node = order[place] ?? 0;
  let sumX = 0;
  let sumY = 0;
  for (let other = from; other < to; other++) {
    // Two in one place part sideways.
    const dx = (xs[other] ?? 0) - x || ((order[other] ?? 0) < node ? -1e-3 : 1e-3);
    const dy = (ys[other] ?? 0) - y;
    const square = dx * dx + dy * dy;
    // Very near ones do not fly apart.
    const share = 1 / (square < 1 ? Math.sqrt(square) : square);
    sumX += dx * share;
    sumY += dy * share;
    pushX[other] = (pushX[other] ?? 0) - dx * share;
    pushY[other] = (pushY[other] ?? 0) - dy * share;
  }
  pushX[place] = (pushX[place] ?? 0) + sumX;
  pushY[place] = (pushY[place] ?? 0) + sumY;
}
