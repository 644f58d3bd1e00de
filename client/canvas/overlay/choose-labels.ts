/** A label that wants to be drawn, in screen pixels; the higher priority is served first. */
export interface LabelBox {
  readonly id: string;
  readonly priority: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CELL = 96;
/** Cells of a row of the screen, so that a cell is known by one number. */
const ROW = 2 ** 21;
const NOTHING: readonly LabelBox[] = [];

/** Room for labels, none of which touches another. */
export class LabelRoom {
  readonly #cells = new Map<number, LabelBox[]>();

  /** Gives the box its room if nothing has it yet, but what is called `besides`, and tells whether. */
  take(box: LabelBox, besides?: string): boolean {
    if (!this.isFree(box, besides)) return false;
    this.block(box);
    return true;
  }

  /** Whether nothing has any of the room yet, but what is called `besides`. */
  isFree(box: LabelBox, besides?: string): boolean {
    const { left, right, top, bottom } = box;
    const [first, last] = [Math.floor(left / CELL), Math.floor(right / CELL)];
    const [upper, lower] = [Math.floor(top / CELL), Math.floor(bottom / CELL)];
    // Loops without lists, since each frame of a large view asks some thousand times.
    for (let column = first; column <= last; column++)
      for (let row = upper; row <= lower; row++)
        for (const other of this.#cells.get(row * ROW + column) ?? NOTHING)
          if (other.id !== besides && touches(box, other)) return false;
    return true;
  }

  /** Gives the box its room, whatever has it already. */
  block(box: LabelBox): void {
    const { left, right, top, bottom } = box;
    const [first, last] = [Math.floor(left / CELL), Math.floor(right / CELL)];
    const [upper, lower] = [Math.floor(top / CELL), Math.floor(bottom / CELL)];
    for (let column = first; column <= last; column++)
      for (let row = upper; row <= lower; row++) {
        const cell = this.#cells.get(row * ROW + column);
        if (cell) cell.push(box);
        else this.#cells.set(row * ROW + column, [box]);
      }
  }
}

/**
 * The labels that can be drawn without touching each other or what stands already, which may overlap itself: by
 * priority, then in the given order, so that the choice does not flicker while the view is panned.
 */
export function chooseLabels(
  boxes: readonly LabelBox[],
  standing: readonly LabelBox[] = [],
): ReadonlySet<string> {
  const room = new LabelRoom();
  for (const box of standing) room.block(box);
  const chosen = new Set<string>();
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority))
    if (room.take(box)) chosen.add(box.id);
  return chosen;
}

function touches(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
