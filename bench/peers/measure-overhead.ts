import { join } from 'node:path';
import { buildServers } from '../build-servers.ts';
import { cpuOf } from '../process-cpu.ts';
import { type StartedServer, startServer } from '../start-server.ts';
import { openClient } from './http-client.ts';

/** Milliseconds of processor that a server takes for one look-up that its memory answers: medians over rounds. */
export interface Overhead {
  readonly name: string;
  readonly cpu: number;
}

const AT_ONCE = 8;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 11;
/** Requests of a round; the processor's time is counted in hundredths of a second, so that it must be many. */
const REQUESTS = 4_000;
const query = 'query ($id: ID!) { organisation(id: $id) { id name kind officialNumber } }';

/** A small query that needs no database, asked of Oversight and of mercurius, plain and compiling. */
export async function measureOverhead(): Promise<readonly Overhead[]> {
  const mercurius = join(import.meta.dirname, 'installed', 'serve-mercurius.mjs');
  const servers: readonly (readonly [string, StartedServer])[] = [
    ['Oversight', await startServer(buildServers()('peers/serve-memory'), {})],
    ['mercurius', await startServer([mercurius], {})],
    ['mercurius with its compiler (jit: 1)', await startServer([mercurius], { MERCURIUS_JIT: '1' })],
  ];
  const taken = new Map<string, number[]>(servers.map(([name]) => [name, []]));
  try {
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++)
      for (const [name, server] of servers) {
        const cpu = await runRound(server);
        if (round >= WARM_UP_ROUNDS) taken.get(name)?.push(cpu);
      }
  } finally {
    for (const [, server] of servers) await server.stop();
  }
  return [...taken].map(([name, rounds]) => ({ name, cpu: rounds.sort((a, b) => a - b)[5] ?? Number.NaN }));
}

async function runRound({ port, pid }: StartedServer): Promise<number> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => openClient(port, '/graphql')));
  const before = cpuOf(pid);
  await Promise.all(
    clients.map(async (client, index) => {
      for (let turn = index; turn < REQUESTS; turn += AT_ONCE)
        await client.ask(JSON.stringify({ query, variables: { id: `organisation/n${turn}` } }));
    }),
  );
  for (const client of clients) client.close();
  return (cpuOf(pid) - before) / REQUESTS;
}
