import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addressOf, type Run, startOversight } from '../../cli/run-oversight.ts';

let folder: string;
const running: Run[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oversight-start-'));
});
afterEach(() => {
  for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true }));

test('a server says where it is, answers, and stops in good order when it is asked to', async () => {
  const run = start({});
  const address = await addressOf(run);
  expect((await fetch(`${address}readyz`)).status).toBe(200);
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  // Whoever sits at this machine may change the graph without further ado.
  expect(run.out).toContain(`sign in by this link: ${address}#token=`);
  const lines = run.err.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg).slice(-2)).toEqual(['stopping', 'stopped']);
});

test('a second start brings in nothing, and a second server on the same folder is refused', async () => {
  const first = start({});
  await addressOf(first);
  expect(first.err).toContain('loaded before, nothing to do');
  const second = start({});
  expect(await second.ended).toBe(1);
  expect(second.err.trim()).toMatch(/^The store cannot be opened: .*OVERSIGHT_DATA.*$/);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

test('a mistake in a setting is told in one sentence', async () => {
  const run = start({ PORT: 'many' });
  expect(await run.ended).toBe(1);
  expect([run.out, run.err]).toEqual(['', 'PORT is “many”: give a whole number from 0 to 65535.\n']);
});

test('a port that is taken is told in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = other.address();
  const run = start({ PORT: String(typeof taken === 'object' && taken ? taken.port : 0) });
  expect(await run.ended).toBe(1);
  expect(run.err.trim().split('\n').at(-1)).toMatch(/^PORT \d+ is in use/);
  other.close();
});

test('help names every setting', async () => {
  const run = start({}, ['--help']);
  expect(await run.ended).toBe(0);
  for (const name of ['PORT', 'HOST', 'OVERSIGHT_DATA', 'NEO4J_DATABASE', '--adopt'])
    expect(run.out).toContain(name);
});

function start(settings: Record<string, string>, options: readonly string[] = []): Run {
  const run = startOversight(options, { OVERSIGHT_DATA: folder, ...settings });
  running.push(run);
  return run;
}
