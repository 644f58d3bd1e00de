import type { Point } from '../../exploration/exploration.ts';
import type { Box } from '../drawing/drawing.ts';

const CELL = 120;
const GAP = 6;
const RING = 26;
/** Beyond so many rings they are further apart: somewhere outside of all that stands one of them is free. */
const RINGS = 90;
const FAR_RING = 260;
/** So many rings nearer than where the last one found room are tried again, as a smaller box may have room there. */
const SLACK = 3;
/** Cells of a row of the canvas, so that a cell is known by one number. */
const ROW = 2 ** 21;

interface Placed {
  readonly box: Box;
  readonly at: Point;
  /** What it is a part of, and is in nobody's way for. */
  readonly of: string | null;
}

const NOTHING: readonly Placed[] = [];

/** Boxes that stand on the canvas, kept in cells so that asking what is near costs little. */
export class OccupiedSpace {
  readonly #cells = new Map<number, Placed[]>();
  #blocker: Placed | null = null;
  /** For the cell of a wanted place, up to which ring around it there was no room. */
  readonly #fullTo = new Map<number, number>();

  add(box: Box, at: Point, of: string | null = null): void {
    const placed = { box, at, of };
    for (const cell of cellsOf(box, at)) {
      const known = this.#cells.get(cell);
      if (known) known.push(placed);
      else this.#cells.set(cell, [placed]);
    }
  }

  /** Whether nothing stands there, but perhaps what is a part of `besides`. */
  isFree(box: Box, at: Point, besides: string | null = null): boolean {
    // What was in the way of the last that was asked for is mostly in the way of the next, too.
    const last = this.#blocker;
    if (last && isInTheWay(last, besides) && overlap(box, at, last.box, last.at)) return false;
    this.#blocker = this.#findBlocker(box, at, besides);
    return this.#blocker === null;
  }

  /** Written without a list of cells, since most of the time of a large arrangement is spent here. */
  #findBlocker(box: Box, at: Point, besides: string | null): Placed | null {
    const { left, right, top, bottom } = box;
    const { x, y } = at;
    const [first, last] = [Math.floor((x - left - GAP) / CELL), Math.floor((x + right + GAP) / CELL)];
    const [upper, lower] = [Math.floor((y - top - GAP) / CELL), Math.floor((y + bottom + GAP) / CELL)];
    for (let column = first; column <= last; column++)
      for (let row = upper; row <= lower; row++)
        for (const placed of this.#cells.get(row * ROW + column) ?? NOTHING)
          if (overlap(box, at, placed.box, placed.at) && isInTheWay(placed, besides)) return placed;
    return null;
  }

  /**
   * A free place near the wanted one, looking along `heading` (radians) first, then ring by ring around it. Where many
   * want the same place, each begins near the ring at which the one before found room.
   */
  findFree(box: Box, wanted: Point, heading: number): Point {
    if (this.isFree(box, wanted)) return wanted;
    const crowd = cellAt(wanted);
    let ring = Math.max(1, (this.#fullTo.get(crowd) ?? 0) - SLACK);
    for (let reach = ring * RING; ; ring++, reach += ring > RINGS ? FAR_RING : RING) {
      const count = Math.min(8 + 2 * ring, 40);
      for (let step = 0; step < count; step++) {
        // To the left and right of the heading by turns, so that the nearest direction is tried first.
        const turn = (Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1) * 2 * Math.PI) / count;
        const at = {
          x: wanted.x + Math.cos(heading + turn) * reach,
          y: wanted.y + Math.sin(heading + turn) * reach,
        };
        if (!this.isFree(box, at)) continue;
        this.#fullTo.set(crowd, Math.min(ring, RINGS));
        return at;
      }
    }
  }
}

function isInTheWay({ of }: Placed, besides: string | null): boolean {
  return besides === null || of !== besides;
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

function cellAt({ x, y }: Point): number {
  return Math.floor(y / CELL) * ROW + Math.floor(x / CELL);
}

function cellsOf({ left, right, top, bottom }: Box, { x, y }: Point): readonly number[] {
  const cells: number[] = [];
  const [first, last] = [Math.floor((x - left - GAP) / CELL), Math.floor((x + right + GAP) / CELL)];
  const [upper, lower] = [Math.floor((y - top - GAP) / CELL), Math.floor((y + bottom + GAP) / CELL)];
  for (let column = first; column <= last; column++)
    for (let row = upper; row <= lower; row++) cells.push(row * ROW + column);
  return cells;
}
