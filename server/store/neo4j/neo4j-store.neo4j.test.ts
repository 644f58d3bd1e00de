import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { wipeNeo4j } from '../../../test/contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../../test/support/neo4j/neo4j-of-worker.ts';
import { makeChange, makeNode, smallWorld } from '../../../test/support/small-world.ts';
import { verifyJournal } from '../../jobs/verify-journal.ts';
import { type GraphStore, StoreRefused, StoreUnavailable } from '../graph-store.ts';
import type { NodeListPlan } from '../read-plan.ts';
import { openConnection } from './connection.ts';
import { openNeo4jStore } from './neo4j-store.ts';
import { planToCypher } from './plan/plan-to-cypher.ts';

const address = neo4jOfWorker();
const driver: Driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password));
const run = (text: string, parameters = {}) => driver.executeQuery(text, parameters);

beforeEach(() => wipeNeo4j(address));
afterAll(async () => {
  await wipeNeo4j(address);
  await driver.close();
});

async function withOpen<Result>(work: (store: GraphStore) => Promise<Result>): Promise<Result> {
  const store = await openNeo4jStore(address);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const inspectionsByName: NodeListPlan = {
  kind: 'nodes',
  types: ['Inspection'],
  where: null,
  order: [{ by: { kind: 'node', property: 'name' }, direction: 'desc' }],
  page: { direction: 'forward', limit: 10, from: null },
  countTotal: true,
  select: { properties: ['date'], evidence: null, statements: null, counts: false, branches: [] },
};

test('a database with data of somebody else is refused, saying what to do', async () => {
  await run('CREATE (:Movie {title: "Brazil"})');
  const opening = openNeo4jStore(address);
  await expect(opening).rejects.toThrow(StoreRefused);
  await expect(opening).rejects.toThrow(/NEO4J_DATABASE.*--adopt/);
});

test('our graph lives beside data of somebody else where that is wanted', async () => {
  await run('CREATE (:Movie {title: "Brazil"})');
  const store = await openNeo4jStore({ ...address, adopt: true });
  await store.write(makeChange(smallWorld));
  const ids = await store.nodeIds({ types: null, after: null, limit: 1000 });
  expect(ids).toHaveLength(smallWorld.nodes.length);
  await store.close();
  await withOpen((again) => again.ping());
});

test('data under our own labels cannot be adopted', async () => {
  await run('CREATE (:Person {name: "Terry"})');
  await expect(openNeo4jStore({ ...address, adopt: true })).rejects.toThrow('labels that Oversight uses');
});

test('a newer format is refused, naming both', async () => {
  await withOpen((store) => store.ping());
  await run('MATCH (o:_Oversight) SET o.format = 99');
  await expect(openNeo4jStore(address)).rejects.toThrow(/format 99.*up to \d+/);
});

test('a journal of the first format is chained, once, with all that it held', async () => {
  await withOpen((store) => store.write(makeChange(smallWorld)));
  const old = { record: smallWorld.nodes[0], statements: [], evidence: [] };
  await run('MATCH (j) WHERE j:_JournalEntry OR j:_JournalItem OR j:_JournalBlock DELETE j');
  await run('MATCH (o:_Oversight) SET o.format = 1, o.hash = null, o.sequence = 2');
  await run(
    `CREATE (:_JournalEntry {sequence: 1, at: '2026-01-01', author: 'Eve', reason: 'first', items: 1}),
       (:_JournalEntry {sequence: 2, at: '2026-01-02', author: 'Bo', reason: 'second', items: 0}),
       (:_JournalItem {sequence: 1, ordinal: 0, record: $id, after: $after})`,
    { id: old.record?.id, after: JSON.stringify(old) },
  );
  await withOpen(async (store) => {
    expect(await store.journalItems({ sequence: 1, after: -1, limit: 5 })).toEqual([
      { ordinal: 0, record: old.record?.id, before: null, after: old },
    ]);
    expect(await verifyJournal(store)).toMatchObject({ entries: 2, items: 1, faultCount: 0 });
    const ben = makeNode('person/new', 'Person', { name: 'New' });
    expect(await store.write(makeChange({ nodes: [ben] }))).toMatchObject({ sequence: 3 });
  });
  const head = await withOpen((store) => store.journalHead());
  await run('MATCH (o:_Oversight) SET o.format = 1');
  await withOpen(async (store) => {
    expect(await store.journalHead()).toEqual(head);
    expect(await verifyJournal(store)).toMatchObject({ entries: 3, faultCount: 0 });
  });
});

test('a request is applied once by two servers, and each sees where the journal ends', async () => {
  const [first, second] = await Promise.all([openNeo4jStore(address), openNeo4jStore(address)]);
  const change = makeChange(smallWorld, { idempotencyKey: 'key' });
  const outcomes = await Promise.all([first.write(change), second.write(change)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['repeated', 'written']);
  expect(await second.journalHead()).toEqual(await first.journalHead());
  await Promise.all([first.close(), second.close()]);
});

test('opening twice leaves the same schema and the same graph', async () => {
  const schema = async () => (await run('SHOW INDEXES YIELD name RETURN name ORDER BY name')).records.length;
  await withOpen((store) => store.write(makeChange(smallWorld)));
  const before = await schema();
  await withOpen(async (store) => {
    expect(await store.write(makeChange(smallWorld))).toEqual({ kind: 'unchanged' });
  });
  expect(await schema()).toBe(before);
});

test('a wrong password and a database that is not there are told apart', async () => {
  await expect(openNeo4jStore({ ...address, password: 'wrong' })).rejects.toThrow('NEO4J_PASSWORD');
  await expect(openNeo4jStore({ ...address, database: 'nowhere' })).rejects.toThrow('NEO4J_DATABASE');
});

test('a plan is one statement, whatever it brings', async () => {
  await withOpen(async (store) => {
    await store.write(makeChange(smallWorld));
    const before = store.statementCount();
    await store.read(inspectionsByName);
    expect(store.statementCount() - before).toBe(1);
  });
});

test('what one store wrote another one reads, also by the address of a cluster', async () => {
  const routed = { ...address, uri: address.uri.replace(/^bolt:/, 'neo4j:') };
  const store = await openNeo4jStore(routed);
  const outcome = await store.write(makeChange(smallWorld));
  expect(outcome).toMatchObject({ kind: 'written', sequence: 1 });
  const inspections = smallWorld.nodes.filter(({ type }) => type === 'Inspection').length;
  expect((await store.read(inspectionsByName)).page.totalCount).toBe(inspections);
  await store.close();
});

test('writes that come at once get the sequence numbers in a row', async () => {
  await withOpen(async (store) => {
    const writes = smallWorld.nodes
      .slice(0, 6)
      .map((node) => makeChange({ nodes: [node], relationships: [], evidence: [], statements: [] }));
    await Promise.all(writes.map((change) => store.write(change)));
    const entries = await store.journal({ after: 0, limit: 100 });
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('a read that is given up ends in the database too', async () => {
  const connection = openConnection(address);
  const numbers = 'range(1, 1000000)';
  const text = `UNWIND ${numbers} AS given UNWIND ${numbers} AS up WITH given + up AS n WHERE n < 0 RETURN n`;
  const running = async () => {
    const list = 'SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query = $text RETURN query';
    return (await run(list, { text })).records.length;
  };
  const giveUp = new AbortController();
  const reading = connection.read({ text, parameters: {} }, giveUp.signal);
  const outcome = reading.catch((problem: unknown) => problem);
  await expect.poll(running, { timeout: 20_000 }).toBe(1);
  giveUp.abort(new Error('given up'));
  expect(await outcome).toEqual(new Error('given up'));
  await expect.poll(running, { timeout: 20_000 }).toBe(0);
  await connection.close();
});

test('a closed store is unavailable', async () => {
  const store = await openNeo4jStore(address);
  await store.close();
  await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  await expect(store.read(inspectionsByName)).rejects.toThrow(StoreUnavailable);
});

test('a list in the order of names or dates walks its index and sorts no more than a page', async () => {
  await withOpen((store) => store.write(makeChange(smallWorld)));
  const positions = { name: ['a', 'inspection/a'], date: ['2018-01-01', '2018-12-31', 'inspection/a'] };
  for (const property of ['name', 'date'] as const)
    for (const from of [null, positions[property]]) {
      const page = { ...inspectionsByName.page, from };
      const order = [{ by: { kind: 'node', property }, direction: 'asc' }] as const;
      const { text, parameters } = planToCypher({ ...inspectionsByName, order, page, countTotal: false });
      const { summary } = await run(`EXPLAIN ${text}`, parameters);
      const branches = indexedBranches(summary.plan || null, []);
      expect(branches).not.toHaveLength(0);
      // Between the index and the limit nothing waits for all nodes: no sort, and no “top” of them.
      for (const above of branches)
        expect(above.slice(above.lastIndexOf('Limit'))).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(Sort|Top)$/)]),
        );
      expect(branches.every((above) => above.includes('Limit'))).toBe(true);
    }
});

interface Operator {
  readonly operatorType: string;
  readonly children: readonly Operator[];
}

/** For each walk of an index, the names of the operators above it, from the top. */
function indexedBranches(plan: Operator | null, above: readonly string[]): readonly (readonly string[])[] {
  if (!plan) return [];
  const name = plan.operatorType.replace(/@.*/, '');
  if (name.startsWith('NodeIndex')) return [above];
  return plan.children.flatMap((child) => indexedBranches(child, [...above, name]));
}
