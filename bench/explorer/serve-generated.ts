import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { homeFolder } from '../../server/config.ts';
import { apiSchema } from '../../server/graphql/schema.ts';
import { loadSeed, printSeedOutcome } from '../../server/ingest/load-seed.ts';
import { readClientFiles } from '../../server/pages/client-files.ts';
import { openGraphStore } from '../../server/store/open-graph-store.ts';
import { generateGraph } from './generate-graph.ts';

export interface ServedGraph {
  /** With a slash at its end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a generated graph of about `size` nodes from memory, with the built client. The explorer opens on the first
 * `shown` of them; the others are there to be expanded.
 */
export async function serveGenerated(size: number, shown: number): Promise<ServedGraph> {
  const store = await openGraphStore(
    { kind: 'sqlite', folder: ':memory:' },
    { role: 'server', adopt: false },
  );
  const { text, nodes } = generateGraph(size);
  const outcome = await loadSeed(store, text, 'bench.json', () => new Date());
  if (outcome.kind !== 'loaded') throw new Error(printSeedOutcome(outcome));
  const view = {
    id: 'bench',
    title: 'Generated',
    says: 'The first part of a generated graph.',
    arrangement: 'free',
    nodes: nodes.slice(0, shown),
  } as const;
  const app = createApp(store, {
    schema: apiSchema(),
    clientFiles: await readClientFiles(join(homeFolder, 'dist', 'client')),
    startingViews: async () => [view],
    log: pino({ level: 'silent' }),
  });
  const server = createServer(app.handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      app.close();
      await store.close();
    },
  };
}
