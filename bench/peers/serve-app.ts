import { createServer } from 'node:http';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { apiSchema } from '../../server/graphql/schema.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';

/** Serves Oversight on a store without limits of rates, until the process that started this one is gone. Prints the port. */
export function serveApp(store: GraphStore): void {
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
}
