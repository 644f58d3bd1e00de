import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { type Listening, listenOn } from '../ask-over-http.ts';
import { measure } from '../measure.ts';
import { type Client, openClient } from '../peers/http-client.ts';
import { generateWorld } from './generate-world.ts';
import { loadWorld } from './load-world.ts';
import { type Bounded, printScale, type Steady } from './print-scale.ts';
import { boundedQuestions, type ScaleQuestion, steadyQuestions } from './scale-questions.ts';
import { type WorldSize, worldSize } from './world-size.ts';

/*
 * Asks the same of a graph of a thousand nodes and of a large one, interleaved, and prints a page of Markdown:
 *   npx tsx bench/scale/make-world.ts --nodes 1000000 --folder FOLDER
 *   npx tsx bench/scale/scale.ts --nodes 1000000 --folder FOLDER > bench/RESULTS-scale.md
 */
const { values } = parseArgs({
  options: { nodes: { type: 'string', default: '1000000' }, folder: { type: 'string' } },
});
if (values.folder === undefined) throw new Error('Say where the large graph is: --folder FOLDER');
const SMALL = 1_000;
const large = Number(values.nodes);
const folder = await mkdtemp(join(tmpdir(), 'oversight-scale-'));

interface World {
  readonly size: WorldSize;
  readonly store: GraphStore;
  readonly listening: Listening;
  readonly client: Client;
  /** Where each question that walks through a list has come to. */
  readonly cursors: Map<string, string | null>;
}

const worlds: World[] = [];
try {
  const small = await openSqliteStore({ folder });
  await loadWorld(small, generateWorld(SMALL), 'restore');
  const [few, many] = [
    await openWorld(small, SMALL),
    await openWorld(await openSqliteStore({ folder: values.folder, role: 'server' }), large),
  ];
  const steady: Steady[] = [];
  for (const question of steadyQuestions) steady.push(await compare(question, few, many));
  const bounded: Bounded[] = [];
  for (const question of boundedQuestions) bounded.push(await bound(question, few, many));
  process.stdout.write(printScale({ small: SMALL, large, steady, bounded, taken: new Date() }));
} finally {
  for (const { client, listening, store } of worlds) {
    client.close();
    await listening.stop();
    await store.close();
  }
  await rm(folder, { recursive: true, force: true });
}

async function openWorld(store: GraphStore, nodes: number): Promise<World> {
  const listening = await listenOn(store);
  const client = await openClient(listening.port, '/graphql');
  const world = { size: worldSize(nodes), store, listening, client, cursors: new Map() };
  worlds.push(world);
  return world;
}

async function ask(
  { client, size, cursors }: World,
  { query, variables, isRight, what, pagesOf }: ScaleQuestion,
  turn: number,
): Promise<Readonly<Record<string, unknown>>> {
  const given = { ...variables(turn, size), ...(pagesOf && { after: cursors.get(what) ?? null }) };
  const { data } = JSON.parse(await client.ask(JSON.stringify({ query, variables: given })));
  if (!data || !isRight(data)) throw new Error(`${what}: ${JSON.stringify(data).slice(0, 300)}`);
  // A full page has a next one, but for the last of all.
  if (pagesOf) {
    const { nodes, pageInfo } = data[pagesOf];
    cursors.set(what, nodes.length === 20 ? pageInfo.endCursor : null);
  }
  return data;
}

async function compare(question: ScaleQuestion, few: World, many: World): Promise<Steady> {
  const statements: number[] = [];
  for (const world of [few, many]) {
    const before = world.store.statementCount();
    for (let turn = 0; turn < 10; turn++) await ask(world, question, turn);
    statements.push((world.store.statementCount() - before) / 10);
  }
  const { cost } = await measure({
    what: question.what,
    atOnce: 1,
    ours: { name: 'large', once: (turn) => ask(many, question, turn) },
    other: { name: 'small', once: (turn) => ask(few, question, turn) },
  });
  const [atSmall = 0, atLarge = 0] = statements;
  process.stderr.write(`${question.what}: ${cost.other.cpu.toFixed(2)} → ${cost.ours.cpu.toFixed(2)} ms\n`);
  return {
    what: question.what,
    small: { ...cost.other, statements: atSmall },
    large: { ...cost.ours, statements: atLarge },
  };
}

/** Asks a few times and keeps the dearest: what is bounded is bounded for all. */
async function bound(question: ScaleQuestion, few: World, many: World): Promise<Bounded> {
  const [small, great] = [await dearest(question, few), await dearest(question, many)];
  process.stderr.write(`${question.what}: ${small.cpu.toFixed(1)} → ${great.cpu.toFixed(1)} ms\n`);
  return { what: question.what, small, large: great };
}

async function dearest(question: ScaleQuestion, world: World): Promise<Bounded['small']> {
  let worst = { cpu: 0, statements: 0, bytes: 0, truncated: 0, turns: 0 };
  for (let turn = 0; turn < 12; turn++) {
    const [before, statements] = [process.cpuUsage(), world.store.statementCount()];
    const data = await ask(world, question, turn);
    const { user, system } = process.cpuUsage(before);
    const text = JSON.stringify(data);
    worst = {
      cpu: Math.max(worst.cpu, (user + system) / 1000),
      statements: Math.max(worst.statements, world.store.statementCount() - statements),
      bytes: Math.max(worst.bytes, text.length),
      truncated: worst.truncated + (text.includes('"truncated":true') ? 1 : 0),
      turns: worst.turns + 1,
    };
  }
  return worst;
}
