import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { generateWorld } from './generate-world.ts';
import { loadWorld } from './load-world.ts';
import { runSoak } from './run-soak.ts';

/*
 * Mixed load on a server for some minutes, and what it does to the memory:
 *   npm run soak                                  ten minutes on a graph of 20,000 nodes
 *   npm run soak -- --minutes 1 --nodes 5000
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, nodes: { type: 'string', default: '20000' } },
});
const folder = await mkdtemp(join(tmpdir(), 'oversight-soak-'));
const store = await openSqliteStore({ folder, role: 'server' });
try {
  const nodes = Number(values.nodes);
  await loadWorld(store, generateWorld(nodes), 'restore');
  const end = performance.now() + Number(values.minutes) * 60_000;
  const memory: number[] = [];
  let told = performance.now();
  const soaked = await runSoak(store, {
    nodes,
    isOver: () => performance.now() >= end,
    tell: () => {
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      globalThis.gc?.();
      memory.push(process.memoryUsage().heapUsed / 2 ** 20);
      process.stderr.write(`${memory.at(-1)?.toFixed(0)} MB of heap\n`);
    },
  });
  const half = Math.floor(memory.length / 2);
  const middle = (list: readonly number[]) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const [first, second] = [middle(memory.slice(0, half)), middle(memory.slice(half))];
  process.stdout.write(
    `${values.minutes} minutes, ${nodes} nodes: ${soaked.asked} questions, ${soaked.edits} edits, ${soaked.told} entries told to streams, ${soaked.errors.length} errors; heap ${first.toFixed(0)} MB in the first half, ${second.toFixed(0)} MB in the second\n`,
  );
  for (const error of soaked.errors.slice(0, 5)) process.stdout.write(`- ${error}\n`);
  if (soaked.errors.length > 0 || second > first * 1.2 + 10) process.exitCode = 1;
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
