import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { NodeId } from '../schema/ids.ts';
import { createApp } from '../server/app.ts';
import { apiSchema } from '../server/graphql/schema.ts';
import type { GraphStore } from '../server/store/graph-store.ts';

/** The whole server on a free port of this machine, in this process, so that its CPU time and the client's add. */
export interface Listening {
  readonly port: number;
  readonly agent: Agent;
  readonly stop: () => Promise<void>;
}

export async function listenOn(store: GraphStore): Promise<Listening> {
  const app = createApp(store, {
    schema: apiSchema(),
    clientFiles: new Map(),
    startingViews: async () => [],
    log: pino({ level: 'silent' }),
  });
  // Clients of a bench may wait for each other longer than the five seconds after which idle connections end.
  const server = createServer({ keepAliveTimeout: 0 }, app.handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const agent = new Agent({ keepAlive: true });
  return {
    port: (server.address() as AddressInfo).port,
    agent,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      app.close();
    },
  };
}

const QUERY = `query ($id: ID!) {
  node(id: $id) { id ... on Organisation { name note inspections(first: 20) { nodes { id name } } } }
}`;

/** Looks one node up; throws where the answer is not a node. */
export async function askOverHttp({ port, agent }: Listening, id: NodeId): Promise<void> {
  const body = JSON.stringify({ query: QUERY, variables: { id } });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const text = await new Promise<string>((resolve, reject) => {
    const asking = request(
      { port, agent, host: '127.0.0.1', path: '/graphql', method: 'POST', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => resolve(Buffer.concat(chunks).toString()));
        response.once('error', reject);
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
  const { data } = JSON.parse(text);
  if (data?.node?.id !== id) throw new Error(`the answer is not ${id}: ${text.slice(0, 300)}`);
}
