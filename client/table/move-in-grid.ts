/** A cell of the grid: row 0 is the heads. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  /** Of records, without the heads. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows that a page key passes over. */
const PAGE = 10;

/** Where a press leads in a grid, by the pattern of ARIA; null where it is no key for moving. */
export function moveInGrid({ row, column }: Cell, size: GridSize, press: string): Cell | null {
  const steps: Partial<Record<string, Cell>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    'Ctrl+Home': { row: 0, column: 0 },
    'Ctrl+End': { row: size.rows, column: size.columns - 1 },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
  };
  const step = steps[press];
  return step ? keepInside(step, size) : null;
}

/** The nearest cell that there is. */
export function keepInside({ row, column }: Cell, size: GridSize): Cell {
  return { row: clamp(row, size.rows), column: clamp(column, size.columns - 1) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
