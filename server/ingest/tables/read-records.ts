import { foldCell, readTableRows } from './read-table-rows.ts';

/** A row under its heading: cells by the folded name of their column. */
export interface TableRecord {
  readonly row: number;
  readonly line: number;
  cell(column: string): string;
}

/**
 * The rows below a heading in the first row, by column; those without any text are passed over. `columns` is told once,
 * before the first row.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<{ readonly columns: readonly string[]; readonly record: TableRecord | null }> {
  let columns: readonly string[] | null = null;
  for await (const { row, line, cells } of readTableRows(text, file)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = cells.map(foldCell);
      yield { columns, record: null };
      continue;
    }
    const places = new Map(columns.map((name, index) => [name, index]));
    const cell = (column: string) => (cells[places.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim();
    yield { columns, record: { row, line, cell } };
  }
}
