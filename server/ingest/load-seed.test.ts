import { expect, test } from 'vitest';
import { evidenceId, nodeId } from '../../schema/ids.ts';
import { createModelStore } from '../../test/contract/model-store.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { loadSeed, printSeedOutcome, type SeedOutcome } from './load-seed.ts';
import { readSeed } from './read-seed.ts';
import { parseStartingViews, startingViewsMark } from './starting-views.ts';

const clock = () => new Date('2026-01-05T10:00:00Z');
const source = { document: 'document/report', locator: 'paragraph 1' };
const report = { id: 'document/report', type: 'Document', name: 'The report', standing: 'primary' };
const home = { id: 'organisation/home', type: 'Organisation', name: 'Hill House', evidence: [source] };
const visit = { id: 'inspection/visit', type: 'Inspection', name: 'Visit', publishedOn: '2014-06' };
const good = { id: 'judgement/good', type: 'Judgement', area: 'overall', label: 'good', evidence: [source] };
const inspected = { type: 'INSPECTED', start: visit.id, end: home.id, evidence: [source] };
const judged = { type: 'JUDGED', start: visit.id, end: good.id, evidence: [source] };

/** The text of a small seed: a report on a visit to a home, judged good. */
function seedText(change: { readonly nodes?: object[]; readonly relationships?: object[] } = {}): string {
  return JSON.stringify({
    format: 1,
    name: 'small',
    title: 'A small world',
    startingViews: [
      { id: 'all', title: 'All', says: 'Everything.', arrangement: 'free', nodes: [report.id] },
    ],
    nodes: change.nodes ?? [report, home, visit, good],
    relationships: change.relationships ?? [inspected, judged],
  });
}

function load(store: GraphStore, text: string): Promise<SeedOutcome> {
  return loadSeed(store, text, 'small.json', clock);
}

async function rename(store: GraphStore, id: string, name: string): Promise<void> {
  const found = await store.records([nodeId(id)]);
  const nodes = found.nodes.map((node) => ({ ...node, properties: { ...node.properties, name } }));
  await store.write({
    author: 'ada',
    reason: 'a better name',
    at: '2026-02-01T00:00:00Z',
    expected: [],
    put: { ...found, nodes },
    remove: [],
    marks: [],
    idempotencyKey: null,
  });
}

async function remove(store: GraphStore, ...ids: string[]): Promise<void> {
  const put = { nodes: [], relationships: [], evidence: [], statements: [] };
  const touching = await store.adjacent({ of: ids.map(nodeId), types: null, among: false, limit: 100 });
  await store.write({
    author: 'ada',
    reason: 'out of scope',
    at: '2026-02-01T00:00:00Z',
    expected: [],
    put,
    remove: [...touching.relationships.map(({ id }) => id), ...ids.map(nodeId)],
    marks: [],
    idempotencyKey: null,
  });
}

async function nameOf(store: GraphStore, id: string): Promise<string | undefined> {
  const { nodes } = await store.records([nodeId(id)]);
  return nodes[0]?.properties.name;
}

test('a seed is loaded in one entry of the journal, complete with dates and grades', async () => {
  const store = createModelStore();
  expect(await load(store, seedText())).toMatchObject({ kind: 'loaded', created: 6, changed: 0, left: [] });
  const [entry, ...others] = await store.journal({ after: 0, limit: 10 });
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ author: 'seed', reason: 'Seed “A small world” (small)', items: 6 });
  const { nodes } = await store.records([nodeId(good.id)]);
  expect(nodes[0]?.properties).toMatchObject({
    name: 'overall: good',
    date: { edtf: '2014-06' },
    grade: { rank: 2, of: 4 },
    standing: 'stands',
  });
});

test('the same content is loaded once', async () => {
  const store = createModelStore();
  await load(store, seedText());
  const again = await load(store, seedText());
  expect(again).toEqual({ kind: 'already loaded', seed: 'small' });
  expect(await store.journal({ after: 0, limit: 10 })).toHaveLength(1);
});

test('content that says the same in other words changes no version', async () => {
  const store = createModelStore();
  await load(store, seedText());
  const again = await load(store, `${seedText()}\n`);
  expect(again).toMatchObject({ kind: 'loaded', created: 0, changed: 0, removed: 0, left: [] });
  const { nodes } = await store.records([nodeId(home.id)]);
  expect(nodes[0]?.version).toBe(1);
  expect(await load(store, `${seedText()}\n`)).toMatchObject({ kind: 'already loaded' });
});

test('a seed with one bad record loads nothing', async () => {
  const store = createModelStore();
  const outcome = await load(store, seedText({ nodes: [report, home, visit, { ...good, label: 7 }] }));
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(printSeedOutcome(outcome)).toContain('small.json: judgement/good: label: expected text');
  expect(await store.nodeIds({ types: null, after: null, limit: 10 })).toEqual([]);
  expect(await store.mark('seed:small')).toBeNull();
});

test('new content changes what it names anew and removes what it names no longer', async () => {
  const store = createModelStore();
  await load(store, seedText());
  const next = seedText({
    nodes: [report, { ...home, name: 'Hill Home' }, visit],
    relationships: [inspected],
  });
  expect(await load(store, next)).toMatchObject({
    kind: 'loaded',
    created: 0,
    changed: 1,
    removed: 2,
    left: [],
  });
  expect(await nameOf(store, home.id)).toBe('Hill Home');
  expect(await nameOf(store, good.id)).toBeUndefined();
});

test('what a curator changed since is left and listed', async () => {
  const store = createModelStore();
  await load(store, seedText());
  await rename(store, home.id, 'Hill House, Leeds');
  const outcome = await load(
    store,
    seedText({ nodes: [report, { ...home, name: 'Hill Home' }, visit, good] }),
  );
  expect(outcome).toMatchObject({ changed: 0, left: [{ id: home.id, because: 'ada has changed it since' }] });
  expect(await nameOf(store, home.id)).toBe('Hill House, Leeds');
  expect(printSeedOutcome(outcome)).toContain('left organisation/home: ada has changed it since');
});

test('what a curator changed stays when the seed names it no longer', async () => {
  const store = createModelStore();
  await load(store, seedText());
  await rename(store, home.id, 'Hill House, Leeds');
  const outcome = await load(store, seedText({ nodes: [report, visit, good], relationships: [judged] }));
  expect(outcome).toMatchObject({ removed: 1, left: [{ id: home.id }] });
  expect(await nameOf(store, home.id)).toBe('Hill House, Leeds');
});

test('what a curator removed stays removed, with all that would lean on it', async () => {
  const store = createModelStore();
  await load(store, seedText());
  await remove(store, home.id);
  const owned = { type: 'OWNED_BY', start: home.id, end: 'organisation/owner', evidence: [source] };
  const owner = { id: 'organisation/owner', type: 'Organisation', name: 'Owner' };
  const outcome = await load(
    store,
    seedText({ nodes: [report, home, visit, good, owner], relationships: [inspected, judged, owned] }),
  );
  expect(outcome).toMatchObject({ kind: 'loaded', created: 1, left: { length: 3 } });
  expect(await nameOf(store, home.id)).toBeUndefined();
  expect(await nameOf(store, owner.id)).toBe('Owner');
});

test('a record on which others have come to rest is kept when the seed names it no longer', async () => {
  const store = createModelStore();
  await load(store, seedText());
  const first = await store.records([nodeId(good.id)]);
  const [judgement] = first.nodes;
  if (!judgement) throw new Error('the seed brings a judgement');
  // Ada rests her own organisation on the seed's report.
  await store.write({
    author: 'ada',
    reason: 'her own',
    at: '2026-02-01T00:00:00Z',
    expected: [],
    put: {
      nodes: [{ ...judgement, id: nodeId('judgement/ada') }],
      relationships: [],
      evidence: first.evidence.map((piece) => {
        const of = nodeId('judgement/ada');
        const id = evidenceId(of, piece.document, piece.locator, piece.basis, piece.explanation);
        return { ...piece, id, of };
      }),
      statements: [],
    },
    remove: [],
    marks: [],
    idempotencyKey: null,
  });
  const other = { id: 'organisation/other', type: 'Organisation', name: 'Other' };
  const bare = JSON.stringify({
    ...JSON.parse(seedText({ nodes: [other], relationships: [] })),
    startingViews: [],
  });
  const outcome = await load(store, bare);
  expect(outcome).toMatchObject({
    kind: 'loaded',
    created: 1,
    removed: 5,
    left: [{ id: report.id, because: 'other records rest on it' }],
  });
});

test('a changed seed sees the judgements that others brought to its inspection', async () => {
  const store = createModelStore();
  await load(store, seedText({ nodes: [report, home, visit], relationships: [inspected] }));
  const inadequate = { ...good, id: 'judgement/bad', label: 'inadequate' };
  const theirs = readSeed(
    seedText({
      nodes: [report, home, visit, inadequate],
      relationships: [{ ...judged, end: inadequate.id }],
    }),
    'other.json',
  );
  if (theirs.kind === 'problems') throw new Error('the other seed is right');
  const { records } = theirs.value;
  const bad = nodeId('judgement/bad');
  const relationships = records.relationships;
  const owned = new Set<string>([bad, ...relationships.map(({ id }) => id)]);
  await store.write({
    author: 'import',
    reason: 'another table',
    at: '2026-02-01T00:00:00Z',
    expected: [],
    put: {
      nodes: records.nodes.filter(({ id }) => id === bad),
      relationships,
      evidence: records.evidence.filter(({ of }) => owned.has(of)),
      statements: [],
    },
    remove: [],
    marks: [],
    idempotencyKey: null,
  });
  await load(store, seedText());
  const { nodes } = await store.records([nodeId(visit.id), nodeId(good.id), bad]);
  expect(nodes.map(({ disputed }) => disputed)).toEqual([['judgements'], ['grade'], ['grade']]);
  expect(nodes.map(({ properties }) => properties.standing).sort()).toEqual([
    'also said',
    'stands',
    undefined,
  ]);
});

test('the starting views of a seed can be read back from the store', async () => {
  const store = createModelStore();
  await load(store, seedText());
  const kept = await store.mark(startingViewsMark('small'));
  expect(parseStartingViews(kept ?? '')).toMatchObject({
    kind: 'value',
    value: [{ id: 'all', nodes: [report.id] }],
  });
  expect(parseStartingViews('no views')).toMatchObject({ kind: 'problems' });
});
