/** Serves Oversight on a store that answers look-ups from memory, so that all else of a small request is left. */
import { createServer } from 'node:http';
import { pino } from 'pino';
import type { NodeId } from '../../schema/ids.ts';
import { createApp } from '../../server/app.ts';
import { apiSchema } from '../../server/graphql/schema.ts';
import type { NodeTree, ReadAnswer, ReadPlan } from '../../server/store/read-plan.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';

// The build has no source maps, by which the driver's look at the stack would cost much more than it does there.
process.setSourceMapsEnabled(false);

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
const app = createApp(
  { ...store, read },
  {
    schema: apiSchema(),
    clientFiles: new Map(),
    startingViews: async () => [],
    log: pino({ level: 'warn' }, pino.destination(2)),
  },
);
const server = createServer(app.handle);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.on('disconnect', () => process.exit(0));
