import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { generateWorld } from './generate-world.ts';
import { loadWorld } from './load-world.ts';

/*
 * Makes a synthetic graph in a store that is empty:
 *   npx tsx bench/scale/make-world.ts --nodes 1000000 --folder FOLDER
 *   npx tsx bench/scale/make-world.ts --nodes 1000000 --neo4j bolt://HOST:7687 --user neo4j   (password: NEO4J_PASSWORD)
 */
const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    folder: { type: 'string' },
    neo4j: { type: 'string' },
    user: { type: 'string', default: 'neo4j' },
    /** By changes as an import makes them, with a journal; always so on Neo4j, whose transactions are bounded. */
    journal: { type: 'boolean', default: false },
  },
});

const store = await open();
const began = performance.now();
let peak = 0;
const tell = (records: number) => {
  peak = Math.max(peak, process.memoryUsage().rss);
  if (records % 100_000 !== 0) return;
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(`${records} records, ${Math.round(records / seconds)} a second\n`);
};
const way = values.journal || store.kind === 'neo4j' ? 'parts' : 'restore';
const records = await loadWorld(store, generateWorld(Number(values.nodes), Number(values.seed)), way, tell);
await store.close();
const { user, system } = process.cpuUsage();
const cpu = Math.round((user + system) / 1e6);
process.stdout.write(
  `${records} records by ${way}: ${cpu} s CPU time, ${Math.round(peak / 2 ** 20)} MB at most\n`,
);

async function open(): Promise<GraphStore> {
  if (values.neo4j !== undefined)
    return openNeo4jStore({
      uri: values.neo4j,
      user: values.user,
      password: process.env.NEO4J_PASSWORD ?? '',
    });
  if (values.folder === undefined) throw new Error('Say where: --folder FOLDER or --neo4j ADDRESS');
  mkdirSync(values.folder, { recursive: true });
  // Ids of relationships are hashes: without room for the indexes each record would write pages of its own.
  return openSqliteStore({ folder: values.folder, cacheMegabytes: values.journal ? 64 : 3_000 });
}
