import { expect, test } from 'vitest';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import { ungroupRecords } from '../../server/edits/drafts/record-groups.ts';
import { completeRecords } from '../../server/graph/complete-records.ts';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { groupRecords } from '../../server/store/settle-change.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { generateWorld } from './generate-world.ts';
import { loadWorld } from './load-world.ts';

test('the same size and seed give the same graph, another seed gives another', () => {
  const text = (seed: number) => JSON.stringify([...generateWorld(500, seed)]);
  expect(text(1)).toBe(text(1));
  expect(text(2)).not.toBe(text(1));
});

test('a generated graph has its size, three relationships a node, and hubs', () => {
  const records = [...generateWorld(5_000)].map(({ record }) => record);
  const relationships = records.flatMap((record) => ('from' in record ? record : []));
  const nodes = records.length - relationships.length;
  expect(nodes).toBe(5_000);
  expect(relationships.length / nodes).toBeGreaterThan(2.9);
  expect(relationships.length / nodes).toBeLessThan(3.2);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  const degrees = (type: RelationshipType, end: 'from' | 'to') => {
    const counts = new Map<string, number>();
    for (const each of relationships)
      if (each.type === type) counts.set(each[end], (counts.get(each[end]) ?? 0) + 1);
    return [...counts.values()].sort((a, b) => b - a);
  };
  expect(degrees('CONDUCTED', 'from')[0]).toBe(1_250);
  const owned = degrees('OWNED_BY', 'to');
  expect(owned[0]).toBeGreaterThan(100);
  expect(owned[Math.floor(owned.length / 2)]).toBeLessThan(10);
});

test('its derived values are those that loading it would settle', () => {
  const groups = [...generateWorld(2_000)];
  const completed = groupRecords(completeRecords(ungroupRecords(groups)));
  for (const group of groups) expect(completed.get(group.record.id)).toEqual(group);
});

test.each(['restore', 'parts'] as const)('loaded by %s it breaks no rule of the store', async (way) => {
  const store = await openSqliteStore({ folder: ':memory:' });
  const loaded = await loadWorld(store, generateWorld(1_000), way);
  const { records, faults } = await checkGraph(store);
  expect(faults).toEqual([]);
  expect(records).toBe(loaded);
  await store.close();
});
