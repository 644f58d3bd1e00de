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

/**
 * The labels that can be drawn without touching each other: by priority, then in the given order, so that the choice
 * does not flicker while the view is panned.
 */
export function chooseLabels(boxes: readonly LabelBox[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  const cells = new Map<number, LabelBox[]>();
  for (const box of [...boxes].sort((a, b) => b.priority - a.priority)) {
    const keys = cellsOf(box);
    const isTaken = keys.some((key) => cells.get(key)?.some((other) => touches(box, other)));
    if (isTaken) continue;
    chosen.add(box.id);
    for (const key of keys) {
      const cell = cells.get(key);
      if (cell) cell.push(box);
      else cells.set(key, [box]);
    }
  }
  return chosen;
}

function touches(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, right, top, bottom }: LabelBox): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
      keys.push(row * ROW + column);
  return keys;
}
