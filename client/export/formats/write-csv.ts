import type { FlatValue } from '../flatten-record.ts';

/** What programs for tables take for the beginning of a formula, in its usual and in its wide form. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table by RFC 4180: lines end in CR LF, a cell with a quotation mark, a comma or a line end is quoted. Text that
 * a program would run as a formula gets an apostrophe before it; numbers are written as they are.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, FlatValue>[],
): string {
  const lines = [
    columns.map(writeCell),
    ...rows.map((row) => columns.map((column) => writeCell(row.get(column) ?? ''))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function writeCell(value: FlatValue): string {
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
