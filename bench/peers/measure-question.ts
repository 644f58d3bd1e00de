import { isDeepStrictEqual } from 'node:util';
import { cpuOf } from '../process-cpu.ts';
import type { StartedServer } from '../start-server.ts';
import { type Client, openClient } from './http-client.ts';
import { plainAnswer } from './plain-answer.ts';
import type { Form, Question } from './questions.ts';
import { recordStatements } from './record-statements.ts';
import type { Servers } from './start-servers.ts';

/** What one way to answer came to. Times are in milliseconds. */
export interface Cost {
  /** The median over the rounds of requests a second. */
  readonly throughput: number;
  /** Means over all rounds, of the server's process and of Neo4j's, a request. */
  readonly nodeCpu: number;
  readonly neo4jCpu: number;
  readonly p50: number;
  readonly p99: number;
}

export interface QuestionMeasured {
  readonly question: Question;
  readonly loads: readonly {
    readonly atOnce: number;
    readonly ours: Cost;
    readonly peer: Cost & { readonly form: string };
    readonly driver: Cost;
  }[];
}

interface Contender {
  readonly name: string;
  readonly server: StartedServer;
  readonly path: string;
  readonly bodies: readonly string[];
  readonly read: ((answer: string) => unknown) | null;
}

const LOADS = [16, 1];
const WARM_UP_ROUNDS = 2;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** Milliseconds of a round, of one contender. */
const ROUND = Number(process.env.BENCH_ROUND ?? 700);

/** Checks that all give equal answers, then measures them in rounds that take turns. */
export async function measureQuestion(
  question: Question,
  servers: Servers,
  neo4j: number,
  tell: (what: string) => void,
): Promise<QuestionMeasured> {
  if (question.inputs.length < 500) throw new Error(`${question.name} has ${question.inputs.length} inputs`);
  const contenders = await contendersOf(question, servers);
  await refuseUnequal(question, contenders);
  const loads = [];
  for (const atOnce of LOADS) {
    const costs = await measureAll(contenders, atOnce, neo4j);
    const [ours, driver] = [costs.get('ours'), costs.get('driver')];
    const peers = [...costs].filter(([name]) => name !== 'ours' && name !== 'driver');
    const [best] = peers.sort(([, a], [, b]) => b.throughput - a.throughput);
    if (!ours || !driver || !best) throw new Error('a contender was not measured');
    const [form, cost] = best;
    tell(
      `${question.name} at ${atOnce}: ${Math.round(ours.throughput)} against ${Math.round(cost.throughput)} (${form}); Node ${ours.nodeCpu.toFixed(2)} : ${cost.nodeCpu.toFixed(2)}, Neo4j ${ours.neo4jCpu.toFixed(2)} : ${cost.neo4jCpu.toFixed(2)}, p99 ${ours.p99.toFixed(1)} : ${cost.p99.toFixed(1)}; driver ${Math.round(driver.throughput)} (Node ${driver.nodeCpu.toFixed(2)}, Neo4j ${driver.neo4jCpu.toFixed(2)})`,
    );
    loads.push({ atOnce, ours, peer: { ...cost, form }, driver });
  }
  return { question, loads };
}

async function contendersOf(question: Question, servers: Servers): Promise<readonly Contender[]> {
  const graphql = (name: string, server: StartedServer, form: Form): Contender => ({
    name,
    server,
    path: '/graphql',
    bodies: question.inputs.map((input) =>
      JSON.stringify({ query: form.query, variables: form.variables?.(input) ?? input }),
    ),
    read: (answer) => {
      const { data, errors } = JSON.parse(answer);
      if (errors)
        throw new Error(`${name} answers ${question.name} with ${JSON.stringify(errors).slice(0, 500)}`);
      return plainAnswer(data, question.ordered);
    },
  });
  const { lists, connections } = question.peers;
  return [
    graphql('ours', servers.ours, question.ours),
    ...(lists ? [graphql('lists', servers.peer, lists)] : []),
    ...(connections ? [graphql('connections', servers.peer, connections)] : []),
    {
      name: 'driver',
      server: servers.driver,
      path: '/',
      bodies: await recordStatements(servers.store, question),
      read: null,
    },
  ];
}

/** Figures of two that do not answer the same would mean nothing. */
async function refuseUnequal({ name, inputs }: Question, contenders: readonly Contender[]): Promise<void> {
  const clients = new Map<Contender, Client>();
  for (const contender of contenders)
    if (contender.read) clients.set(contender, await openClient(contender.server.port, contender.path));
  let filled = 0;
  for (const [index, input] of inputs.entries()) {
    const asked = [...clients].map(async ([{ bodies, read }, client]) =>
      read?.(await client.ask(bodies[index] ?? '')),
    );
    const answers: unknown[] = await Promise.all(asked);
    const [first, ...others] = answers;
    const unequal = others.find((other) => !isDeepStrictEqual(first, other));
    if (unequal !== undefined || first === undefined)
      throw new Error(
        `${name} ${JSON.stringify(input)}: ours ${JSON.stringify(first)}, the peer's ${JSON.stringify(unequal)}`,
      );
    if (typeof first === 'number' ? first > 0 : JSON.stringify(first).length > 4) filled++;
  }
  for (const client of clients.values()) client.close();
  if (filled < inputs.length / 2) throw new Error(`${name}: too many inputs bring nothing`);
}

async function measureAll(
  contenders: readonly Contender[],
  atOnce: number,
  neo4j: number,
): Promise<ReadonlyMap<string, Cost>> {
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    // Each begins in turn, so that whatever else the machine does falls on all.
    const shift = round % contenders.length;
    for (const contender of [...contenders.slice(shift), ...contenders.slice(0, shift)]) {
      const done = await runRound(contender, atOnce, round, neo4j);
      if (round >= WARM_UP_ROUNDS) rounds.get(contender.name)?.push(done);
    }
  }
  return new Map([...rounds].map(([name, done]) => [name, sumUp(done)]));
}

interface Round {
  readonly wall: number;
  readonly nodeCpu: number;
  readonly neo4jCpu: number;
  readonly latencies: readonly number[];
}

async function runRound(
  { server, path, bodies }: Contender,
  atOnce: number,
  round: number,
  neo4j: number,
): Promise<Round> {
  const clients = await Promise.all(Array.from({ length: atOnce }, () => openClient(server.port, path)));
  const latencies: number[] = [];
  // Every contender goes through the same inputs in the same order.
  let turn = round * 97;
  const before = { node: cpuOf(server.pid), neo4j: cpuOf(neo4j) };
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - began < ROUND) {
        const asked = performance.now();
        await client.ask(bodies[turn++ % bodies.length] ?? '');
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const wall = performance.now() - began;
  const nodeCpu = cpuOf(server.pid) - before.node;
  const neo4jCpu = cpuOf(neo4j) - before.neo4j;
  for (const client of clients) client.close();
  return { wall, nodeCpu, neo4jCpu, latencies };
}

function sumUp(rounds: readonly Round[]): Cost {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const count = latencies.length;
  const total = (of: (round: Round) => number) => rounds.reduce((sum, round) => sum + of(round), 0);
  const speeds = rounds.map(({ wall, latencies: done }) => (1000 * done.length) / wall).sort((a, b) => a - b);
  return {
    throughput: speeds[Math.floor(speeds.length / 2)] ?? 0,
    nodeCpu: total(({ nodeCpu }) => nodeCpu) / count,
    neo4jCpu: total(({ neo4jCpu }) => neo4jCpu) / count,
    p50: latencies[Math.floor(count / 2)] ?? 0,
    p99: latencies[Math.floor(count * 0.99)] ?? 0,
  };
}
