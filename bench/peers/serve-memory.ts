/** Serves Oversight on a store that answers look-ups from memory, so that all else of a small request is left. */
import type { NodeId } from '../../schema/ids.ts';
import type { NodeTree, ReadAnswer, ReadPlan } from '../../server/store/read-plan.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { serveApp } from './serve-app.ts';

const treeOf = (id: NodeId): NodeTree => ({
  node: {
    id,
    type: 'Organisation',
    version: 1,
    disputed: [],
    properties: { name: `Home ${id}`, kind: 'provider', officialNumber: '1234' },
  },
  evidence: null,
  statements: null,
  counts: null,
  branches: new Map(),
});

const store = await openSqliteStore({ folder: ':memory:' });
const read = async <Plan extends ReadPlan>(plan: Plan) => {
  if (plan.kind !== 'nodesById') throw new Error(`memory has no ${plan.kind}`);
  const answer: ReadAnswer = { kind: plan.kind, nodes: plan.ids.map(treeOf) };
  return answer as Extract<ReadAnswer, { kind: Plan['kind'] }>;
};
serveApp({ ...store, read });
