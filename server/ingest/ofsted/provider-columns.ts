import type { Parsed } from '../../../schema/problems.ts';
import { foldCell, type TableRow } from '../tables/read-table-rows.ts';

/** What a column of Ofsted's tables of providers says, but for judgements. */
const providerColumns = {
  urn: ['urn'],
  provisionType: ['provision type'],
  registrationStatus: ['registration status', 'reg status'],
  name: ['name', 'setting name'],
  governmentRegion: ['government office region'],
  ofstedRegion: ['ofsted region'],
  /** 2015 only, where it is either: the old Ofsted regions of the North stand among government regions. */
  region: ['region'],
  localAuthority: ['local authority'],
  owner: ['organisation which owns the provider', 'organisation name', 'organisation'],
} as const;

const inspectionColumns = {
  kind: ['event type', 'inspection type'],
  startedOn: ['inspection date', 'date', 'event date'],
  publishedOn: ['publication date'],
  number: ['event number', 'inspection id'],
} as const;

/** Printed names of areas, as `foldCell` gives them. */
const areas: ReadonlySet<string> = new Set([
  'overall effectiveness',
  'overall experiences and progress of children and young people',
  'supported accommodation outcome',
  'outcomes for children and young people',
  'outcomes in education and related learning activities',
  'quality of care',
  'the safety of children and young people',
  'safeguarding children and young people',
  'how well children and young people are helped and protected',
  'health services',
  'leadership and management',
  'the effectiveness of leaders and managers',
  'effectiveness of leaders and managers',
]);

/** Columns that are known and not kept: addresses are redacted for most, and the rest says nothing of inspections. */
const leftOut: ReadonlySet<string> = new Set([
  '',
  'web link',
  'linked education urn',
  'linked ed urn',
  'registration date',
  'address 1',
  'address 2',
  'town',
  'county',
  'postcode',
  'parliamentary constituency',
  'sector',
  'premises',
  'places',
  'supported accommodation premises',
  'short breaks only',
  'short breaks only children’s home',
  'short-break-only children’s home',
  'multi-building children’s home',
  'multi building children’s home',
]);

export type ProviderColumn = keyof typeof providerColumns;
type InspectionColumn = keyof typeof inspectionColumns;

/** Where the parts of one inspection stand in a row. */
export interface InspectionColumns {
  readonly at: Readonly<Partial<Record<InspectionColumn, number>>>;
  readonly areas: readonly { readonly asPrinted: string; readonly index: number }[];
}

export interface ProviderLayout {
  readonly provider: Readonly<Partial<Record<ProviderColumn, number>>>;
  /** The latest inspection, and in some years the one before. None where the table has no inspections. */
  readonly inspections: readonly InspectionColumns[];
}

/** Whether these cells head a table of providers. */
export function isHeading({ cells }: TableRow): boolean {
  const folded = cells.map(foldCell);
  return folded.includes('urn') && folded.includes('provision type');
}

/**
 * Where everything stands under a heading. A heading with a column that is not known is refused: it may be an area
 * that would be lost in silence.
 */
export function readProviderLayout(heading: TableRow, file: string): Parsed<ProviderLayout> {
  const provider: Partial<Record<ProviderColumn, number>> = {};
  const latest = { at: {} as Partial<Record<InspectionColumn, number>>, areas: [] as Area[] };
  const previous = { at: {} as Partial<Record<InspectionColumn, number>>, areas: [] as Area[] };
  const unknown: string[] = [];
  for (const [index, cell] of heading.cells.entries()) {
    const { isPrevious, column, asPrinted } = readHeadingCell(cell);
    const [ofProvider, ofInspection] = [
      columnNamed(providerColumns, column),
      columnNamed(inspectionColumns, column),
    ];
    const inspection = isPrevious ? previous : latest;
    if (ofProvider) provider[ofProvider] ??= index;
    else if (ofInspection) inspection.at[ofInspection] ??= index;
    else if (areas.has(column)) inspection.areas.push({ asPrinted, index });
    else if (!leftOut.has(column)) unknown.push(asPrinted);
  }
  const missing = required.filter((name) => provider[name] === undefined);
  const problem = (message: string) => ({
    code: 'LAYOUT_UNKNOWN' as const,
    file,
    record: `row ${heading.row}`,
    message,
  });
  const problems = [
    ...(missing.length > 0 ? [problem(`the heading lacks: ${missing.join(', ')}`)] : []),
    ...(unknown.length > 0
      ? [problem(`columns that this version does not know: ${unknown.join('; ')}`)]
      : []),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const inspections = [latest, previous].filter(({ at }) => at.startedOn !== undefined);
  return { kind: 'value', value: { provider, inspections } };
}

type Area = InspectionColumns['areas'][number];

const required: readonly ProviderColumn[] = ['urn', 'provisionType', 'name', 'localAuthority'];

/** Headings of later years say in front of what they are: “Latest full inspection date”, once with a letter missing. */
function readHeadingCell(cell: string): {
  readonly isPrevious: boolean;
  readonly column: string;
  readonly asPrinted: string;
} {
  const text = cell.replace(/\s+/g, ' ').trim();
  const asPrinted = text.replace(/^(latest|previous)( full inspection?)? (?!full)/i, '');
  const column = foldCell(asPrinted).replaceAll("'", '’');
  return {
    isPrevious: /^previous /i.test(text),
    column,
    asPrinted: asPrinted.charAt(0).toUpperCase() + asPrinted.slice(1),
  };
}

function columnNamed<Column extends string>(
  table: Readonly<Record<Column, readonly string[]>>,
  name: string,
): Column | null {
  for (const column in table) if (table[column].includes(name)) return column;
  return null;
}
