import { afterAll, beforeAll, expect, test } from 'vitest';
import { propertyNames, relationshipPropertyNames } from '../../../../schema/properties.ts';
import { loadCafcass } from '../../../../test/facts/loaded-graph.ts';
import type { GraphStore } from '../../graph-store.ts';
import type { NodeSelection, RelationshipSelection } from '../../read-plan.ts';
import { openSqliteStore } from '../sqlite-store.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
  await loadCafcass(store);
});
afterAll(() => store.close());

const nodeSelect: NodeSelection = {
  properties: propertyNames,
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};
const relationshipSelect: RelationshipSelection = {
  properties: relationshipPropertyNames,
  evidence: null,
  statements: null,
  from: null,
  to: null,
};

test('many records are what each of them is by itself, whatever their types', async () => {
  const ids = await store.nodeIds({ types: null, after: null, limit: 1_000 });
  const records = await store.records(ids);
  expect(new Set(records.nodes.map(({ type }) => type)).size).toBeGreaterThan(8);
  const { nodes } = await store.read({ kind: 'nodesById', ids, select: nodeSelect });
  expect(nodes.map(({ node }) => node.id)).toEqual(ids);
  for (const { node } of nodes) {
    const [alone] = (await store.read({ kind: 'nodesById', ids: [node.id], select: nodeSelect })).nodes;
    expect(node).toEqual(alone?.node);
  }
});

test('many relationships, too', async () => {
  const of = await store.nodeIds({ types: null, after: null, limit: 1_000 });
  const around = await store.adjacent({ of, types: null, among: true, limit: 10_000 });
  const ids = around.relationships.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  const select = relationshipSelect;
  const { relationships } = await store.read({ kind: 'relationshipsById', ids, select });
  expect(relationships.map(({ relationship }) => relationship.id)).toEqual(ids);
  for (const { relationship } of relationships) {
    const plan = { kind: 'relationshipsById', ids: [relationship.id], select } as const;
    const [alone] = (await store.read(plan)).relationships;
    expect(relationship).toEqual(alone?.relationship);
  }
});
