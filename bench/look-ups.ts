import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import neo4j from 'neo4j-driver';
import { type NodeId, nodeId } from '../schema/ids.ts';
import { homeFolder } from '../server/config.ts';
import { seedOnStart } from '../server/seed-on-start.ts';
import type { GraphStore } from '../server/store/graph-store.ts';
import { type Connection, openConnection } from '../server/store/neo4j/connection.ts';
import { openNeo4jStore } from '../server/store/neo4j/neo4j-store.ts';
import { planAnswer } from '../server/store/neo4j/plan/plan-answer.ts';
import { planToCypher } from '../server/store/neo4j/plan/plan-to-cypher.ts';
import type { NodeTree } from '../server/store/read-plan.ts';
import { graphFileName, openSqliteStore } from '../server/store/sqlite/sqlite-store.ts';
import { startOwnNeo4j } from '../test/support/neo4j/start-neo4j.ts';
import { askByLevel } from './ask-by-level.ts';
import { askOverHttp, type Listening, listenOn } from './ask-over-http.ts';
import { type Comparison, type Contender, type Measured, measure } from './measure.ts';
import { printResults } from './print-results.ts';
import { lookUpPlan, nestedPlan, PAGE } from './selections.ts';

/** The organisation with the most inspections in the seed. */
const cafcass = nodeId('organisation/cafcass');

const server = await startOwnNeo4j();
const folder = await mkdtemp(join(tmpdir(), 'oversight-bench-'));
try {
  const measured: Measured[] = [];
  measured.push(...(await measureNeo4j()));
  measured.push(await measureSqlite());
  process.stdout.write(printResults(measured, await nameDatabase(), new Date()));
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function nameDatabase(): Promise<string> {
  const connection = openConnection(server);
  try {
    return await connection.agent();
  } finally {
    await connection.close();
  }
}

async function measureNeo4j(): Promise<readonly Measured[]> {
  const writer = await openNeo4jStore(server);
  await loadSeeds(writer).finally(() => writer.close());
  // Neither has written, so that neither has the server wait for a bookmark of its own.
  const store = await openNeo4jStore(server);
  const connection = openConnection(server);
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
  const apps: Listening[] = [];
  try {
    const ids = await store.nodeIds({ types: null, after: null, limit: 1000 });
    const alone = withoutSharing(store, connection);
    const [sharing, separate] = [await listenOn(store), await listenOn(alone)];
    apps.push(sharing, separate);
    const idAt = (turn: number): NodeId => ids[(turn * 7) % ids.length] ?? cafcass;
    const lookUps = (way: string, atOnce: number, by: (reader: GraphStore) => Contender['once']) => ({
      what: `Look-up by id, Neo4j, ${way}`,
      atOnce,
      ours: { name: 'shared statements', once: by(store) },
      other: { name: 'a statement each', once: by(alone) },
    });
    const byPort = (reader: GraphStore) => (turn: number) => reader.read(lookUpPlan(idAt(turn)));
    const byHttp = (reader: GraphStore) => (turn: number) =>
      askOverHttp(reader === store ? sharing : separate, idAt(turn));
    refuseUnequal(
      countItems((await store.read(nestedPlan)).page.items.map(({ node }) => node)),
      await askByLevel(driver),
    );
    const nested = (atOnce: number): Comparison => ({
      what: 'Three levels below a list, Neo4j',
      atOnce,
      ours: { name: 'one statement', once: () => store.read(nestedPlan) },
      other: { name: 'bare driver, level by level', once: () => askByLevel(driver) },
    });
    return await measureAll([
      lookUps('store', 1, byPort),
      lookUps('store', 16, byPort),
      lookUps('HTTP', 16, byHttp),
      nested(1),
      nested(16),
    ]);
  } finally {
    for (const app of apps) await app.stop();
    await driver.close();
    await connection.close();
    await store.close();
  }
}

async function measureSqlite(): Promise<Measured> {
  const store = await openSqliteStore({ folder });
  const database = new DatabaseSync(join(folder, graphFileName), { readOnly: true });
  try {
    await loadSeeds(store);
    const raw = database.prepare(`
      SELECT n.id, n.type, n.version, n.disputed, n.p_name, n.p_note,
        r.id AS r_id, r.type AS r_type, r.version AS r_version, r.disputed AS r_disputed,
        m.id AS m_id, m.type AS m_type, m.version AS m_version, m.disputed AS m_disputed, m.p_name AS m_name
      FROM node n JOIN relationship r ON r.to_pk = n.pk AND r.type = 'INSPECTED' JOIN node m ON m.pk = r.from_pk
      WHERE n.id = ? ORDER BY m.id, r.id LIMIT ?`);
    const [own] = (await store.read(lookUpPlan(cafcass))).nodes;
    const items = own?.branches.get('INSPECTED')?.items.length ?? 0;
    refuseUnequal(items, Math.min(raw.all(cafcass, PAGE + 1).length, PAGE));
    return await measure({
      what: 'A node with a page of its relationships, SQLite',
      atOnce: 1,
      ours: { name: 'store', once: () => store.read(lookUpPlan(cafcass)) },
      other: { name: 'raw SQL, rows as they come', once: async () => raw.all(cafcass, PAGE + 1) },
    });
  } finally {
    database.close();
    await store.close();
  }
}

/** The same store, but each look-up is a statement of its own. */
function withoutSharing(store: GraphStore, connection: Connection): GraphStore {
  const read: GraphStore['read'] = async (plan, options) => {
    if (plan.kind !== 'nodesById') return store.read(plan, options);
    const rows = await connection.read(planToCypher(plan), options?.signal);
    return planAnswer(plan, rows) as Awaited<ReturnType<typeof store.read<typeof plan>>>;
  };
  return { ...store, read };
}

async function loadSeeds(store: GraphStore): Promise<void> {
  const loaded = await seedOnStart(store, join(homeFolder, 'seeds'));
  if (loaded.kind === 'refused') throw new Error('the seeds cannot be loaded');
}

async function measureAll(comparisons: readonly Comparison[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const comparison of comparisons) measured.push(await measure(comparison));
  return measured;
}

function countItems(trees: readonly NodeTree[]): number {
  const below = trees.flatMap(({ branches }) =>
    [...branches.values()].flatMap(({ items }) => items.flatMap(({ node }) => node ?? [])),
  );
  return trees.length + (below.length === 0 ? 0 : countItems(below));
}

/** Figures of two that do not bring the same would mean nothing. */
function refuseUnequal(ours: number, others: number): void {
  if (ours !== others || ours === 0)
    throw new Error(`ours brings ${ours} items, the other ${others}: they cannot be compared`);
}
