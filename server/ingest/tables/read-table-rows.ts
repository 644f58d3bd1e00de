import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileUnreadable } from './open-table-files.ts';

/** One row of a table as it stands in its file. */
export interface TableRow {
  /** Counted from 1, as a spreadsheet counts: a line break inside a cell begins no row. */
  readonly row: number;
  /** The line of the file on which it ends, as a text editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV text, in their order, rows without any cell included; they may differ in length. Throws
 * FileUnreadable for quotes that do not close. `file` is for the message, `delimiter` what parts the cells.
 */
export async function* readTableRows(
  text: AsyncIterable<string>,
  file: string,
  delimiter = ',',
): AsyncGenerator<TableRow> {
  let row = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    on_record: (cells, { lines }) => {
      row += 1;
      // The package lets a record be anything; its types want cells again.
      return { row, line: lines, cells } as unknown as string[];
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    yield* parser as AsyncIterable<TableRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileUnreadable(file, error.message, { cause: error });
  } finally {
    source.destroy();
  }
}

/** A heading or a name as it is compared: one space for each run of white space, lower case. */
export function foldCell(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().toLowerCase();
}
