import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { importTable, tableOf } from '../../../test/support/ingest/import-csv.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { readOnsAreas } from '../areas/read-ons-areas.ts';
import type { ImportOutcome } from '../fragments/import-outcome.ts';
import { openTableFiles } from '../tables/open-table-files.ts';
import { readIlacs } from './read-ilacs.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/data/${name}`, import.meta.url));

let store: GraphStore;
const outcomes: ImportOutcome[] = [];
beforeAll(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
  for (const [name, read] of [
    ['ons-area-lookups.zip', readOnsAreas],
    ['ilacs-history-2012-2026.csv.gz', readIlacs],
    ['derived-ilacs-sif-judgements-from-report-text.csv.gz', readIlacs],
  ] as const)
    for (const table of await openTableFiles(fixture(name)))
      outcomes.push(await importTable(store, read, table));
}, 120_000);
afterAll(() => store.close());

test('the lookups of the ONS and both tables of local authority inspections are imported whole', () => {
  expect(outcomes.map((outcome) => [outcome.kind, 'rows' in outcome ? outcome.rows : 0])).toEqual([
    ['imported', 10],
    ['imported', 415],
    ['imported', 9],
    ['imported', 218],
    ['imported', 497],
    ['imported', 2376],
  ]);
});

test('a grade that is none of Ofsted’s is told, and the rest of its row is kept', () => {
  const problems = outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : []));
  expect(problems.map(({ message }) => message)).toEqual([
    '“to requires improvement” is no grade: left out',
    '“to requires improvement” is no grade: left out',
  ]);
});

test('the scraper and the report are two sources of one inspection; where they differ it is disputed, and the report stands', async () => {
  const inspections = await store.nodeIds({ types: ['Inspection'], after: null, limit: 1_000 });
  expect(inspections).toHaveLength(497);
  const { nodes } = await store.records(inspections);
  expect(nodes.filter(({ disputed }) => disputed.includes('judgements')).length).toBeGreaterThan(0);
  const judgements = await store.records(
    await store.nodeIds({ types: ['Judgement'], after: null, limit: 5_000 }),
  );
  const documents = new Map<string, Set<string | null>>();
  for (const { of, document } of judgements.evidence)
    documents.set(of, new Set([...(documents.get(of) ?? []), document]));
  const alsoSaid = judgements.nodes.filter(({ properties }) => properties.standing === 'also said');
  expect(alsoSaid.length).toBeGreaterThan(0);
  for (const { id } of alsoSaid) expect([...(documents.get(id) ?? [])]).toEqual(['document/ilacs-history']);
});

test('an area lies in its county, region or country, and has its code', async () => {
  const page = await store.adjacent({
    of: [nodeId('region/la-bristol'), nodeId('region/la-adur'), nodeId('region/england-south-west')],
    types: ['WITHIN'],
    among: false,
    limit: 100,
  });
  const pairs = page.relationships.map(({ from, to }) => `${from} ${to}`);
  expect(pairs).toContain('region/la-bristol region/england-south-west');
  expect(pairs).toContain('region/la-adur region/la-west-sussex');
  expect(pairs).toContain('region/england-south-west region/england');
  const { nodes } = await store.records([nodeId('region/la-bristol')]);
  expect(nodes.map(({ properties: { name, code } }) => ({ name, code }))).toEqual([
    { name: 'Bristol, City of', code: 'E06000023' },
  ]);
});

test('the council of an area that stands no more was succeeded by that of the one in its place, as is inferred', async () => {
  const [poole, whole] = ['poole', 'bournemouth-christchurch-and-poole'].map((name) =>
    nodeId(`organisation/la-${name}`),
  );
  if (!poole || !whole) throw new Error('two councils are wanted');
  const { relationships } = await store.adjacent({
    of: [poole],
    types: ['SUCCEEDED_BY'],
    among: false,
    limit: 5,
  });
  expect(relationships.map(({ from, to }) => [from, to])).toEqual([[poole, whole]]);
  const { evidence } = await store.records(relationships.map(({ id }) => id));
  expect(evidence.map(({ basis }) => basis)).toEqual(['inferred']);
});

test('a table with other columns is refused', async () => {
  for (const read of [readIlacs, readOnsAreas])
    expect(await importTable(store, read, tableOf('x.csv', 'name,price', 'bread,2'))).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'LAYOUT_UNKNOWN' }],
    });
});
