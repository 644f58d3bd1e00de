import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({ proxies: 1 });
  // A query goes the short way, which packs, from its third time on.
  for (const query of [long, short]) for (let time = 0; time < 2; time++) await ask(query, {});
});
afterAll(() => app.stop());

const long =
  '{ quotes(first: 100) { nodes { id text note evidence { locator words document { name licence attribution } } } } }';
const short = '{ organisation(id: "organisation/cafcass") { name } }';
const elsewhere = { 'x-forwarded-for': '203.0.113.9' };

async function ask(query: string, headers: Record<string, string>) {
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip', ...headers },
    body: JSON.stringify({ query }),
  });
  const sent = Number(answer.headers.get('content-length'));
  return { coding: answer.headers.get('content-encoding'), sent, body: await answer.json() };
}

test('a long answer is packed for who is elsewhere, and says the same', async () => {
  const [plain, packed] = [await ask(long, {}), await ask(long, elsewhere)];
  expect([plain.coding, packed.coding]).toEqual([null, 'gzip']);
  expect(packed.body).toEqual(plain.body);
  expect(packed.body.data.quotes.nodes.length).toBeGreaterThan(10);
  expect(packed.sent).toBeLessThan(plain.sent / 3);
});

test.each([
  ['for who is on this machine', long, { 'x-forwarded-for': '127.0.0.1' }],
  ['for who is on this machine, by IPv6', long, { 'x-forwarded-for': '::1' }],
  ['for who takes no gzip', long, { ...elsewhere, 'accept-encoding': 'br' }],
  ['where it is short', short, elsewhere],
])('nothing is packed %s', async (_case, query, headers) => {
  const { coding, body } = await ask(query, headers);
  expect([coding, body.errors]).toEqual([null, undefined]);
});
