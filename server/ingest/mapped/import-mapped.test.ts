import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypeNames, nodeTypeRow, propertiesOf } from '../../../schema/node-types.ts';
import { properties, relationshipProperties } from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import {
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypeRow,
} from '../../../schema/relationship-types.ts';
import { importTable, tableOf } from '../../../test/support/ingest/import-csv.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { ReadFile } from '../fragments/import-file.ts';
import { openTableFiles } from '../tables/open-table-files.ts';
import { type ReadLines, readCsvLines, readJsonLines } from './read-lines.ts';
import { readMapped } from './read-mapped.ts';
import { readMapping } from './read-mapping.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url));

function readerOf(mapping: object | string, readLines: ReadLines = readCsvLines): ReadFile {
  const text =
    typeof mapping === 'string'
      ? readFileSync(fixture(`import/${mapping}`), 'utf8')
      : JSON.stringify(mapping);
  const read = readMapping(text, 'mapping.json');
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return readMapped(read.value, readLines);
}

async function withGraph(work: (store: GraphStore) => Promise<void>): Promise<void> {
  const store = await openSqliteStore({ folder: ':memory:' });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function importFixture(store: GraphStore, file: string, read: ReadFile) {
  const [table] = await openTableFiles(fixture(file));
  if (!table) throw new Error(`${file} holds no table`);
  return importTable(store, read, table);
}

const larch = nodeId('organisation/urn-sc400001');

test('a table of visits becomes homes, inspections, inspectors and grades, each with its row as the source', () =>
  withGraph(async (store) => {
    const read = readerOf('visits.mapping.json');
    const outcome = await importFixture(store, 'import/visits.csv', read);
    expect(outcome).toMatchObject({ kind: 'imported', rows: 3, problems: [] });
    const ids = [
      larch,
      nodeId('inspection/visit-a-17'),
      nodeId('judgement/visit-a-18/overall/requires-improvement'),
    ];
    const { nodes, evidence, statements } = await store.records(ids);
    expect(nodes.map(({ properties: values }) => values)).toMatchObject([
      { name: 'Larch House', aliases: ['The Larches', 'Larch Hse'], officialNumber: 'SC400001' },
      {
        name: 'Visit A-17 of Larch House',
        startedOn: { edtf: '2015-03-27' },
        publishedOn: { edtf: '2015-04-27' },
      },
      { label: 'Requires improvement', grade: { rank: 3 }, date: { edtf: '2016-02-02' } },
    ]);
    expect(evidence.filter(({ of }) => of === larch).map(({ locator }) => locator)).toEqual(
      expect.arrayContaining(['row 2', 'row 3']),
    );
    expect(statements.map(({ property, value }) => [property, value])).toEqual(
      expect.arrayContaining([
        ['name', 'Larch House'],
        ['startedOn', '2015-03-27'],
      ]),
    );
    expect(await importFixture(store, 'import/visits.csv', read)).toMatchObject({
      kind: 'unchanged',
      rows: 3,
    });
  }));

test('the same as lines of JSON says the same of every record', () =>
  withGraph((fromCsv) =>
    withGraph(async (fromJson) => {
      await importFixture(fromCsv, 'import/visits.csv', readerOf('visits.mapping.json'));
      const read = readerOf('visits.mapping.json', readJsonLines);
      expect(await importFixture(fromJson, 'import/visits.jsonl', read)).toMatchObject({
        rows: 3,
        problems: [],
      });
      const ids = await fromCsv.nodeIds({ types: null, after: null, limit: 100 });
      expect(await fromJson.nodeIds({ types: null, after: null, limit: 100 })).toEqual(ids);
      const told = async (store: GraphStore) =>
        (await store.records(ids.filter((id) => !id.startsWith('document/')))).nodes;
      expect(await told(fromJson)).toEqual(await told(fromCsv));
    }),
  ));

test('the authorities of England get their numbers at Ofsted by the mapping that docs/import.md shows', () =>
  withGraph(async (store) => {
    const read = readerOf('authorities.mapping.json');
    const outcome = await importFixture(store, 'data/local-authority-provider-lookup.csv.gz', read);
    expect(outcome).toMatchObject({ kind: 'imported', rows: 156, problems: [] });
    const { nodes } = await store.records([nodeId('organisation/la-barnet'), nodeId('region/la-barnet')]);
    expect(nodes.map(({ properties: values }) => values)).toMatchObject([
      { name: 'Barnet (local authority)', officialNumber: '80487', numberScheme: 'Ofsted URN' },
      { name: 'Barnet', code: 'E09000003' },
    ]);
  }));

const bare = {
  format: 1,
  document: { id: 'document/list', name: 'List' },
  nodes: [{ as: 'home', type: 'Organisation', id: 'organisation/{Id:slug}', name: '{Name}' }],
};

test('a bad row is told with file, line, column and what to do; the others are imported, or none if strict', () =>
  withGraph(async (store) => {
    const read = readerOf({
      ...bare,
      nodes: [
        ...bare.nodes,
        {
          ...{ as: 'visit', type: 'Inspection', id: 'inspection/{Id:slug}', name: 'Visit' },
          ...{ startedOn: '{Day:day}', isPilot: { from: '{Pilot}', meanings: { Y: 'yes', N: 'no' } } },
        },
      ],
      relationships: [{ type: 'CONDUCTED', start: { id: 'organisation/{By:slug}' }, end: 'visit' }],
    });
    const file = tableOf(
      'homes.csv',
      'Id,Name,Day,Pilot,By',
      '1,"One,\ntwo lines",01/02/2020,Y,',
      '2,Two,31/02/2020,N,',
      '3,Three,01/02/2020,maybe,',
      '4,,01/02/2020,,',
      '5,Five,,,Nobody',
      '6,Six,,,,,too many',
    );
    const refused = await importTable(store, read, file, { strict: true });
    const problems = [
      {
        record: 'line 4 (row 3)',
        field: 'visit.startedOn, column “day”',
        message: expect.stringContaining('31/02/2020'),
      },
      {
        record: 'line 5 (row 4)',
        field: 'visit.isPilot, column “pilot”',
        message: expect.stringContaining('add it there'),
      },
      { record: 'line 6 (row 5)', field: 'home.name, column “name”', message: 'a name is needed' },
      {
        record: 'line 7 (row 6)',
        field: 'relationships[0].start',
        message: expect.stringContaining('import it first'),
      },
      { record: 'line 8 (row 7)', message: expect.stringContaining('between quotes') },
    ];
    expect(refused).toMatchObject({
      kind: 'refused',
      problems: problems.map((one) => ({ file: 'homes.csv', ...one })),
    });
    expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
    expect(await importTable(store, read, file, { dryRun: true })).toMatchObject({
      kind: 'would import',
      rows: 1,
    });
    expect(await importTable(store, read, file)).toMatchObject({ kind: 'imported', rows: 1 });
    expect((await store.records([nodeId('inspection/1')])).nodes).toMatchObject([
      { properties: { isPilot: true } },
    ]);
  }));

test('lines that are no JSON objects are told by their number', () =>
  withGraph(async (store) => {
    const file = tableOf(
      'homes.jsonl',
      '{"Id": 1, "Name": "One"}',
      '{"Id": 2',
      '',
      '[3]',
      '{"Id": {"a": 1}}',
    );
    expect(await importTable(store, readerOf(bare, readJsonLines), file)).toMatchObject({
      kind: 'imported',
      rows: 1,
      problems: [
        { record: 'line 2', message: expect.stringContaining('not JSON') },
        { record: 'line 4', message: expect.stringContaining('not an object') },
        { record: 'line 5', message: expect.stringContaining('“Id”') },
      ],
    });
  }));

test('keys that are numbers stay what they are, and those that are no longer exact are told', () =>
  withGraph(async (store) => {
    const mapping = { ...bare, nodes: bare.nodes.map((node) => ({ ...node, officialNumber: '{Id}' })) };
    const lines = ['1027080', '"04249271"', '9007199254740993', '0'].map(
      (id, index) => `{"Id": ${id}, "Name": "Home ${index}"}`,
    );
    const read = readerOf(mapping, readJsonLines);
    expect(await importTable(store, read, tableOf('homes.jsonl', ...lines))).toMatchObject({
      rows: 3,
      problems: [{ record: 'line 3', message: expect.stringContaining('“Id”') }],
    });
    const table = tableOf('homes.csv', 'Id,Name', '7,Seven', '1.02E+07,Shortened', '2E7,Whole');
    expect(await importTable(store, readerOf(mapping), table)).toMatchObject({
      rows: 2,
      problems: [{ record: 'line 3 (row 3)', field: 'home.id, column “id”' }],
    });
    const ids = await store.nodeIds({ types: ['Organisation'], after: null, limit: 10 });
    const { nodes } = await store.records(ids);
    expect(nodes.map(({ id, properties: values }) => [id, values.officialNumber])).toEqual([
      ['organisation/0', '0'],
      ['organisation/04249271', '04249271'],
      ['organisation/1027080', '1027080'],
      ['organisation/2e7', '2E7'],
      ['organisation/7', '7'],
    ]);
    expect(await importTable(store, read, tableOf('homes.jsonl', ...lines))).toMatchObject({
      kind: 'unchanged',
    });
  }));

test('a table that lacks a column of the mapping is refused, with the columns that it has', () =>
  withGraph(async (store) => {
    expect(
      await importTable(store, readerOf(bare), tableOf('homes.csv', 'Id,Title,Id', '1,One,1')),
    ).toMatchObject({
      kind: 'refused',
      problems: [
        { field: 'home.id', message: expect.stringContaining('two columns') },
        { field: 'home.name', message: 'there is no column “name”; there are: id, title, id' },
      ],
    });
  }));

test('every problem of a mapping is told at once, by its place', () => {
  const broken = {
    format: 2,
    colour: 'red',
    document: { id: 'List', name: 'List' },
    nodes: [
      { as: 'a', type: 'Robot', id: '{Id}' },
      { as: 'b', type: 'Person', id: '{Id', name: '{Name:upper}' },
      { as: 'b', type: 'Region', id: 'region/{Id}', name: 'x', shoeSize: 1 },
      { as: 'c', type: 'Judgement', id: 'judgement/{Id}', name: 'x' },
      { as: 'd', type: 'Person', id: 'person/{Id}' },
    ],
    relationships: [
      { type: 'OWNED_BY', start: 'c', end: 'nobody' },
      { type: 'OWNED_BY', start: 'd', end: 'd' },
    ],
  };
  const read = readMapping(JSON.stringify(broken), 'mapping.json');
  const told = read.kind === 'problems' ? read.problems.map(({ record, field }) => `${record} ${field}`) : [];
  expect(told).toEqual([
    ...['mapping colour', 'mapping format', 'document id', 'nodes[0] type', 'nodes[1] id', 'nodes[1] name'],
    ...[
      'nodes[2] shoeSize',
      'nodes[3] name',
      'nodes[4] name',
      'relationships[0] end',
      'relationships[1] type',
    ],
  ]);
  expect(readMapping('no JSON', 'mapping.json')).toMatchObject({ kind: 'problems' });
});

const samples: Readonly<Record<PropertyKind, string>> = {
  text: 'some words',
  longText: 'some words',
  number: '12.5',
  boolean: 'yes',
  date: '2014-04~',
  dateOrDuration: 'P3M',
  link: 'https://example.org/a',
  grade: '',
  texts: 'one; two',
  dates: '2014; 2015-01',
};
const valueOfKind = (kind: PropertyKind) =>
  kind === 'texts' || kind === 'dates' ? { from: `{${kind}}`, split: ';' } : `{${kind}}`;
const heading = Object.keys(samples).join(',');
const sampleRow = Object.values(samples).join(',');

function nodeOf(type: NodeType, as: string): object {
  const names = propertiesOf(type).filter(
    (name) =>
      name !== 'date' && name !== 'grade' && (name !== 'name' || nodeTypeRow(type).title === undefined),
  );
  const values = names.map((name) => [name, valueOfKind(properties[name].kind)]);
  return { ...Object.fromEntries(values), as, type, id: `${type.toLowerCase()}/${as}` };
}

test.each(nodeTypeNames)('a %s can be mapped with all of its properties', (type) =>
  withGraph(async (store) => {
    const mapping = { ...bare, nodes: [nodeOf(type, 'one')] };
    const outcome = await importTable(store, readerOf(mapping), tableOf('t.csv', heading, sampleRow));
    expect(outcome).toMatchObject({ kind: 'imported', rows: 1, problems: [] });
    const id = `${type.toLowerCase()}/one` as NodeId;
    const [node] = (await store.records([id])).nodes;
    const wanted = propertiesOf(type).filter((name) => name !== 'date' && name !== 'grade');
    expect(Object.keys(node?.properties ?? {})).toEqual(expect.arrayContaining(wanted));
  }),
);

test.each(relationshipTypeNames)('a relationship %s can be mapped with all of its properties', (type) =>
  withGraph(async (store) => {
    const { from, to } = relationshipTypeRow(type);
    const [start, end] = [from[0], to[0]];
    if (!start || !end) throw new Error('a relationship joins two types');
    const names = relationshipPropertiesOf(type);
    const values = names.map((name) => [name, valueOfKind(relationshipProperties[name].kind)]);
    const mapping = {
      ...bare,
      nodes: [nodeOf(start, 'start'), nodeOf(end, 'end')],
      relationships: [{ ...Object.fromEntries(values), type, start: 'start', end: 'end' }],
    };
    const outcome = await importTable(store, readerOf(mapping), tableOf('t.csv', heading, sampleRow));
    expect(outcome).toMatchObject({ kind: 'imported', rows: 1, problems: [] });
    const found = await store.adjacent({
      of: [`${start.toLowerCase()}/start` as NodeId],
      types: [type],
      among: false,
      limit: 5,
    });
    const [relationship] = (await store.records(found.relationships.map(({ id }) => id))).relationships;
    expect(Object.keys(relationship?.properties ?? {}).sort()).toEqual([...names].sort());
  }),
);
