import { nodeId } from '../../../schema/ids.ts';
import {
  evidenceBecause,
  type Fragment,
  nodeFragment,
  type Place,
  relationshipFragment,
} from '../fragments/fragment.ts';
import type { OpenedFile } from '../fragments/import-file.ts';
import type { FileReading } from '../fragments/import-outcome.ts';
import { always, type RowFragment } from '../fragments/row-fragment.ts';
import { authorityAreaId, authorityId, regionId } from '../ofsted/ofsted-ids.ts';
import { readRecords, type TableRecord } from '../tables/read-records.ts';

const ONS = nodeId('organisation/office-for-national-statistics');

/**
 * The lookups of areas of the Office for National Statistics: regions, upper-tier authorities, and all local
 * authorities since 2011 with those that stand in their place now. Which one it is, its columns tell.
 */
export async function* readOnsAreas(file: OpenedFile): AsyncGenerator<FileReading> {
  const document = nodeId(
    `document/ons-${file.name
      .replace(/\.csv$/, '')
      .replace(/[^a-z0-9]+/gi, '-')
      .toLowerCase()}`,
  );
  let read: ((record: TableRecord, place: Place) => RowFragment[]) | null = null;
  for await (const { columns, record } of readRecords(file.text, file.name)) {
    if (!record) {
      read = readerOf(columns);
      if (!read) {
        const message = 'the columns are those of no lookup of areas: LADCD, UTLACD or RGNCD is wanted first';
        return yield { kind: 'refused', problems: [{ code: 'LAYOUT_UNKNOWN', file: file.name, message }] };
      }
      yield { kind: 'fragments', fragments: documentFragments(file, document).map(always), rows: 0 };
    } else if (read)
      yield {
        kind: 'fragments',
        fragments: read(record, { document, locator: `row ${record.row}` }),
        rows: 1,
      };
  }
}

function readerOf([first]: readonly string[]): typeof regionFragments | null {
  if (first === 'rgncd') return regionFragments;
  if (first === 'utlacd') return upperTierFragments;
  if (first === 'ladcd') return authorityFragments;
  return first === 'cauthcd' ? combinedFragments : null;
}

function documentFragments({ name, facts }: OpenedFile, document: typeof ONS): Fragment[] {
  const place = { document, locator: 'heading' };
  const published = relationshipFragment('PUBLISHED', ONS, document, {}, place);
  return [
    nodeFragment(
      'Document',
      document,
      {
        name: `Lookup of areas, ${name}`,
        kind: 'official statistics',
        standing: 'primary',
        licence: 'Open Government Licence v3.0',
        attribution:
          'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right',
        language: 'en',
        sha256: facts.sha256,
      },
      place,
    ),
    nodeFragment('Organisation', ONS, { name: 'Office for National Statistics', kind: 'publisher' }, place),
    {
      ...published,
      evidence: [evidenceBecause(published.record.id, 'outside', 'lookups of the ONS Geoportal')],
    },
  ];
}

function regionFragments(record: TableRecord, place: Place): RowFragment[] {
  const name = record.cell('rgnnm');
  return [
    ...area(regionId(name), name, 'government region', record.cell('rgncd'), place),
    ...within(regionId(name), record, place),
  ];
}

function combinedFragments(record: TableRecord, place: Place): RowFragment[] {
  const name = record.cell('cauthnm');
  const id = combinedId(name);
  return [
    ...area(id, name, 'combined authority', record.cell('cauthcd'), place),
    ...withinRegion(id, record, place),
  ];
}

function upperTierFragments(record: TableRecord, place: Place): RowFragment[] {
  const name = record.cell('utlanm');
  const id = authorityAreaId(name);
  const combined = record.cell('cauthnm');
  return [
    ...area(id, name, 'local authority', record.cell('utlacd'), place),
    ...withinRegion(id, record, place),
    ...(combined === '' ? [] : joined(id, combinedId(combined), combined, 'combined authority', place)),
  ];
}

/** An area that stands no more is within nothing; the council of the one in its place is taken for its successor. */
function authorityFragments(record: TableRecord, place: Place): RowFragment[] {
  const [name, now] = [record.cell('ladnm'), record.cell('ladnm_active')];
  const id = authorityAreaId(name);
  if (authorityAreaId(now) !== id)
    return [
      ...area(id, name, 'local authority', record.cell('ladcd'), place),
      ...succession(name, now, place),
    ];
  // A former code of an area that goes on says nothing beyond the present one.
  if (record.cell('ladcd') !== record.cell('ladcd_active')) return [];
  const upper = record.cell('utlanm');
  return [
    ...area(id, name, 'local authority', record.cell('ladcd'), place),
    ...(upper === '' || authorityAreaId(upper) === id
      ? withinRegion(id, record, place)
      : joined(id, authorityAreaId(upper), upper, 'local authority', place)),
  ];
}

function succession(name: string, now: string, place: Place): RowFragment[] {
  const council = (of: string) =>
    nodeFragment(
      'Organisation',
      authorityId(of),
      { name: `${of} (local authority)`, kind: 'local authority' },
      place,
    );
  const succeeded = relationshipFragment('SUCCEEDED_BY', authorityId(name), authorityId(now), {}, place);
  const because = `the lookup gives ${now} as the area that stands in the place of ${name} now`;
  return [
    { fragment: council(name), once: `council ${name}` },
    { fragment: council(now), once: `council ${now}` },
    always({ ...succeeded, evidence: [evidenceBecause(succeeded.record.id, 'inferred', because, place)] }),
    ...[name, now].map((of) => ({
      fragment: relationshipFragment('SERVES', authorityId(of), authorityAreaId(of), {}, place),
      once: `serves ${of}`,
    })),
    {
      fragment: nodeFragment('Region', authorityAreaId(now), { name: now, kind: 'local authority' }, place),
      once: `area ${now}`,
    },
  ];
}

function withinRegion(id: typeof ONS, record: TableRecord, place: Place): RowFragment[] {
  const region = record.cell('rgnnm');
  // The file names the other countries as regions of themselves.
  if (region === '' || region === record.cell('ctrynm')) return within(id, record, place);
  return joined(id, regionId(region), region, 'government region', place);
}

function within(id: typeof ONS, record: TableRecord, place: Place): RowFragment[] {
  const country = record.cell('ctrynm');
  return country === '' ? [] : joined(id, regionOfCountry(country), country, 'country', place);
}

function joined(from: typeof ONS, to: typeof ONS, name: string, kind: string, place: Place): RowFragment[] {
  return [
    { fragment: nodeFragment('Region', to, { name, kind }, place), once: `within ${to}` },
    always(relationshipFragment('WITHIN', from, to, {}, place)),
  ];
}

function area(id: typeof ONS, name: string, kind: string, code: string, place: Place): RowFragment[] {
  const stated = [{ property: 'name', value: name }];
  return [always(nodeFragment('Region', id, { name, kind, code }, place, { stated }))];
}

function regionOfCountry(country: string): typeof ONS {
  return nodeId(`region/${country.toLowerCase().replace(/[^a-z]+/g, '-')}`);
}

function combinedId(name: string): typeof ONS {
  return nodeId(`region/combined-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`);
}
