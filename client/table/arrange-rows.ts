import { foldText } from '../../schema/fold-text.ts';
import type { Column, Sorting } from './column.ts';

const alphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The rows that hold all the words, in any of these columns, in the order that is asked for; without one in that in
 * which they are given. Rows that are equal stay as they were, and those with nothing to sort by go to the end,
 * whichever way it is sorted.
 */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  wanted: { readonly words: string; readonly sorting: Sorting | null },
): readonly Row[] {
  const words = foldText(wanted.words).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? rows : rows.filter((row) => holds(row, columns, words));
  const column = columns.find(({ key }) => key === wanted.sorting?.by);
  if (!column) return found;
  const way = wanted.sorting?.down ? -1 : 1;
  const keyed = found.map((row) => ({ row, key: column.orderBy?.(row) ?? column.text(row) }));
  return keyed.sort((a, b) => compare(a.key, b.key, way)).map(({ row }) => row);
}

function holds<Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean {
  const text = foldText(columns.map((column) => column.text(row)).join(' '));
  return words.every((word) => text.includes(word));
}

function compare(a: number | string, b: number | string, way: 1 | -1): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return way * (typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(`${a}`, `${b}`));
}
