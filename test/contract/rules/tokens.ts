import { expect, test } from 'vitest';
import type { StoredToken } from '../../../server/store/token-store.ts';
import { type OpenStore, withStore } from '../check/worlds.ts';

const eve: StoredToken = {
  id: '00000000000e',
  name: 'Eve “Ève” O’Neill',
  role: 'curator',
  hash: 'ab'.repeat(32),
  createdAt: '2026-01-02T03:04:05.000Z',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
};
const robot: StoredToken = {
  ...eve,
  id: '00000000000a',
  name: 'robot',
  role: 'reader',
  expiresAt: '2027-01-01T00:00:00.000Z',
};
const older: StoredToken = { ...eve, id: '00000000000f', createdAt: '2025-01-02T03:04:05.000Z' };

/** Tokens come back as they were kept; revoking is for good, and use only goes on. */
export function describeTokens(open: OpenStore): void {
  test('a token comes back as it was kept, and one that was never kept is not there', async () => {
    await withStore(open, async ({ tokens }) => {
      await tokens.add(robot);
      expect(await tokens.find(robot.id)).toEqual(robot);
      expect(await tokens.find(eve.id)).toBeNull();
      expect(await tokens.revoke(eve.id, eve.createdAt)).toBeNull();
    });
  });

  test('tokens are listed by when they were made, then by id', async () => {
    await withStore(open, async ({ tokens }) => {
      for (const token of [eve, robot, older]) await tokens.add(token);
      expect(await tokens.list()).toEqual([older, robot, eve]);
    });
  });

  test('a revoked token keeps the instant of its first revocation, and the others stay', async () => {
    await withStore(open, async ({ tokens }) => {
      for (const token of [eve, robot]) await tokens.add(token);
      const revoked = { ...eve, revokedAt: '2026-02-01T00:00:00.000Z' };
      expect(await tokens.revoke(eve.id, '2026-02-01T00:00:00.000Z')).toEqual(revoked);
      expect(await tokens.revoke(eve.id, '2026-03-01T00:00:00.000Z')).toEqual(revoked);
      expect(await tokens.list()).toEqual([robot, revoked]);
    });
  });

  test('the last use is the latest that was noted, in whatever order', async () => {
    await withStore(open, async ({ tokens }) => {
      await tokens.add(eve);
      await tokens.use(eve.id, '2026-02-02T00:00:00.000Z');
      await tokens.use(eve.id, '2026-02-01T00:00:00.000Z');
      await tokens.use('00000000000c', '2026-02-01T00:00:00.000Z');
      expect(await tokens.list()).toEqual([{ ...eve, lastUsedAt: '2026-02-02T00:00:00.000Z' }]);
    });
  });

  test('tokens are no part of the graph: no list, no count and no entry of the journal tells of them', async () => {
    await withStore(open, async (store) => {
      await store.tokens.add(eve);
      expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
      expect(await store.journal({ after: 0, limit: 5 })).toEqual([]);
    });
  });
}
