import type { Point } from '../../exploration/exploration.ts';
import type { Box } from '../drawing/drawing.ts';

const CELL = 120;
const GAP = 6;
const RING = 26;
/** Rings that are tried around the wanted place before a node goes beside all that stands. */
const RINGS = 90;
/** Cells of a row of the canvas, so that a cell is known by one number. */
const ROW = 2 ** 21;

interface Placed {
  readonly box: Box;
  readonly at: Point;
}

/** Boxes that stand on the canvas, kept in cells so that asking what is near costs little. */
export class OccupiedSpace {
  readonly #cells = new Map<number, Placed[]>();
  #rightmost = 0;

  add(box: Box, at: Point): void {
    const placed = { box, at };
    this.#rightmost = Math.max(this.#rightmost, at.x + box.right);
    for (const cell of cellsOf(box, at)) {
      const known = this.#cells.get(cell);
      if (known) known.push(placed);
      else this.#cells.set(cell, [placed]);
    }
  }

  isFree(box: Box, at: Point): boolean {
    for (const cell of cellsOf(box, at))
      for (const placed of this.#cells.get(cell) ?? [])
        if (overlap(box, at, placed.box, placed.at)) return false;
    return true;
  }

  /**
   * A free place near the wanted one, looking along `heading` (radians) first. The search is bounded; where all is
   * full around the wanted place it is one to the right of all that stands.
   */
  findFree(box: Box, wanted: Point, heading: number): Point {
    if (this.isFree(box, wanted)) return wanted;
    for (let ring = 1; ring <= RINGS; ring++) {
      const count = Math.min(8 + 2 * ring, 40);
      for (let step = 0; step < count; step++) {
        // To the left and right of the heading by turns, so that the nearest direction is tried first.
        const turn = (Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1) * 2 * Math.PI) / count;
        const at = {
          x: wanted.x + Math.cos(heading + turn) * ring * RING,
          y: wanted.y + Math.sin(heading + turn) * ring * RING,
        };
        if (this.isFree(box, at)) return at;
      }
    }
    return { x: this.#rightmost + GAP + box.left, y: wanted.y };
  }
}

/** Whether two boxes come nearer than the gap. */
function overlap(a: Box, atA: Point, b: Box, atB: Point): boolean {
  return (
    atA.x - a.left < atB.x + b.right + GAP &&
    atB.x - b.left < atA.x + a.right + GAP &&
    atA.y - a.top < atB.y + b.bottom + GAP &&
    atB.y - b.top < atA.y + a.bottom + GAP
  );
}

function cellsOf({ left, right, top, bottom }: Box, { x, y }: Point): readonly number[] {
  const cells: number[] = [];
  const [first, last] = [Math.floor((x - left - GAP) / CELL), Math.floor((x + right + GAP) / CELL)];
  const [upper, lower] = [Math.floor((y - top - GAP) / CELL), Math.floor((y + bottom + GAP) / CELL)];
  for (let column = first; column <= last; column++)
    for (let row = upper; row <= lower; row++) cells.push(row * ROW + column);
  return cells;
}
