import { expect, test } from 'vitest';
import { openEmptySqlite } from '../../test/api/graph/open-empty-sqlite.ts';
import { generateWorld } from './generate-world.ts';
import { loadWorld } from './load-world.ts';
import { runSoak } from './run-soak.ts';

test('readers, edits and streams at a time get what they ask for, each entry is told to each stream once', async () => {
  const store = await openEmptySqlite();
  await loadWorld(store, generateWorld(1_000), 'restore');
  const soaked = await runSoak(store, { nodes: 1_000, isOver: (asked) => asked >= 300, tell: () => {} });
  expect(soaked.errors).toEqual([]);
  expect(soaked.asked).toBeGreaterThanOrEqual(300);
  expect(soaked.edits).toBe(Math.floor(soaked.asked / 20));
  expect(soaked.told).toBe(soaked.edits * 10);
  expect((await store.journalHead()).sequence).toBe(soaked.edits);
  await store.close();
}, 300_000);
