import { join } from 'node:path';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import type { Neo4jAddress } from '../../test/support/neo4j/start-neo4j.ts';
import { buildServers } from '../build-servers.ts';
import { type StartedServer, startServer } from '../start-server.ts';

export interface Servers {
  readonly ours: StartedServer;
  readonly peer: StartedServer;
  /** The bare driver behind bare HTTP. */
  readonly driver: StartedServer;
  /** A store of this process, to find out which statements are sent. */
  readonly store: GraphStore;
  stop(): Promise<void>;
}

/** Starts all that answers, each in a process of its own. */
export async function startServers(address: Neo4jAddress): Promise<Servers> {
  const environment = {
    NEO4J_URI: address.uri,
    NEO4J_USER: address.user,
    NEO4J_PASSWORD: address.password,
  };
  const programOf = buildServers();
  const ours = await startServer(programOf('peers/serve-ours'), environment);
  const peer = await startServer([join(import.meta.dirname, 'installed', 'serve-peer.mjs')], environment);
  const driver = await startServer(programOf('peers/serve-driver'), environment);
  const store = await openNeo4jStore(address);
  return {
    ours,
    peer,
    driver,
    store,
    stop: async () => {
      await store.close();
      for (const server of [ours, peer, driver]) await server.stop();
    },
  };
}
