import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'oversight-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Answer = z.object({ data: z.object({ entities: z.object({ totalCount: z.number() }) }) });

test('a warm start builds nothing and seeds nothing again', async () => {
  const cold = await startAndStop();
  expect(cold.log).toMatch(/Seed cafcass: [1-9]\d* records created/);
  expect(cold.nodes).toBe(149);
  const stamps = stampTimes();
  const explorer = statSync('dist/client/index.html').mtimeMs;
  const server = statSync('dist/server/server/main.js').mtimeMs;

  const warm = await startAndStop();
  expect(warm.log).not.toMatch(/Building/);
  expect(warm.log).not.toMatch(/records created/);
  expect(warm.nodes).toBe(149);
  expect(stampTimes()).toEqual(stamps);
  expect(statSync('dist/client/index.html').mtimeMs).toBe(explorer);
  expect(statSync('dist/server/server/main.js').mtimeMs).toBe(server);
});

/** When each part was built last. */
function stampTimes(): readonly number[] {
  return ['dist/server.stamp', 'dist/client.stamp'].map((stamp) => statSync(stamp).mtimeMs);
}

/** Runs the start command of package.json on a free port, counts the nodes, and stops it in good order. */
async function startAndStop(): Promise<{ readonly log: string; readonly nodes: number }> {
  const environment = { ...process.env, PORT: '0', HOST: '127.0.0.1', OVERSIGHT_DATA: folder, NEO4J_URI: '' };
  const child = spawn(process.execPath, ['build.mjs', '--serve'], { env: environment });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    const address = await addressOf(child, () => log);
    const response = await fetch(`${address}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ entities { totalCount } }' }),
    });
    const { data } = Answer.parse(await response.json());
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    return { log, nodes: data.entities.totalCount };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The address that the server prints; fails with what it said if it ends before. */
async function addressOf(child: ChildProcess, log: () => string): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(log())?.[0];
    if (address) return address;
    if (child.exitCode !== null) throw new Error(`The server ended before it listened:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
