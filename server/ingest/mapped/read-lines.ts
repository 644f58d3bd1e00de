import { foldCell, readTableRows } from '../tables/read-table-rows.ts';
import type { MappedRow } from './map-row.ts';

/** What reading yields: rows, the columns of a table before its first row, and what is wrong with a line. */
export type LineReading =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly row: MappedRow }
  | { readonly kind: 'problem'; readonly place: string; readonly message: string };

export type ReadLines = (
  text: AsyncIterable<string>,
  file: string,
  delimiter: string,
) => AsyncGenerator<LineReading>;

/** Rows of a CSV table below a heading in its first row; rows without any text are passed over. */
export async function* readCsvLines(
  text: AsyncIterable<string>,
  file: string,
  delimiter: string,
): AsyncGenerator<LineReading> {
  let columns: readonly string[] | null = null;
  let places: ReadonlyMap<string, number> = new Map();
  for await (const { row, line, cells } of readTableRows(text, file, delimiter)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = cells.map(foldCell);
      places = new Map(columns.map((name, index) => [name, index]));
      yield { kind: 'columns', columns };
      continue;
    }
    const place = `line ${line} (row ${row})`;
    const beyond = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    if (beyond) {
      const message = `the row has ${cells.length} cells and the heading ${columns.length}: put cells with “${delimiter}” in them between quotes`;
      yield { kind: 'problem', place, message };
      continue;
    }
    const cell = (column: string) => (cells[places.get(column) ?? -1] ?? '').trim();
    yield { kind: 'row', row: { place, locator: `row ${row}`, cell, list: () => null } };
  }
}

/** One JSON object a line, its fields as columns; empty lines are passed over. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<LineReading> {
  let number = 0;
  for await (const line of linesOf(text)) {
    number += 1;
    if (line.trim() === '') continue;
    const place = `line ${number}`;
    const fields = parseFields(line);
    if (typeof fields === 'string') {
      yield { kind: 'problem', place, message: fields };
      continue;
    }
    const cell = (column: string) => {
      const value = fields.get(column);
      return value === undefined || value === null || Array.isArray(value) ? '' : String(value).trim();
    };
    const list = (column: string) => {
      const value = fields.get(column);
      return Array.isArray(value) ? value.map(String) : null;
    };
    yield { kind: 'row', row: { place, locator: place, cell, list } };
  }
}

/** Fields by their folded name, or what is wrong with the line. */
function parseFields(line: string): ReadonlyMap<string, unknown> | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'the line is not JSON: write one whole object a line';
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return 'the line is not an object: write { "column": value }';
  const nested = Object.entries(parsed).find(([, value]) => !isPlain(value));
  if (nested) return `“${nested[0]}” holds an object: write its values as fields of the line`;
  const inexact = Object.entries(parsed).find(([, value]) => [value].flat().some(isInexact));
  if (inexact)
    return `“${inexact[0]}” is a number of more than 15 digits, which is not kept exactly: write it between quotes`;
  return new Map(Object.entries(parsed).map(([name, value]) => [foldCell(name), value]));
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((member) => typeof member !== 'object');
  return typeof value !== 'object' || value === null;
}

/** Whole numbers from 2^53 on are rounded while they are read: two keys would become one. */
function isInexact(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const lines = (held + piece).split('\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  if (held !== '') yield held;
}
