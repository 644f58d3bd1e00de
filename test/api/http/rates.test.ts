import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../../server/access/tokens/create-token.ts';
import { codeOf, type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
const tokens: string[] = [];
beforeAll(async () => {
  app = await startApp({ rates: { writes: 3, records: 5_000 } });
  for (const name of ['Eve', 'Bob']) {
    const made = await createToken(app.store.tokens, { name, role: 'curator', expiresAt: null }, new Date());
    if (made.kind === 'created') tokens.push(made.text);
  }
});
afterAll(() => app.stop());

const create = (index: number, token: string | undefined) =>
  app.ask(
    'mutation ($input: CreateEntityInput!) { createEntity(input: $input) { __typename } }',
    { input: { entity: { document: { name: `Document ${index}` } }, reason: 'a test' } },
    token,
  );
const large = '{ people(first: 40) { nodes { posts(first: 100) { nodes { name } } } } }';

test('a curator who writes too fast is told how long to wait, and another one is not', async () => {
  const [eve, bob] = tokens;
  for (let index = 0; index < 3; index++) expect((await create(index, eve)).status).toBe(200);
  const before = await app.store.journalHead();
  const refused = await create(3, eve);
  expect([codeOf(refused), refused.status]).toEqual(['RATE_LIMITED', 429]);
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(refused.body.errors?.[0]?.extensions.retryAfter).toBe(wait);
  expect(await app.store.journalHead()).toEqual(before);
  expect((await create(4, bob)).status).toBe(200);
});

test('large reads of one address are counted, small ones are not, and a token has limits of its own', async () => {
  expect((await app.ask(large)).status).toBe(200);
  const refused = await app.ask(large);
  expect([codeOf(refused), refused.status]).toEqual(['RATE_LIMITED', 429]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  for (let index = 0; index < 20; index++)
    expect((await app.ask('{ people(first: 5) { nodes { name } } }')).status).toBe(200);
  expect((await app.ask(large, {}, tokens[0])).status).toBe(200);
});

test('a token that is none does not escape the limit of its address', async () => {
  expect(codeOf(await app.ask(large, {}, 'ovs_made-up'))).toBe('RATE_LIMITED');
});
