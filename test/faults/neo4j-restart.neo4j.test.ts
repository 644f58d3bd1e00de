import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { addressOf, type Run, startOversight } from '../cli/run-oversight.ts';
import { type OwnNeo4j, startOwnNeo4j } from '../support/neo4j/start-neo4j.ts';
import { askServer, makeToken, sendEdit, sequenceOf } from './ask-server.ts';
import { soon, until } from './deadlines.ts';

const CURATORS = 4;
/** Edits that must be acknowledged before the database is killed, and again after it is back. */
const ENOUGH = 10;
/** A database that has just begun plans every statement anew: what it is slow at is not the server's to answer for. */
const COLD = 60_000;
const patiently = () => AbortSignal.timeout(COLD);

let database: OwnNeo4j | null = null;
let server: Run | null = null;
afterAll(async () => {
  server?.child.kill('SIGKILL');
  await database?.stop();
});

// A Neo4j that is not ours is nobody's to be killed.
describe.skipIf(process.env.NEO4J_TEST_URI)('a database that is killed and started again under edits', () => {
  test('is told of in time and used again by the same server; each edit is there once', async () => {
    database = await startOwnNeo4j();
    const { uri, user, password } = database;
    const settings = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      LOG_LEVEL: 'fatal',
      RATE_LIMIT_WRITES: '0',
    };
    server = startOversight(['serve'], settings);
    const url = (await addressOf(server)).replace(/\/$/, '');
    const token = await makeToken(settings);
    const read = async (signal: AbortSignal) =>
      (await askServer(url, '{ person(id: "person/anthony-douglas") { name } }', { signal })).code;
    const load = beginLoad(url, token);
    await until(async () => load.acknowledged.size >= ENOUGH);

    await database.kill();
    expect(await read(soon())).toBe('STORE_UNAVAILABLE');
    await until(async () => load.refusals() >= CURATORS);
    const before = load.acknowledged.size;
    await database.resume();
    await until(async () => (await read(patiently())) === null, COLD);
    await until(async () => load.acknowledged.size >= before + ENOUGH);
    await load.end();

    // Sent again, each is told where it stands; the journal has no other entries than the seed's and theirs.
    for (const [key, sequence] of load.acknowledged)
      expect(sequenceOf(await sendEdit(url, token, key))).toBe(sequence);
    const store = await openNeo4jStore(database);
    expect(await store.journalHead()).toMatchObject({ sequence: 1 + load.acknowledged.size });
    expect(new Set(load.acknowledged.values()).size).toBe(load.acknowledged.size);
    expect(await verifyJournal(store)).toMatchObject({ faultCount: 0, entries: 1 + load.acknowledged.size });
    expect(await checkGraph(store)).toMatchObject({ faults: [] });
    await store.close();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 300_000);
});

/** Curators who each send one edit after the other, each with its key until it is acknowledged. */
function beginLoad(url: string, token: string) {
  const acknowledged = new Map<string, number>();
  let isOver = false;
  let refused = 0;
  const curate = async (curator: number) => {
    for (let number = 0; !isOver; number++) {
      const key = `edit ${curator}-${number}`;
      for (;;) {
        const said = await sendEdit(url, token, key, patiently());
        const sequence = sequenceOf(said);
        if (sequence !== null) {
          acknowledged.set(key, sequence);
          break;
        }
        expect([said.status, said.code]).toEqual([503, 'STORE_UNAVAILABLE']);
        refused += 1;
        await wait(100);
      }
    }
  };
  const curators = Array.from({ length: CURATORS }, (_, curator) => curate(curator));
  return {
    /** Keys with the numbers of their entries. */
    acknowledged,
    /** How often a curator was told that the database is away. */
    refusals: () => refused,
    end: async () => {
      isOver = true;
      await Promise.all(curators);
    },
  };
}
