import type { Point } from '../../exploration/exploration.ts';
import type { Box } from '../drawing/drawing.ts';

const CELL = 120;
const GAP = 6;
const RING = 26;
/** Rings that are tried around the wanted place before a node is put there in spite of an overlap. */
const RINGS = 90;

/** Boxes that stand on the canvas, kept in cells so that asking what is near costs little. */
export class OccupiedSpace {
  readonly #cells = new Map<string, { readonly box: Box; readonly at: Point }[]>();

  add(box: Box, at: Point): void {
    const placed = { box, at };
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
   * The free place nearest to the wanted one, looking along `heading` (radians) first. The search is bounded; where
   * all is full the wanted place itself is given.
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
    return wanted;
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

function cellsOf({ left, right, top, bottom }: Box, { x, y }: Point): string[] {
  const cells: string[] = [];
  for (
    let column = Math.floor((x - left - GAP) / CELL);
    column <= Math.floor((x + right + GAP) / CELL);
    column++
  )
    for (let row = Math.floor((y - top - GAP) / CELL); row <= Math.floor((y + bottom + GAP) / CELL); row++)
      cells.push(`${column} ${row}`);
  return cells;
}
