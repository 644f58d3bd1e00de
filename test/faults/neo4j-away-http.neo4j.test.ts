import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { openStream } from '../api/live/read-stream.ts';
import { addressOf, type Run, startOversight } from '../cli/run-oversight.ts';
import { wipeNeo4j } from '../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../support/neo4j/neo4j-of-worker.ts';
import { askServer, makeToken, type Said, sendEdit, sequenceOf } from './ask-server.ts';
import { BACK, soon, until } from './deadlines.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';

const look = '{ person(id: "person/anthony-douglas") { name } }';

const address = neo4jOfWorker();
const { pid } = address;

let proxy: FaultyProxy;
let server: Run;
let url: string;
let token: string;
let key = 0;
beforeAll(async () => {
  const { uri, user, password } = address;
  await wipeNeo4j(address);
  proxy = await openFaultyProxy(uri);
  const settings = { NEO4J_URI: proxy.uri, NEO4J_USER: user, NEO4J_PASSWORD: password, LOG_LEVEL: 'fatal' };
  server = startOversight(['serve'], settings);
  url = (await addressOf(server)).replace(/\/$/, '');
  token = await makeToken(settings);
  expect((await askServer(url, look)).status).toBe(200);
}, 400_000);
beforeEach(() => {
  key += 1;
});
afterEach(async () => {
  await resume();
  await proxy.set('none');
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  // The same process from the first test to the last.
  expect(await server.ended).toBe(0);
  const store = await openNeo4jStore(address);
  expect(await verifyJournal(store)).toMatchObject({ faultCount: 0 });
  expect(await checkGraph(store)).toMatchObject({ faults: [] });
  await store.close();
  await proxy.close();
}, 400_000);

const read = () => askServer(url, look, { signal: soon() });
const edit = () => sendEdit(url, token, `edit ${key}`, soon());

async function headOfJournal(): Promise<number> {
  const { data } = await askServer(url, '{ subgraph(limit: 1) { sequence } }');
  return data.subgraph.sequence;
}

/** A Neo4j that is not ours cannot be stopped as a process: the way to it falls silent instead. */
async function resume(): Promise<void> {
  if (pid === null) await proxy.set('none');
  else process.kill(pid, 'SIGCONT');
}

const faults: readonly (readonly [string, () => Promise<void>, () => Promise<void>])[] = [
  ['refuses every connection, as one that is restarted', () => proxy.set('stopped'), () => proxy.set('none')],
  [
    'is stopped as a process, with its connections open',
    async () => (pid === null ? proxy.set('paused') : void process.kill(pid, 'SIGSTOP')),
    resume,
  ],
];

test.each(faults)(
  'while the database %s, every request is told so in time, and the same server is good again after it',
  async (_what, begin, end) => {
    const before = await headOfJournal();
    const stream = await openStream(url, { after: before });
    await begin();
    const said: readonly Said[] = await Promise.all([read(), edit(), read(), edit()]);
    for (const { code, status } of said) expect([code, status]).toEqual(['STORE_UNAVAILABLE', 503]);
    expect((await fetch(`${url}/readyz`, { signal: soon() })).status).toBe(503);
    expect((await fetch(`${url}/livez`, { signal: soon() })).status).toBe(200);
    expect((await fetch(`${url}/person/anthony-douglas`, { signal: soon() })).status).toBe(503);
    await end();
    await until(async () => (await read()).data?.person?.name === 'Anthony Douglas', BACK);
    // Both copies may have come through, or none: sent again, the edit is there once.
    let again = await edit();
    await until(async () => {
      again = await edit();
      return sequenceOf(again) !== null;
    });
    expect(sequenceOf(again)).toBe(before + 1);
    expect(await headOfJournal()).toBe(before + 1);
    // The stream that was open meanwhile has ended, or tells the entry now: one that is resumed has it in any case.
    stream.close();
    const resumed = await openStream(url, { after: before });
    expect(await resumed.nextEntry()).toMatchObject({ sequence: before + 1, author: 'Eve' });
    resumed.close();
  },
);

test.each(['reset before commit', 'reset after commit'] as const)(
  'an edit whose connection is %s is answered, and sent again it is done once',
  async (fault) => {
    const before = await headOfJournal();
    await proxy.set(fault);
    const first = await edit();
    if (sequenceOf(first) === null) expect(first.code).toBe('STORE_UNAVAILABLE');
    const second = await edit();
    expect(sequenceOf(second)).toBe(before + 1);
    expect(sequenceOf(await edit())).toBe(before + 1);
    expect(await headOfJournal()).toBe(before + 1);
  },
);
