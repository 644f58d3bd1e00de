import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { openStream } from '../../test/api/live/read-stream.ts';
import { importInChild, snapshots } from '../import/import-in-child.ts';
import { generateWorld } from '../scale/generate-world.ts';
import { loadWorld } from '../scale/load-world.ts';
import { worldSize } from '../scale/world-size.ts';
import { askAtRate, lookUp, shortestPaths } from './ask-at-rate.ts';
import { startMeasured } from './measured-server.ts';
import { type MeasuredPhase, printMixed } from './print-mixed.ts';

/*
 * Look-ups, paths and an import at a time on one server over SQLite, and how late its event loop is meanwhile:
 *   npm run bench:mixed
 *   npm run bench:mixed -- --nodes 100000 --seconds 30 FILE…
 * The import is a process of its own, as the command is, and lasts as long as it takes; FILE are Ofsted's snapshots.
 */
const { values, positionals } = parseArgs({
  options: { nodes: { type: 'string', default: '20000' }, seconds: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const nodes = Number(values.nodes);
const files = positionals.length > 0 ? positionals : [snapshots];
/** Each reader asks again so many milliseconds after it has asked, or with the answer where that takes longer. */
const LOOK_UP_EVERY = 20;
const LOOK_UP_READERS = 4;
const PATH_EVERY = 200;

const folder = await mkdtemp(join(tmpdir(), 'oversight-mixed-'));
try {
  const world = await openSqliteStore({ folder });
  await loadWorld(world, generateWorld(nodes), 'restore');
  await world.close();
  const server = await startMeasured(folder);
  try {
    const phases: MeasuredPhase[] = [];
    const load = (name: string, readsPaths: boolean, during: Promise<unknown>) =>
      measurePhase(name, readsPaths, during).then((phase) => phases.push(phase));
    await load('warming up', true, seconds());
    phases.length = 0;
    await load('look-ups', false, seconds());
    await load('look-ups and paths', true, seconds());
    const stream = await openStream(`http://127.0.0.1:${server.port}`, { after: 0 });
    const imported = importInChild({ kind: 'sqlite', folder }, files);
    await load('look-ups, paths and an import', true, imported);
    const { tables } = await imported;
    // Entries of an import come as a summary each, soon after it has published them.
    for (const { kind, table } of tables)
      if (kind === 'imported') {
        const entry = await stream.nextEntry();
        if (!entry.isSummary) throw new Error(`the stream was told ${JSON.stringify(entry)} of ${table}`);
      }
    stream.close();
    await load('look-ups and paths again', true, seconds());
    process.stdout.write(printMixed(phases, { nodes, tables, date: new Date() }));
  } finally {
    await server.stop();
  }

  async function measurePhase(
    name: string,
    readsPaths: boolean,
    during: Promise<unknown>,
  ): Promise<MeasuredPhase> {
    const size = worldSize(nodes);
    const state = { isOver: false };
    await server.begin();
    const began = performance.now();
    const lookUps = Array.from({ length: LOOK_UP_READERS }, (_each, reader) =>
      askAtRate(server.port, { ...lookUp, size, every: LOOK_UP_EVERY, from: reader * 1_000, state }),
    );
    const paths = readsPaths
      ? [askAtRate(server.port, { ...shortestPaths, size, every: PATH_EVERY, from: 0, state })]
      : [];
    await during;
    state.isOver = true;
    const [lookUpTimes, pathTimes] = [await Promise.all(lookUps), await Promise.all(paths)];
    const wall = (performance.now() - began) / 1000;
    return { name, wall, lookUps: lookUpTimes.flat(), paths: pathTimes.flat(), ...(await server.end()) };
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function seconds(): Promise<void> {
  return new Promise((over) => setTimeout(over, Number(values.seconds) * 1000));
}
