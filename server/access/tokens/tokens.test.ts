import { expect, test } from 'vitest';
import { createModelTokens } from '../../../test/contract/model/model-tokens.ts';
import { createToken, type NewToken } from './create-token.ts';
import { addLocalCurator } from './local-curator.ts';
import { verifyToken } from './verify-token.ts';
import { adviceFor, mayWrite } from './viewer.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const eve: NewToken = { name: ' Eve ', role: 'curator', expiresAt: null };

async function tokenOf(wanted: NewToken = eve) {
  const tokens = createModelTokens();
  const outcome = await createToken(tokens, wanted, now);
  if (outcome.kind !== 'created') throw new Error(outcome.message);
  return { tokens, ...outcome };
}

test('a token lets its holder write under the name that it was made for', async () => {
  const { tokens, text, token } = await tokenOf();
  const viewer = await verifyToken(tokens, `Bearer ${text}`, now);
  expect(viewer).toEqual({ kind: 'known', token: token.id, name: 'Eve', role: 'curator' });
  expect(mayWrite(viewer)).toBe(true);
});

test('the store keeps nothing by which the token could be made again', async () => {
  const { tokens, text } = await tokenOf();
  const secret = text.slice(-43);
  expect(JSON.stringify(await tokens.list())).not.toContain(secret);
});

test('two tokens are never the same, and each has 256 bits that cannot be guessed', async () => {
  const texts = await Promise.all(Array.from({ length: 50 }, async () => (await tokenOf()).text));
  expect(new Set(texts).size).toBe(50);
  for (const text of texts) expect(text).toMatch(/^ovs_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
});

test.each([
  ['no token', undefined, 'anonymous'],
  ['an empty header', ' ', 'anonymous'],
  ['another scheme', 'Basic ZXZlOnNlY3JldA==', 'unknown'],
  ['a word', 'Bearer secret', 'unknown'],
  ['a token of another graph', `Bearer ovs_${'0'.repeat(12)}_${'A'.repeat(43)}`, 'unknown'],
])('%s lets nobody write', async (_what, header, because) => {
  const viewer = await verifyToken(createModelTokens(), header, now);
  expect(viewer.kind === 'refused' ? viewer.because : viewer.kind).toBe(because);
  expect(mayWrite(viewer)).toBe(false);
  expect(adviceFor(viewer)).toContain('token');
});

test('the id of a token with another secret is refused', async () => {
  const { tokens, text } = await tokenOf();
  const forged = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');
  expect(await verifyToken(tokens, `Bearer ${forged}`, now)).toEqual({
    kind: 'refused',
    because: 'unknown',
  });
});

test('a token holds until it expires, and a revoked one from then on no longer', async () => {
  const { tokens, text, token } = await tokenOf({ ...eve, expiresAt: later(10) });
  const ask = async (at: Date) => {
    const viewer = await verifyToken(tokens, `bearer  ${text}`, at);
    return viewer.kind === 'refused' ? viewer.because : viewer.kind;
  };
  expect(await ask(later(9))).toBe('known');
  expect(await ask(later(10))).toBe('expired');
  await tokens.revoke(token.id, later(5).toISOString());
  expect(await ask(later(6))).toBe('revoked');
});

test('a reader is known by name, and may not write', async () => {
  const { tokens, text } = await tokenOf({ ...eve, role: 'reader' });
  const viewer = await verifyToken(tokens, `Bearer ${text}`, now);
  expect([viewer.kind, mayWrite(viewer)]).toEqual(['known', false]);
});

test('the last use is noted once a minute at most', async () => {
  const { tokens, text } = await tokenOf();
  const lastUse = async (at: Date) => {
    await verifyToken(tokens, `Bearer ${text}`, at);
    return (await tokens.list())[0]?.lastUsedAt;
  };
  expect(await lastUse(now)).toBe(now.toISOString());
  expect(await lastUse(later(0.5))).toBe(now.toISOString());
  expect(await lastUse(later(1))).toBe(later(1).toISOString());
});

test.each([
  ['nobody', { name: '  ' }],
  ['a name of our own', { name: 'Seed' }],
  ['a name that breaks the line', { name: 'a\nb' }],
  ['a name without end', { name: 'a'.repeat(81) }],
  ['an expiry that is past', { expiresAt: now }],
  ['an expiry that is no instant', { expiresAt: new Date('soon') }],
])('no token is made for %s', async (_what, wanted) => {
  const tokens = createModelTokens();
  expect((await createToken(tokens, { ...eve, ...wanted }, now)).kind).toBe('refused');
  expect(await tokens.list()).toEqual([]);
});

test('the local curator may write, and no store knows the token', async () => {
  const stored = await tokenOf();
  const local = addLocalCurator({ kind: 'sqlite', tokens: stored.tokens }, '127.0.0.1', now);
  if (!local) throw new Error('who sits at the machine may write');
  expect(await verifyToken(local.tokens, `Bearer ${local.text}`, now)).toMatchObject({
    name: 'local curator',
  });
  expect(await verifyToken(local.tokens, `Bearer ${stored.text}`, now)).toMatchObject({ name: 'Eve' });
  expect(await stored.tokens.list()).toHaveLength(1);
  expect((await verifyToken(stored.tokens, `Bearer ${local.text}`, now)).kind).toBe('refused');
});

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.4', false],
  ['127.0.0.1.example.org', false],
])('a server of the embedded store at %s has a local curator, and so a link: %s', (host, has) => {
  const tokens = createModelTokens();
  expect(addLocalCurator({ kind: 'sqlite', tokens }, host, now) !== null).toBe(has);
  expect(addLocalCurator({ kind: 'neo4j', tokens }, host, now)).toBeNull();
});
