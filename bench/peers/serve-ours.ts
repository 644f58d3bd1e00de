/** Serves Oversight on the Neo4j of the bench as `oversight serve` does, without limits of rates. Prints its port. */
import { createServer } from 'node:http';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { apiSchema } from '../../server/graphql/schema.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';

// The build has no source maps, by which the driver's look at the stack would cost much more than it does there.
process.setSourceMapsEnabled(false);

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const store = await openNeo4jStore({ uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD });
const app = createApp(store, {
  schema: apiSchema(),
  clientFiles: new Map(),
  startingViews: async () => [],
  log: pino({ level: 'warn' }, pino.destination(2)),
});
const server = createServer(app.handle);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.on('disconnect', () => process.exit(0));
