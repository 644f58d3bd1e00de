import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import { type GraphStore, StoreUnavailable } from '../../server/store/graph-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../support/neo4j/neo4j-of-worker.ts';
import { ANSWER } from './deadlines.ts';
import { editOf, recordsOf } from './edit-load.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';

let proxy: FaultyProxy;
let store: GraphStore;
let number = 0;
beforeAll(async () => {
  const address = neo4jOfWorker();
  await wipeNeo4j(address);
  proxy = await openFaultyProxy(address.uri);
  store = await openNeo4jStore({ ...address, uri: proxy.uri });
});
beforeEach(async () => {
  await proxy.set('none');
  number += 1;
});
afterAll(async () => {
  await proxy.set('none');
  expect(await verifyJournal(store)).toMatchObject({ faultCount: 0 });
  expect(await checkGraph(store)).toMatchObject({ faults: [] });
  await store.close();
  await proxy.close();
});

test.each(['stopped', 'paused'] as const)(
  'while the database is %s, reads and writes are told within the time, and are good again after it without a restart',
  async (fault) => {
    await store.write(editOf(number));
    await proxy.set(fault);
    const asked = [
      store.records(recordsOf(number)),
      store.write(editOf(number + 100)),
      store.journalHead(),
      store.ping(),
    ];
    for (const outcome of await Promise.all(asked.map(settleInTime))) {
      expect(outcome).toBeInstanceOf(StoreUnavailable);
    }
    await proxy.set('none');
    await expect
      .poll(async () => (await store.records(recordsOf(number)).catch(() => null))?.nodes.length, {
        timeout: 20_000,
      })
      .toBe(2);
    // Whether or not the write had come through, sending it again applies it once.
    const again = await store.write(editOf(number + 100));
    expect(['written', 'repeated']).toContain(again.kind);
    expect(await store.write(editOf(number + 100))).toMatchObject({ kind: 'repeated' });
  },
);

test.each(['reset before commit', 'reset after commit'] as const)(
  'a connection that is %s applies a change with a key once',
  async (fault) => {
    const { sequence } = await store.journalHead();
    await proxy.set(fault);
    const first = await store.write(editOf(number)).catch((error: unknown) => error);
    const second = await store.write(editOf(number));
    expect(second).toEqual({ kind: 'repeated', sequence: sequence + 1 });
    if (!(first instanceof StoreUnavailable))
      expect(['written', 'repeated']).toContain((first as { kind: string }).kind);
    expect((await store.journalHead()).sequence).toBe(sequence + 1);
  },
);

/** What a promise fails with; throws where it is not settled within the time, or is fulfilled. */
async function settleInTime(asked: Promise<unknown>): Promise<unknown> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${ANSWER} ms`)), ANSWER).unref();
  });
  return Promise.race([
    asked.then(
      (value) => {
        throw new Error(`it was answered with ${JSON.stringify(value)}`);
      },
      (error: unknown) => error,
    ),
    late,
  ]);
}
