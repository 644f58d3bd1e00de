import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { homeFolder } from '../../server/config.ts';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { editOf, recordsOf } from './edit-load.ts';

/** How often the writer is killed: a few times on every run, `npm run test:faults` asks for more. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'oversight-kill-'));
const writers = new Set<ChildProcess>();
afterAll(() => {
  for (const writer of writers) writer.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test(`a writer that is killed ${rounds} times under load loses no acknowledged edit, and leaves no partial one`, async () => {
  const random = seededRandom(20_261_126);
  const acknowledged = new Map<number, number>();
  let next = 0;
  let [lost, unacknowledged] = [0, 0];
  // The next writer is made ready while one is at work: starting one takes longest.
  let waiting = startWriter(() => next);
  for (let round = 0; round < rounds; round++) {
    const writer = await waiting;
    const acks = await writer.workUntil(1 + Math.floor(random() * 12), random() * 25);
    for (const [number, sequence] of acks) acknowledged.set(number, sequence);
    const store = await openSqliteStore({ folder });
    next = await firstMissing(store, acknowledged);
    unacknowledged += next - 1 - Math.max(-1, ...acks.map(([number]) => number));
    waiting = startWriter(() => next);
    lost += await countLost(store, acks);
    expect(await verifyJournal(store)).toMatchObject({ faultCount: 0, entries: next });
    expect(await checkGraph(store)).toMatchObject({ faults: [] });
    await store.close();
  }
  (await waiting).kill();
  expect(lost).toBe(0);
  expect(acknowledged.size).toBeGreaterThanOrEqual(rounds);
  if (process.env.FAULT_ROUNDS)
    process.stdout.write(
      `${rounds} kills: ${acknowledged.size} edits acknowledged, ${lost} lost; ${unacknowledged} were whole in the store but not acknowledged yet\n`,
    );
}, 3_000_000);

interface Writer {
  /** Lets it work until it has acknowledged so many edits and so many milliseconds more have passed; kills it. */
  workUntil(count: number, more: number): Promise<readonly (readonly [number, number])[]>;
  kill(): void;
}

async function startWriter(first: () => number): Promise<Writer> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/faults/write-until-killed.ts', folder, String(first())],
    { cwd: homeFolder, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  writers.add(child);
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  const lines = () => out.split('\n').slice(0, -1);
  const exited = once(child, 'exit');
  const until = async (count: number) => {
    while (lines().length < count) {
      if (child.exitCode !== null) throw new Error(`the writer ended with ${child.exitCode}`);
      await Promise.race([once(child.stdout, 'data'), exited]);
    }
  };
  const kill = async () => {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    writers.delete(child);
  };
  await until(1);
  return {
    workUntil: async (count, more) => {
      child.stdin.write('go\n');
      await until(1 + count);
      await wait(more);
      await kill();
      return lines()
        .slice(1)
        .map((line) => line.split(' ').map(Number) as unknown as readonly [number, number]);
    },
    kill: () => void kill(),
  };
}

/** The number of the first edit that is not there; each before it must be whole, and none after it there in part. */
async function firstMissing(store: GraphStore, acknowledged: ReadonlyMap<number, number>): Promise<number> {
  for (let number = acknowledged.size; ; number++) {
    const { nodes, relationships, evidence } = await store.records(recordsOf(number));
    const found = nodes.length + relationships.length + evidence.length;
    if (found === 0) return number;
    expect(found).toBe(4);
  }
}

async function countLost(store: GraphStore, acks: readonly (readonly [number, number])[]): Promise<number> {
  let lost = 0;
  for (const [number, sequence] of acks) {
    const [entry] = await store.journal({ after: sequence - 1, limit: 1 });
    const { nodes, relationships } = await store.records(recordsOf(number));
    const isThere = entry?.reason === `edit ${number}` && nodes.length + relationships.length === 3;
    if (!isThere) lost += 1;
    // Whoever sends it again, having heard nothing, is told that it is there.
    expect(await store.write(editOf(number))).toEqual({ kind: 'repeated', sequence });
  }
  return lost;
}

/** Mulberry32: the same numbers on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
