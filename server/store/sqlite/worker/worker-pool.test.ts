import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphRecords } from '../../../../schema/records.ts';
import { graphArbitrary } from '../../../../test/contract/arbitraries/graph.ts';
import { questionArbitrary, type StoreQuestion } from '../../../../test/contract/arbitraries/question.ts';
import {
  type FacetQuestion,
  facetDimensions,
  type GraphChange,
  type GraphStore,
  StoreUnavailable,
} from '../../graph-store.ts';
import { openConnection } from '../connection.ts';
import { graphFileName, openSqliteStore } from '../sqlite-store.ts';
import { mostWaiting } from './worker-pool.ts';

const everything: FacetQuestion = { ids: null, types: null, where: null, by: facetDimensions };
const byType: FacetQuestion = { ...everything, by: ['type'] };
const aNode = { types: null, after: null, limit: 1 };

let folder = '';
let store: GraphStore;
let threads: Worker[] = [];
const seeThread = (thread: Worker) => {
  threads.push(thread);
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-'));
  store = await openSqliteStore({ folder });
  threads = [];
  process.on('worker', seeThread);
});
afterEach(async () => {
  process.off('worker', seeThread);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a worker answers what the calling thread answers, on a random graph', async () => {
  const graphs = fc.sample(graphArbitrary, { numRuns: 20, seed: 7 });
  const [records] = graphs.sort((a, b) => b.relationships.length - a.relationships.length);
  const inMemory = await openSqliteStore({ folder: ':memory:' });
  for (const one of [store, inMemory])
    expect(await one.write(changeOf(records))).toMatchObject({ kind: 'written' });
  let compared = 0;
  for (const asked of fc.sample(questionArbitrary, { numRuns: 150, seed: 7 })) {
    if (asked.kind !== 'facets' && asked.kind !== 'adjacent') continue;
    expect(await answerOf(store, asked)).toEqual(await answerOf(inMemory, asked));
    compared += 1;
  }
  await inMemory.close();
  expect(compared).toBeGreaterThan(50);
  expect(threads.length).toBe(1);
});

test('others are answered while facets of a large graph are counted', async () => {
  await fill(40_000);
  await store.facets(byType);
  let isCounted = false;
  const counted = store.facets(everything).then((counts) => {
    isCounted = true;
    return counts;
  });
  let answeredMeanwhile = 0;
  while (!isCounted) {
    expect(await store.nodeIds(aNode)).toHaveLength(1);
    await setImmediate();
    answeredMeanwhile += 1;
  }
  expect(answeredMeanwhile).toBeGreaterThan(5);
  expect((await counted)[0]).toEqual({ by: 'type', key: 'Document', count: 40_000, disputed: 0 });
});

test('a worker sees what was written before it was asked, and its statements are counted', async () => {
  await store.facets(byType);
  const before = store.statementCount();
  expect(await store.facets(byType)).toEqual([]);
  expect(store.statementCount()).toBe(before + 1);
  await fill(3);
  expect(await store.facets(byType)).toMatchObject([{ key: 'Document', count: 3 }]);
});

test('at most two workers answer, however much is asked, and too much is refused', async () => {
  const most = 2 + mostWaiting;
  const asked = Array.from({ length: most + 1 }, () => store.facets(byType));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
  expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
  expect(threads).toHaveLength(2);
});

test('what a killed worker was asked fails as unavailable, and a new worker answers the next question', async () => {
  await fill(40_000);
  const lost = store.facets(everything);
  const refused = expect(lost).rejects.toThrow(StoreUnavailable);
  await killThreads();
  await refused;
  expect(await store.facets(byType)).toHaveLength(1);
  expect(threads).toHaveLength(2);
});

test('questions that wait behind a killed worker are answered by another', async () => {
  const asked = Array.from({ length: 5 }, () => store.facets(byType));
  const outcomes = Promise.allSettled(asked);
  await killThreads();
  expect((await outcomes).map(({ status }) => status)).toEqual([
    ...['rejected', 'rejected'],
    ...['fulfilled', 'fulfilled', 'fulfilled'],
  ]);
});

test('a question that is given up while it waits is never run', async () => {
  await store.facets(byType);
  const before = store.statementCount();
  const leaving = new AbortController();
  const running = [store.facets(byType), store.facets(byType)];
  const waiting = store.facets(byType, { signal: leaving.signal });
  leaving.abort();
  await expect(waiting).rejects.toThrow('aborted');
  await Promise.all(running);
  await store.facets(byType);
  expect(store.statementCount()).toBe(before + 3);
});

test('a question that is given up while it runs is rejected at once, and the worker answers the next', async () => {
  const leaving = new AbortController();
  const asked = store.facets(byType, { signal: leaving.signal });
  leaving.abort(new Error('the reader has gone'));
  await expect(asked).rejects.toThrow('the reader has gone');
  expect(await store.facets(byType)).toEqual([]);
  await expect(store.facets(byType, { signal: leaving.signal })).rejects.toThrow('the reader has gone');
});

test('closing refuses what is asked still and waits until the workers have gone', async () => {
  await fill(40_000);
  const asked = Promise.allSettled(Array.from({ length: 5 }, () => store.facets(everything)));
  await setImmediate();
  const gone = Promise.all(
    threads.map((thread) => new Promise<void>((resolve) => thread.once('exit', () => resolve()))),
  );
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  await store.close();
  expect(isGone).toBe(true);
  for (const outcome of await asked)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
  await expect(store.facets(byType)).rejects.toThrow(StoreUnavailable);
  await store.close();
});

test('an idle worker keeps no process alive', async () => {
  const source = new URL('../sqlite-store.ts', import.meta.url).href;
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(source)});
    const store = await openSqliteStore({ folder: ${JSON.stringify(folder)} });
    console.log(JSON.stringify(await store.facets(${JSON.stringify(byType)})));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const [status] = await once(child, 'close');
  expect({ status, said }).toEqual({ status: 0, said: '[]\n' });
});

test('a graph in memory is asked in the calling thread', async () => {
  const inMemory = await openSqliteStore({ folder: ':memory:' });
  expect(await inMemory.facets(byType)).toEqual([]);
  await inMemory.close();
  expect(threads).toHaveLength(0);
});

function answerOf(one: GraphStore, asked: Extract<StoreQuestion, { kind: 'facets' | 'adjacent' }>) {
  return asked.kind === 'facets' ? one.facets(asked.question) : one.adjacent(asked.question);
}

function changeOf(records: GraphRecords | undefined): GraphChange {
  const put = records ?? { nodes: [], relationships: [], evidence: [], statements: [] };
  return {
    author: 'a',
    reason: 'r',
    at: '2026-01-01T00:00:00Z',
    expected: [],
    put,
    remove: [],
    marks: [],
    idempotencyKey: null,
  };
}

/** Node tells of a thread a tick after it started it, long before the thread has loaded its code. */
async function killThreads(): Promise<void> {
  await setImmediate();
  await Promise.all(threads.map((thread) => thread.terminate()));
}

/** Many documents, by another process, as an import would bring them. */
async function fill(count: number): Promise<void> {
  const beside = openConnection(join(folder, graphFileName));
  beside.run(
    `WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ?1)
     INSERT INTO node (id, type, version, disputed, is_disputed, p_kind, p_date, p_date_earliest)
     SELECT 'document/' || i, 'Document', 1, '[]', 0, 'kind ' || (i % 9), '2010', '2010-01-01' FROM counted`,
    [count],
  );
  beside.close();
}
