import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { generateWorld } from '../../bench/scale/generate-world.ts';
import { loadWorld } from '../../bench/scale/load-world.ts';
import { randomAt } from '../../bench/scale/random-at.ts';
import { homeFolder } from '../../server/config.ts';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import { seedOnStart } from '../../server/seed-on-start.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { addressOf, type Run, startOversight } from '../cli/run-oversight.ts';
import { askServer, makeToken } from './ask-server.ts';

/** How often a server is killed: a few times on every run, `npm run test:faults` asks for more. */
const rounds = process.env.FAULT_ROUNDS ? 20 : 3;
const folder = mkdtempSync(join(tmpdir(), 'oversight-kill-reversal-'));
const settings = { OVERSIGHT_DATA: folder, LOG_LEVEL: 'fatal' };
const servers = new Set<Run>();
afterAll(() => {
  for (const { child } of servers) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test(`a server that is killed ${rounds} times while it takes a large change back has done all of it or nothing, and does it when asked again`, async () => {
  const random = randomAt(20_261_127);
  const store = await openSqliteStore({ folder });
  await seedOnStart(store, join(homeFolder, 'seeds'));
  const seed = await lookOver();
  const loaded = await loadWorld(store, generateWorld(300), 'parts');
  await store.close();
  const token = await makeToken(settings);
  // What it takes back in turn: the change that made the world, the one that took it back, and so on.
  let newest = seed.sequence + 1;
  let isThere = true;
  let interrupted = 0;
  const expected = () => ({ sequence: newest, records: seed.records + (isThere ? loaded : 0) });
  for (let round = 0; round < rounds; round++) {
    const server = await serve();
    // Some are let go on to their end, and killed right after it.
    const state = await revertUntil(server, token, newest, random('share', round) * 1.25);
    await kill(server);
    const found = await lookOver();
    const isDone = found.sequence > newest;
    if (isDone) [newest, isThere] = [newest + 1, !isThere];
    else if (state === 'WRITING') interrupted += 1;
    expect(found).toEqual(expected());
  }
  expect(interrupted).toBeGreaterThan(0);
  const server = await serve();
  expect(await revertUntil(server, token, newest, Number.POSITIVE_INFINITY)).toBe('DONE');
  [newest, isThere] = [newest + 1, !isThere];
  // Whoever asks again, having heard nothing, is told that it is done.
  expect(await revert(server, token, newest - 1)).toMatchObject({
    __typename: 'RevertChangeSuccess',
    sequence: newest,
  });
  await kill(server);
  expect(await lookOver()).toEqual(expected());
  if (process.env.FAULT_ROUNDS)
    process.stdout.write(
      `${rounds} kills while a change of ${loaded} records was taken back: ${interrupted} left nothing of it, the others all\n`,
    );
}, 1_200_000);

interface Serving {
  readonly run: Run;
  readonly url: string;
}

async function serve(): Promise<Serving> {
  const run = startOversight(['serve'], settings);
  servers.add(run);
  return { run, url: (await addressOf(run)).replace(/\/$/, '') };
}

async function kill({ run }: Serving): Promise<void> {
  run.child.kill('SIGKILL');
  await run.ended;
  servers.delete(run);
}

async function revert({ url }: Serving, token: string, sequence: number) {
  const input = {
    sequence,
    mostRecords: 1_000_000,
    reason: 'a test',
    idempotencyKey: `take ${sequence} back`,
  };
  const query = `mutation ($input: RevertChangeInput!) { revertChange(input: $input) { __typename
    ... on RevertChangeSuccess { sequence } ... on RevertChangeStarted { reversal { id } } } }`;
  return (await askServer(url, query, { token, variables: { input } })).data.revertChange;
}

/** Asks for a change to be taken back, and waits until so much of it is written, or it ended; answers its state then. */
async function revertUntil(server: Serving, token: string, sequence: number, share: number): Promise<string> {
  const { reversal } = await revert(server, token, sequence);
  for (;;) {
    const query = `{ reversal(id: ${JSON.stringify(reversal.id)}) { state done total } }`;
    const { state, done, total } = (await askServer(server.url, query)).data.reversal;
    const isUnderWay =
      state === 'WAITING' || state === 'CHECKING' || (state === 'WRITING' && done < share * total);
    if (!isUnderWay) return state;
    await wait(2);
  }
}

/** Where the journal ends and how many records there are, of a graph and a journal without a fault. */
async function lookOver(): Promise<{ readonly sequence: number; readonly records: number }> {
  const store = await openSqliteStore({ folder });
  expect((await verifyJournal(store)).faults).toEqual([]);
  const { records, faults } = await checkGraph(store);
  expect(faults).toEqual([]);
  const { sequence } = await store.journalHead();
  await store.close();
  return { sequence, records };
}
