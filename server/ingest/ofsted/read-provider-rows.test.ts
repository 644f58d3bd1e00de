import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeTypes } from '../../../schema/node-types.ts';
import { decodeText, inspectBytes } from '../tables/decode-text.ts';
import { openTableFiles } from '../tables/open-table-files.ts';
import { identifySnapshot } from './identify-snapshot.ts';
import { type KnownInspection, matchInspection } from './match-inspection.ts';
import { readPrintedOwner } from './printed-owner.ts';
import { isShortened } from './printed-values.ts';
import { kindOfInspection, kindOfProvider } from './provider-kinds.ts';
import { type ProviderReading, type ProviderRow, readProviderRows } from './read-provider-rows.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/data/${name}`, import.meta.url));
const snapshots = fixture('ofsted-social-care-provider-level-2015-2025.zip');
const inYear = fixture('ofsted-social-care-inspections-in-year-2017-18.csv.gz');

describe('a row of 2015', () => {
  const heading =
    'Web link,URN,Provision type,Reg Status,Setting Name,Address 1,Region,Local authority,Inspection type,Inspection Date,Inspection ID,Overall effectiveness,The safety of children and young people,Linked ED URN';

  test('tells the provider, its place and its inspection, with the labels as printed', async () => {
    const [, reading] = await readAll(
      `${heading}\nlink,SC003895,Residential Special School,Active,Ratcliffe School,John Nash Drive,South West,Devon,Full inspection,24/03/2015,326046,Good,Outstanding,113656\n`,
    );
    expect(reading).toEqual({
      kind: 'row',
      row: {
        row: 2,
        line: 2,
        urn: 'SC003895',
        provisionType: 'Residential Special School',
        name: 'Ratcliffe School',
        regions: [{ kind: 'government region', name: 'South West' }],
        localAuthority: 'Devon',
        owner: null,
        inspections: [
          {
            kind: 'Full inspection',
            startedOn: '2015-03-24',
            publishedOn: null,
            number: '326046',
            judgements: [
              { area: 'Overall effectiveness', label: 'Good' },
              { area: 'The safety of children and young people', label: 'Outstanding' },
            ],
          },
        ],
      },
    });
  });

  test('with a redacted name has none', async () => {
    const { name, localAuthority } = await readRow(
      `${heading}\nlink,SC037454,Children's Home,Active,REDACTED,REDACTED,South East,West Sussex,,,,,,\n`,
    );
    expect({ name, localAuthority }).toEqual({ name: null, localAuthority: 'West Sussex' });
  });

  test('without an inspection gives the provider alone', async () => {
    const { inspections } = await readRow(
      `${heading}\nlink,SC1234,Boarding School,Active,A,B,London,Barnet,,,,,,\n`,
    );
    expect(inspections).toEqual([]);
  });

  test('has the region of Ofsted’s that is no government region under its own kind', async () => {
    const { regions } = await readRow(
      `${heading}\nlink,SC1234,Boarding School,Active,A,B,"North East, Yorkshire and the Humber",York,,,,,,\n`,
    );
    expect(regions).toEqual([{ kind: 'Ofsted region', name: 'North East, Yorkshire and the Humber' }]);
  });

  test.each([
    ['x12', '24/03/2015', 'URN', '“X12” is no URN'],
    ['SC003895', '31/02/2015', 'Inspection date', '“31/02/2015” is no day'],
    ['SC003895', '', 'Inspection date', 'an inspection without a day'],
  ])('with URN “%s” and day “%s” is a problem that names its line', async (urn, day, field, message) => {
    const [, reading] = await readAll(
      `${heading}\nlink,${urn},Boarding School,Active,A,B,London,Barnet,Full inspection,${day},326046,Good,Good,\n`,
    );
    expect(reading).toEqual({
      kind: 'problem',
      problem: { code: 'VALUE_INVALID', file: 'march_2015.csv', record: 'line 2 (row 2)', field, message },
    });
  });
});

describe('a heading', () => {
  test('of 2025 has line breaks, and rows are counted as a spreadsheet counts', async () => {
    const text = [
      'Provider level as at 31 March 2025,,,,,,',
      'URN,Provision type,Name,Local authority,"\nLatest Full inspection event type","\nLatest full inspection date","\nLatest full inspection event number"',
      '2531291,Independent Fostering Agency,Family Works,Essex,Full inspection,24/01/2022,10183346',
    ].join('\n');
    const { row, line, inspections } = await readRow(text);
    expect({ row, line, inspection: inspections[0]?.number }).toEqual({
      row: 3,
      line: 6,
      inspection: '10183346',
    });
  });

  test('of 2024 has the inspection before the latest, too', async () => {
    const text = [
      'URN,Provision type,Name,Local authority,Latest full inspection event type,Latest full inspection date,Latest full inspection event number,Overall experiences and progress of children and young people,Previous full inspection event type,Previous full inspection event date,Previous full inspection event number,Previous overall experiences and progress of children and young people',
      'SC469688,Independent Fostering Agency,Affinity Fostering,Essex,Full inspection,15/08/2022,10183343,Outstanding,Full inspection,10/07/2017,10038111,Good',
    ].join('\n');
    const { inspections } = await readRow(text);
    expect(inspections.map(({ number, judgements }) => [number, judgements[0]])).toEqual([
      [
        '10183343',
        { area: 'Overall experiences and progress of children and young people', label: 'Outstanding' },
      ],
      ['10038111', { area: 'Overall experiences and progress of children and young people', label: 'Good' }],
    ]);
  });

  test('with a column that is not known is refused by name, since it may be an area', async () => {
    const [reading] = await readAll(
      'URN,Provision type,Name,Local authority,Kindness of staff\nSC1234,A,B,C,Good\n',
    );
    expect(reading).toEqual({
      kind: 'refused',
      problems: [
        {
          code: 'LAYOUT_UNKNOWN',
          file: 'march_2015.csv',
          record: 'row 1',
          message: 'columns that this version does not know: Kindness of staff',
        },
      ],
    });
  });

  test('that is not there refuses the table', async () => {
    const [reading] = await readAll('name,price\nbread,2\n');
    expect(reading).toMatchObject({ kind: 'refused', problems: [{ code: 'LAYOUT_UNKNOWN' }] });
  });
});

describe('a snapshot', () => {
  test.each([
    ['provider_at_march_2016.csv', [], 2016],
    [
      'download.csv',
      ['Children’s social care data in England 2023 - Provider level as at 31 March 2023'],
      2023,
    ],
    ['download.csv', ['… 2022 - Provider level as at March 2022'], 2022],
  ])('named “%s” under %j is of %i', (file, preamble, year) => {
    expect(identifySnapshot(file, preamble)).toEqual({
      kind: 'value',
      value: { year, asAt: `${year}-03-31` },
    });
  });

  test.each([
    ['download.csv', []],
    ['march_2015.csv', ['Provider level as at 31 March 2024']],
  ])('named “%s” under %j is refused', (file, preamble) => {
    expect(identifySnapshot(file, preamble)).toMatchObject({ problems: [{ code: 'LAYOUT_UNKNOWN', file }] });
  });
});

describe('the eleven snapshots of 2015 to 2025', () => {
  const read = new Map<
    string,
    { readonly encoding: string; readonly rows: ProviderRow[]; problems: number }
  >();
  beforeAll(async () => {
    for (const file of await openTableFiles(snapshots)) {
      const { encoding } = await inspectBytes(file.bytes());
      const rows: ProviderRow[] = [];
      let problems = 0;
      let hasInspections = false;
      for await (const reading of readProviderRows(decodeText(file.bytes(), encoding), file.name)) {
        if (reading.kind === 'row') rows.push(reading.row);
        else if (reading.kind === 'layout') hasInspections = reading.layout.inspections.length > 0;
        else problems += 1;
      }
      if (hasInspections) read.set(file.name, { encoding, rows, problems });
    }
  }, 60_000);
  const allRows = () => [...read.values()].flatMap(({ rows }) => rows);

  test('hold 36,572 rows of 7,289 providers, each of which can be read', () => {
    expect(read.size).toBe(11);
    expect(allRows()).toHaveLength(36_572);
    expect(new Set(allRows().map(({ urn }) => urn)).size).toBe(7_289);
    expect([...read.values()].map(({ problems }) => problems)).toEqual(Array(11).fill(0));
  });

  test('hold 28,202 inspections by URN and event number, and 14 without one', () => {
    const inspections = allRows().flatMap(({ urn, inspections }) =>
      inspections.map((one) => ({ urn, ...one })),
    );
    const numbered = inspections.filter(({ number }) => number !== null);
    expect(new Set(numbered.map(({ urn, number }) => `${urn} ${number}`)).size).toBe(28_202);
    expect(inspections.length - numbered.length).toBe(14);
    expect(numbered.filter(({ number }) => isShortened(number ?? '')).map(({ urn }) => urn)).toEqual([
      'SC379199',
    ]);
  });

  test('come to these inspections when they are matched year by year; 12 stay apart, and none is ambiguous', () => {
    const known = new Map<string, KnownInspection[]>();
    const kinds = new Map<string, number>();
    for (const row of allRows()) {
      const own = known.get(row.urn) ?? [];
      known.set(row.urn, own);
      for (const printed of row.inspections) {
        const match = matchInspection(row.urn, printed, own);
        if (match.kind === 'known') continue;
        kinds.set(match.kind, (kinds.get(match.kind) ?? 0) + 1);
        const { number, startedOn, kind } = printed;
        own.push({ id: match.id, number, startedOn, kind: kindOfInspection(kind) });
      }
    }
    expect([...kinds]).toEqual([['new', 28_202 + 12]]);
  });

  test('print the company numbers of 24 owners behind their names, which are parted', () => {
    const printed = new Set(allRows().flatMap(({ owner }) => owner ?? []));
    const numbered = [...printed].flatMap((cell) => {
      const { name, companyNumber } = readPrintedOwner(cell);
      return companyNumber === null ? [] : [`${name} | ${companyNumber}`];
    });
    expect(numbered).toHaveLength(24);
    expect(numbered).toEqual(
      expect.arrayContaining([
        'Alliance Foster Care Limited | 04249271',
        'Birtenshaw | 02978546',
        'Crystal Care Solutions Limited | 05952454',
        'Disability Challengers | 04300724',
        'GSM ARDENT RAWCLIFFE LIMITED | 15612913',
        'Hatols Fostering Services Ltd | 08016114',
        'Inspirations Leicestershire Limited | 07765916',
        'Seax Trust | 07747149',
      ]),
    );
    for (const { name } of [...printed].map(readPrintedOwner)) expect(name).not.toMatch(/\d{8}|\($|number$/i);
    for (const whole of ['1848 Ltd', 'Hollybank Trust 1043129', 'Nugent Care 2019', 'Our Place (2008) Ltd'])
      expect(readPrintedOwner(whole)).toEqual({ name: whole, companyNumber: null });
  });

  test('print no kind that the table of node types does not name', () => {
    const kinds = new Set(allRows().map(({ provisionType }) => kindOfProvider(provisionType)));
    expect(nodeTypes.Organisation.kinds).toEqual(expect.arrayContaining([...kinds]));
    const inspections = new Set(
      allRows().flatMap((row) => row.inspections.map(({ kind }) => kindOfInspection(kind))),
    );
    expect(nodeTypes.Inspection.kinds).toEqual(expect.arrayContaining([...inspections]));
  });

  test('are in UTF-8, but for two', () => {
    const others = [...read].filter(([, { encoding }]) => encoding !== 'utf-8').map(([name]) => name);
    expect(others).toEqual(['provider_at_march_2022.csv', 'provider_at_march_2024.csv']);
    const names = read.get('provider_at_march_2022.csv')?.rows.map(({ name }) => name);
    expect(names).toContain('Regional Foster Families – West Midlands');
  });
});

test('the table of 2017–18 holds 3,488 inspections, one a row, of which one is of Cafcass', async () => {
  const [file] = await openTableFiles(inYear);
  if (!file) throw new Error('the table is not there');
  const { encoding } = await inspectBytes(file.bytes());
  const rows: ProviderRow[] = [];
  const others: ProviderReading[] = [];
  for await (const reading of readProviderRows(decodeText(file.bytes(), encoding), file.name))
    if (reading.kind === 'row') rows.push(reading.row);
    else others.push(reading);
  expect(others.map(({ kind }) => kind)).toEqual(['layout']);
  expect(rows).toHaveLength(3_488);
  const keys = rows.flatMap(({ urn, inspections }) => inspections.map(({ number }) => `${urn} ${number}`));
  expect(new Set(keys).size).toBe(3_488);
  expect(keys.filter((key) => key.startsWith('1027080 '))).toHaveLength(1);
});

async function readAll(text: string): Promise<ProviderReading[]> {
  const readings: ProviderReading[] = [];
  for await (const reading of readProviderRows(pieces(text), 'march_2015.csv')) readings.push(reading);
  return readings;
}

async function readRow(text: string): Promise<ProviderRow> {
  const row = (await readAll(text)).find((reading) => reading.kind === 'row');
  if (!row) throw new Error('no row was read');
  return row.row;
}

/** Cut where it hurts: in the middle of cells. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += 7) yield text.slice(start, start + 7);
}
