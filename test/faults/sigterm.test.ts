import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type OpenStream, openStream, type StreamEvent } from '../api/live/read-stream.ts';
import { addressOf, runOversight, startOversight } from '../cli/run-oversight.ts';
import { makeToken, sendEdit, sequenceOf } from './ask-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'oversight-sigterm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The server gives those who do not end 8 seconds; a run beside other work may take longer to get to that. */
const deadline = process.env.FAULT_ROUNDS ? 10_000 : 40_000;

test('SIGTERM with queries and edits under way and 100 streams open ends all of them in good order', async () => {
  const settings = { OVERSIGHT_DATA: folder, LOG_LEVEL: 'warn' };
  const server = startOversight(['serve'], settings);
  const url = (await addressOf(server)).replace(/\/$/, '');
  const token = await makeToken(settings);
  const streams = await Promise.all(Array.from({ length: 100 }, () => openStream(url, { after: 0 })));
  for (const stream of streams) expect((await stream.nextEntry()).sequence).toBe(1);
  const ends = streams.map(lastOf);
  const queries = Array.from({ length: 20 }, () => askMuch(url));
  // More than are done before the signal comes: some are under way then, some wait for their turn.
  const edits = Array.from({ length: 20 }, (_, number) => sendEdit(url, token, `edit ${number}`));
  const [answered, edited] = [Promise.allSettled(queries), Promise.allSettled(edits)];
  await Promise.any(edits);
  server.child.kill('SIGTERM');
  const timer = setTimeout(() => server.child.kill('SIGKILL'), deadline);
  expect(await server.ended).toBe(0);
  clearTimeout(timer);
  expect(new Set((await Promise.all(ends)).map((event) => event?.event))).toEqual(new Set(['complete']));
  for (const outcome of await answered) if (outcome.status === 'fulfilled') expect(outcome.value).toBe(200);
  const done = new Map<number, number>();
  for (const [number, outcome] of (await edited).entries()) {
    if (outcome.status === 'rejected') continue;
    const sequence = sequenceOf(outcome.value);
    if (sequence !== null) done.set(number, sequence);
  }
  const checked = await runOversight(['fsck'], settings);
  expect(checked).toMatchObject({ code: 0 });
  await expectKept(settings, token, done);
  const verified = await runOversight(['verify'], settings);
  expect(verified).toMatchObject({ code: 0 });
}, 120_000);

/** An edit that was acknowledged is there, and sent again not done again. */
async function expectKept(
  settings: Record<string, string>,
  token: string,
  done: ReadonlyMap<number, number>,
): Promise<void> {
  expect(done.size).toBeGreaterThan(0);
  const server = startOversight(['serve'], settings);
  const url = (await addressOf(server)).replace(/\/$/, '');
  for (const [number, sequence] of done)
    expect(sequenceOf(await sendEdit(url, token, `edit ${number}`))).toBe(sequence);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}

async function lastOf(stream: OpenStream): Promise<StreamEvent | null> {
  let last: StreamEvent | null = null;
  for (let event = await stream.next(); event !== null; event = await stream.next()) last = event;
  return last;
}

/** The status of a query that takes a while. */
async function askMuch(url: string): Promise<number> {
  const query = '{ subgraph(limit: 2000) { nodes { id name } relationships { id } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.text();
  return response.status;
}
