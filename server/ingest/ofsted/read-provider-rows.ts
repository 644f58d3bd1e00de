import type { Parsed, Problem } from '../../../schema/problems.ts';
import { readTableRows, type TableRow } from '../tables/read-table-rows.ts';
import { isRedacted, readPrintedDay } from './printed-values.ts';
import {
  type InspectionColumns,
  isHeading,
  type ProviderColumn,
  type ProviderLayout,
  readProviderLayout,
} from './provider-columns.ts';

/** One provider as a row of Ofsted's statistics prints it, with up to two inspections. */
export interface ProviderRow {
  readonly row: number;
  readonly line: number;
  readonly urn: string;
  readonly provisionType: string;
  /** Null where it is redacted. */
  readonly name: string | null;
  readonly regions: readonly PrintedRegion[];
  readonly localAuthority: string | null;
  readonly owner: string | null;
  readonly inspections: readonly PrintedInspection[];
}

interface PrintedRegion {
  readonly kind: 'government region' | 'Ofsted region';
  readonly name: string;
}

export interface PrintedInspection {
  /** As printed: “Full inspection”. */
  readonly kind: string;
  /** ISO 8601 days. */
  readonly startedOn: string;
  readonly publishedOn: string | null;
  /** Event number; null where the row has none. */
  readonly number: string | null;
  readonly judgements: readonly { readonly area: string; readonly label: string }[];
}

/** What reading yields: the layout once, before any row; then rows, and problems of rows in their place. */
export type ProviderReading =
  | { readonly kind: 'layout'; readonly layout: ProviderLayout; readonly preamble: readonly string[] }
  | { readonly kind: 'row'; readonly row: ProviderRow }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The table is none of providers, and nothing follows. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Rows above the heading: a title and remarks. */
const PREAMBLE_LIMIT = 10;

/** Reads a table of providers as it comes. Rows without any text are passed over. */
export async function* readProviderRows(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<ProviderReading> {
  let layout: ProviderLayout | null = null;
  const preamble: string[] = [];
  for await (const row of readTableRows(text, file)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (layout) {
      const read = readProviderRow(row, layout, file);
      if (read.kind === 'value') yield { kind: 'row', row: read.value };
      else for (const problem of read.problems) yield { kind: 'problem', problem };
    } else if (isHeading(row)) {
      const read = readProviderLayout(row, file);
      if (read.kind === 'problems') {
        yield { kind: 'refused', problems: read.problems };
        return;
      }
      layout = read.value;
      yield { kind: 'layout', layout, preamble };
    } else if (row.row > PREAMBLE_LIMIT) break;
    else preamble.push(row.cells.filter((cell) => cell !== '').join(' '));
  }
  if (layout) return;
  const message = `no row of the first ${PREAMBLE_LIMIT} is a heading with “URN” and “Provision type”`;
  yield { kind: 'refused', problems: [{ code: 'LAYOUT_UNKNOWN', file, message }] };
}

function readProviderRow(row: TableRow, layout: ProviderLayout, file: string): Parsed<ProviderRow> {
  const record = `line ${row.line} (row ${row.row})`;
  const problems: Problem[] = [];
  const refuse = (field: string, message: string) =>
    problems.push({ code: 'VALUE_INVALID', file, record, field, message });
  const cell = (column: ProviderColumn) => cellAt(row, layout.provider[column]);
  const urn = cell('urn').toUpperCase();
  if (!/^(SC)?\d{4,8}$/.test(urn)) refuse('URN', urn === '' ? 'there is none' : `“${urn}” is no URN`);
  const provisionType = cell('provisionType');
  if (provisionType === '') refuse('Provision type', 'there is none');
  const inspections = layout.inspections.flatMap((columns) => readInspection(row, columns, refuse) ?? []);
  if (problems.length > 0) return { kind: 'problems', problems };
  const name = cell('name');
  return {
    kind: 'value',
    value: {
      row: row.row,
      line: row.line,
      urn,
      provisionType,
      name: name === '' || isRedacted(name) ? null : name,
      regions: readRegions(cell),
      localAuthority: textOrNull(cell('localAuthority')),
      owner: textOrNull(cell('owner')),
      inspections,
    },
  };
}

/** The inspection of these columns, or null where the row has none. */
function readInspection(
  row: TableRow,
  { at, areas }: InspectionColumns,
  refuse: (field: string, message: string) => void,
): PrintedInspection | null {
  const [kind, day, published, number] = [at.kind, at.startedOn, at.publishedOn, at.number].map((index) =>
    cellAt(row, index),
  ) as [string, string, string, string];
  if (kind === '' && day === '' && number === '') return null;
  const startedOn = readPrintedDay(day);
  const publishedOn = published === '' ? null : readPrintedDay(published);
  if (startedOn === null)
    refuse('Inspection date', day === '' ? `an inspection without a day` : `“${day}” is no day`);
  if (publishedOn === null && published !== '') refuse('Publication date', `“${published}” is no day`);
  if (startedOn === null) return null;
  const judgements = areas.flatMap(({ asPrinted, index }) => {
    const label = cellAt(row, index);
    return label === '' || isRedacted(label) ? [] : [{ area: asPrinted, label }];
  });
  return { kind: kind || 'Inspection', startedOn, publishedOn, number: textOrNull(number), judgements };
}

function readRegions(cell: (column: ProviderColumn) => string): PrintedRegion[] {
  const government = cell('governmentRegion');
  const either = cell('region');
  const ofsted = cell('ofstedRegion');
  const isOfsteds = foldedOfstedRegion.test(either);
  return [
    { kind: 'government region' as const, name: government || (isOfsteds ? '' : either) },
    { kind: 'Ofsted region' as const, name: ofsted || (isOfsteds ? either : '') },
  ].filter(({ name }) => name !== '' && !isRedacted(name));
}

/** The one region of Ofsted's that is made of several government regions; all others have their names and bounds. */
const foldedOfstedRegion = /^north east, yorkshire and the humber$/i;

function cellAt({ cells }: TableRow, index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '').replace(/\s+/g, ' ').trim();
}

function textOrNull(text: string): string | null {
  return text === '' || isRedacted(text) ? null : text;
}
