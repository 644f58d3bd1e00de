import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type OpenStream, openStream, type StreamEvent } from '../api/live/read-stream.ts';
import { addressOf, runOversight, startOversight } from '../cli/run-oversight.ts';

const folder = mkdtempSync(join(tmpdir(), 'oversight-sigterm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough for a busy machine; the server gives those who do not end 8 seconds. */
const deadline = 10_000;

test('SIGTERM with queries under way and 100 streams open ends all of them in good order', async () => {
  const server = startOversight(['serve'], { OVERSIGHT_DATA: folder, LOG_LEVEL: 'warn' });
  const url = (await addressOf(server)).replace(/\/$/, '');
  const streams = await Promise.all(Array.from({ length: 100 }, () => openStream(url, { after: 0 })));
  for (const stream of streams) expect((await stream.nextEntry()).sequence).toBe(1);
  const ends = streams.map(lastOf);
  const queries = Array.from({ length: 20 }, () => askMuch(url));
  await Promise.any(queries);
  server.child.kill('SIGTERM');
  const timer = setTimeout(() => server.child.kill('SIGKILL'), deadline);
  expect(await server.ended).toBe(0);
  clearTimeout(timer);
  expect(new Set((await Promise.all(ends)).map((event) => event?.event))).toEqual(new Set(['complete']));
  for (const outcome of await Promise.allSettled(queries))
    if (outcome.status === 'fulfilled') expect(outcome.value).toBe(200);
  const verified = await runOversight(['verify'], { OVERSIGHT_DATA: folder });
  expect(verified).toMatchObject({ code: 0 });
}, 120_000);

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
