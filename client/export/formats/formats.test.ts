import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { elementsNamed, parseXml, type XmlElement } from '../../../test/support/parse-xml.ts';
import { readCsv } from '../../../test/support/read-csv.ts';
import { smallView } from '../small-view.ts';
import { writeGraphMl } from './write-graphml.ts';
import { writeJson } from './write-json.ts';
import { writeTables } from './write-tables.ts';
import { zipTexts } from './zip-texts.ts';

const ogl = 'Contains public sector information licensed under the Open Government Licence v3.0.';

/** The rows of a table as records. */
function recordsOf(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

test('the files of a small view are exactly these', async () => {
  await expect(writeJson(smallView)).toMatchFileSnapshot('./golden/view.json.txt');
  await expect(writeGraphMl(smallView)).toMatchFileSnapshot('./golden/view.graphml');
  await expect(Object.values(writeTables(smallView)).join('\n')).toMatchFileSnapshot('./golden/tables.txt');
});

test('JSON has each record with its evidence, each document once, and the words that licences want', () => {
  const file = JSON.parse(writeJson(smallView));
  expect(file).toMatchObject({
    format: 'oversight-view',
    madeWith: { version: '0.2.0' },
    attribution: [ogl],
  });
  expect(file.documents.map(({ id }: { id: string }) => id)).toEqual([
    'document/article',
    'document/statistics',
  ]);
  expect(file.nodes[1]).toMatchObject({
    properties: { publishedOn: '2018-03~', isPilot: false },
    evidence: [{ documentId: 'document/statistics', locator: 'row 7', basis: 'stated' }],
    statements: [{ property: 'publishedOn', value: '2018-03-28', standing: 'also said' }],
  });
  expect(file.relationships[0]).toMatchObject({
    startId: 'inspection/cafcass-2018',
    says: 'inspected',
    endId: 'organisation/cafcass',
  });
});

test('tables say each node, each relationship with the names of its ends, and each source', () => {
  const tables = writeTables(smallView);
  const nodes = recordsOf(tables['nodes.csv']);
  expect(nodes.map(({ id }) => id)).toEqual(smallView.nodes.map(({ record }) => record.id));
  expect(nodes[0]?.name).toBe(`'=HYPERLINK("http://evil.example","Cafcass")`);
  expect(nodes[0]?.aliases).toBe('Children & Family Court Advisory and Support Service; <Cafcass>');
  expect(nodes[1]).toMatchObject({ date: '2018-03~', dateEarliest: '2018-03-01', dateLatest: '2018-03-31' });
  expect(nodes[2]).toMatchObject({ label: 'Good', gradeRank: '2', gradeOf: '4' });
  expect(nodes[3]?.value).toBe('-12.5');
  expect(recordsOf(tables['relationships.csv'])[1]).toMatchObject({
    startName: 'Second national inspection of Cafcass',
    says: 'judged',
    endName: 'overall: good',
    documents: 'Inspections in year',
  });
  expect(recordsOf(tables['sources.csv']).map(({ supports, document }) => [supports, document])).toEqual([
    ['organisation/cafcass', 'Cafcass “praised”, at last'],
    ['inspection/cafcass-2018', 'Inspections in year'],
    ['inspection/cafcass-2018', 'Inspections in year'],
    [smallView.relationships[0]?.record.id, 'in no document of the graph'],
    [smallView.relationships[1]?.record.id, 'Inspections in year'],
  ]);
  expect(tables['README.txt']).toContain(ogl);
});

test('the archive of tables opens, and begins them with the mark of UTF-8 where it is asked for', () => {
  for (const hasMark of [true, false]) {
    const files = unzipSync(zipTexts({ 'a.csv': 'é', 'README.txt': 'é' }, hasMark));
    expect([...(files['a.csv'] ?? [])]).toEqual(hasMark ? [0xef, 0xbb, 0xbf, 0xc3, 0xa9] : [0xc3, 0xa9]);
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toBe('é');
  }
});

test('GraphML reads back: every node and relationship, each value under a declared key of its type', () => {
  const graphml = parseXml(writeGraphMl(smallView));
  const keys = new Map(elementsNamed(graphml, 'key').map(({ attributes }) => [attributes.id, attributes]));
  const valuesOf = (element: XmlElement) =>
    Object.fromEntries(
      element.children
        .filter(({ name, attributes }) => name === 'data' && attributes.key !== 'yed')
        .map(({ attributes, text }) => [keys.get(attributes.key ?? '')?.['attr.name'] ?? 'undeclared', text]),
    );
  const nodes = elementsNamed(graphml, 'node');
  expect(nodes.map(({ attributes }) => attributes.id)).toEqual(
    smallView.nodes.map(({ record }) => record.id),
  );
  expect(valuesOf(nodes[0] as XmlElement)).toMatchObject({
    label: '=HYPERLINK("http://evil.example","Cafcass")',
    type: 'Organisation',
    aliases: 'Children & Family Court Advisory and Support Service; <Cafcass>',
    x: '-10.5',
  });
  const edges = elementsNamed(graphml, 'edge');
  expect(edges.map(({ attributes: { source, target } }) => [source, target])).toEqual(
    smallView.relationships.map(({ record }) => [record.from, record.to]),
  );
  const typeOf = (id: string) => keys.get(id)?.['attr.type'];
  expect([
    typeOf('node-isPilot'),
    typeOf('node-value'),
    typeOf('node-gradeRank'),
    typeOf('node-label'),
  ]).toEqual(['boolean', 'double', 'int', 'string']);
  for (const { attributes } of elementsNamed(graphml, 'data'))
    expect([...keys.keys()], attributes.key).toContain(attributes.key);
  expect(writeGraphMl(smallView)).toContain(ogl);
});
