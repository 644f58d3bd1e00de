import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evidenceId, nodeId, relationshipId } from '../../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRecords, GraphRelationship } from '../../../schema/records.ts';
import { type GraphChange, type GraphStore, StoreUnavailable } from '../graph-store.ts';
import type { Branch, NodeSelection } from '../read-plan.ts';
import { openConnection } from './connection.ts';
import { graphFileName, openSqliteStore } from './sqlite-store.ts';

const report = node('document/report', 'Document', { name: 'Report' });
const douglas = node('person/anthony-douglas', 'Person', { name: 'Anthony Douglas' });
const tiotto = node('person/jacky-tiotto', 'Person', { name: 'Jacky Tiotto' });
const cafcass = node('organisation/cafcass', 'Organisation', { name: 'Cafcass' });
const posts = [post(douglas), post(tiotto)];
const world: GraphRecords = {
  nodes: [report, douglas, tiotto, cafcass],
  relationships: posts,
  evidence: posts.map(evidenceOf),
  statements: [],
};

const bare: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

let folder = '';
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-'));
  store = await openSqliteStore({ folder });
  await store.write(change({ put: world }));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a branch costs one statement for all parents, its total another', async () => {
  const holders = branch('holders', 'in', bare);
  const people = (branches: readonly Branch[]) => ({
    kind: 'nodes' as const,
    types: ['Person' as const],
    where: null,
    order: [{ by: { kind: 'node' as const, property: 'name' as const }, direction: 'asc' as const }],
    page: { direction: 'forward' as const, limit: 10, from: null },
    countTotal: false,
    select: { ...bare, branches },
  });
  expect(await statementsOf(() => store.read(people([])))).toBe(1);
  const posts = branch('posts', 'out', { ...bare, branches: [holders] });
  expect(await statementsOf(() => store.read(people([posts])))).toBe(3);
  expect(await statementsOf(() => store.read(people([{ ...posts, countTotal: true }])))).toBe(4);
  const { page } = await store.read(people([posts]));
  const first = page.items[0]?.node.branches.get('posts')?.items[0]?.node?.branches.get('holders');
  expect(first?.items.map(({ node }) => node?.node.properties.name)).toEqual([
    'Anthony Douglas',
    'Jacky Tiotto',
  ]);
});

test('evidence, its documents, statements and counts cost one statement each', async () => {
  const select = {
    ...bare,
    evidence: { document: bare },
    statements: { evidence: { document: null } },
    counts: true,
  };
  const plan = { kind: 'nodesById' as const, ids: world.nodes.map(({ id }) => id), select };
  const spent = await statementsOf(() => store.read(plan));
  expect(spent).toBeLessThanOrEqual(6);
  const { nodes } = await store.read(plan);
  expect(nodes.map(({ node }) => node.id)).toEqual(plan.ids);
  expect(nodes[3]?.counts).toEqual([
    { relationship: 'HOLDS_POST', direction: 'in', relationships: 2, neighbours: 2 },
  ]);
});

test('what rests on a document is found with the record that it supports', async () => {
  const { page } = await store.read({
    kind: 'supports',
    document: report.id,
    page: { direction: 'forward', limit: 1, from: null },
    countTotal: true,
    node: null,
    relationship: { properties: [], evidence: null, statements: null, from: bare, to: null },
  });
  const [first] = world.evidence.map(({ id }) => id).sort();
  expect(page).toMatchObject({ totalCount: 2, hasNext: true, items: [{ evidence: { id: first } }] });
  expect(page.items[0]?.relationship?.from?.node.type).toBe('Person');
});

test('a search takes a word with one slip, and no query syntax', async () => {
  const names = async (words: readonly string[], match: 'prefixes' | 'nearby') =>
    (await store.searchCandidates({ words, match, types: null, limit: 10 })).nodes.map(({ id }) => id);
  expect(await names(['tiot'], 'prefixes')).toEqual([tiotto.id]);
  expect(await names(['tioto'], 'prefixes')).toEqual([]);
  expect(await names(['jackey', 'tioto'], 'nearby')).toEqual([tiotto.id]);
  expect(await names(['"tiotto" OR douglas'], 'prefixes')).toEqual([]);
});

test('a node that was renamed is found by its new name only', async () => {
  await store.write(
    change({
      put: {
        ...world,
        nodes: [{ ...tiotto, properties: { name: 'Jacky Smith' } }],
        relationships: [],
        evidence: [],
      },
    }),
  );
  const found = async (word: string) =>
    (await store.searchCandidates({ words: [word], match: 'nearby', types: null, limit: 10 })).nodes.length;
  expect([await found('tiotto'), await found('smith')]).toEqual([0, 1]);
});

test('a node is found still when something else of it changes, and words of a later change take a slip, too', async () => {
  const noted = { ...tiotto, properties: { ...tiotto.properties, url: 'https://example.org' } };
  const added = node('person/new', 'Person', { name: 'Jacky Grimshaw' });
  const only = { relationships: [], evidence: [], statements: [] };
  expect(await store.write(change({ put: { nodes: [noted, added], ...only } }))).toMatchObject({
    kind: 'written',
    changed: 1,
  });
  const found = async (word: string) =>
    (await store.searchCandidates({ words: [word], match: 'nearby', types: null, limit: 10 })).nodes
      .map(({ id }) => id)
      .sort();
  expect(await found('tioto')).toEqual([tiotto.id]);
  expect(await found('grimshw')).toEqual([added.id]);
  expect(await found('jackey')).toEqual([tiotto.id, added.id].sort());
});

test('a change that breaks a rule changes nothing, its marks included', async () => {
  const lonely = node('person/new', 'Person', { name: 'New' });
  const taken: Evidence = { ...evidenceOf(post(douglas)), of: lonely.id };
  const put = { nodes: [lonely], relationships: [], evidence: [taken], statements: [] };
  const outcome = await store.write(change({ put, marks: [{ key: 'seed', value: '1' }] }));
  expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'ID_TAKEN', record: taken.id }] });
  expect(await store.records([lonely.id])).toMatchObject({ nodes: [], evidence: [] });
  expect(await store.mark('seed')).toBeNull();
  expect(await store.journal({ after: 0, limit: 10 })).toHaveLength(1);
});

test('another connection sees what was written, and the file keeps it', async () => {
  const beside = await openSqliteStore({ folder });
  await beside.write(
    change({
      put: {
        ...world,
        nodes: [node('person/new', 'Person', { name: 'New' })],
        relationships: [],
        evidence: [],
      },
    }),
  );
  await beside.close();
  expect(await store.journal({ after: 1, limit: 10 })).toMatchObject([{ sequence: 2, items: 1 }]);
  expect(await store.nodeIds({ types: ['Person'], after: null, limit: 10 })).toContain('person/new');
});

test('a write waits for another process that writes, and readers are answered meanwhile', async () => {
  const other = openConnection(join(folder, graphFileName));
  other.execute('BEGIN IMMEDIATE');
  const added = { ...world, nodes: [node('person/new', 'Person', { name: 'New' })] };
  const written = store.write(change({ put: { ...added, relationships: [], evidence: [] } }));
  expect(await store.nodeIds({ types: ['Person'], after: null, limit: 10 })).toHaveLength(2);
  other.execute('COMMIT');
  other.close();
  expect(await written).toMatchObject({ kind: 'written', created: 1 });
});

test('a change in parts is carried into the file at once, also where a reader that began before holds that up', async () => {
  const place = join(folder, graphFileName);
  const reader = openConnection(place);
  reader.execute('BEGIN');
  reader.all('SELECT count(*) FROM node', []);
  const nodes = Array.from({ length: 300 }, (_each, at) =>
    node(`person/${at}`, 'Person', { name: `Name ${at}` }),
  );
  const about = { author: 'import', reason: 'a table', at: '2026-01-02T03:04:05.000Z', marks: [] };
  const writing = store.writeInParts(about, async (parts) => {
    await parts.put({ put: { nodes, relationships: [], evidence: [], statements: [] }, remove: [] });
    return 'keep';
  });
  await expect
    .poll(async () => (await store.journalHead()).sequence, { interval: 1, timeout: 30_000 })
    .toBe(2);
  reader.execute('COMMIT');
  expect(await writing).toMatchObject({ kind: 'written', created: 300 });
  const [pages] = reader.all(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    [],
  );
  reader.close();
  expect(statSync(place).size).toBe(pages?.bytes);
});

test('the file of a closed store is the whole graph by itself', async () => {
  await store.close();
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  copyFileSync(join(folder, graphFileName), join(elsewhere, graphFileName));
  const copy = await openSqliteStore({ folder: elsewhere });
  expect(await copy.nodeIds({ types: null, after: null, limit: 10 })).toHaveLength(world.nodes.length);
  await copy.close();
});

test('a closed store says so, and may be closed again', async () => {
  await store.close();
  await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  await store.close();
});

test('a reader that has gone is not answered', async () => {
  const gone = AbortSignal.abort();
  const plan = { kind: 'nodesById' as const, ids: [report.id], select: bare };
  expect(await statementsOf(() => store.read(plan, { signal: gone }).catch(() => null))).toBe(0);
});

test('a data folder that cannot be made is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openSqliteStore({ folder: join(file, 'data') })).rejects.toThrow('OVERSIGHT_DATA');
  expect(existsSync(file)).toBe(true);
});

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = store.statementCount();
  await work();
  return store.statementCount() - before;
}

function branch(key: string, direction: 'out' | 'in', far: NodeSelection): Branch {
  return {
    key,
    onTypes: ['Person', 'Organisation'],
    follow: [{ relationship: 'HOLDS_POST', direction }],
    where: null,
    relationshipWhere: null,
    order: [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }],
    page: { direction: 'forward', limit: 5, from: null },
    countTotal: false,
    relationship: { properties: ['title'], evidence: null, statements: null, from: null, to: null },
    node: far,
  };
}

function node(id: string, type: GraphNode['type'], properties: GraphNode['properties']): GraphNode {
  return { id: nodeId(id), type, version: 1, disputed: [], properties };
}

function post(person: GraphNode): GraphRelationship {
  const id = relationshipId('HOLDS_POST', person.id, cafcass.id, '');
  return {
    id,
    type: 'HOLDS_POST',
    from: person.id,
    to: cafcass.id,
    version: 1,
    disputed: [],
    properties: { title: 'Chief Executive' },
  };
}

function evidenceOf({ id: of }: GraphRelationship): Evidence {
  const id = evidenceId(of, report.id, 'page 1', 'stated', null);
  return { id, of, document: report.id, basis: 'stated', locator: 'page 1', words: null, explanation: null };
}

function change(given: Partial<GraphChange>): GraphChange {
  const nothing = { nodes: [], relationships: [], evidence: [], statements: [] };
  return {
    author: 'test',
    reason: 'test',
    at: '2026-01-01T00:00:00Z',
    expected: [],
    put: nothing,
    remove: [],
    marks: [],
    idempotencyKey: null,
    ...given,
  };
}
