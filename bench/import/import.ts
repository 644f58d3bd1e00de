import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreChoice } from '../../server/store/open-graph-store.ts';
import { startOwnNeo4j } from '../../test/support/neo4j/start-neo4j.ts';
import { cpuOf } from '../process-cpu.ts';
import { importInChild, snapshots } from './import-in-child.ts';
import { type MeasuredImport, printImports } from './print-imports.ts';

/**
 * Imports Ofsted's snapshots into each store, twice, and prints what that cost. Arguments: the stores (`sqlite`, `neo4j`;
 * both if left out), and a folder with snapshots if not those of test/fixtures.
 */
const stores = process.argv.slice(2).filter((given) => given === 'sqlite' || given === 'neo4j');
const [folder] = process.argv.slice(2).filter((given) => given !== 'sqlite' && given !== 'neo4j');
const files = folder === undefined ? [snapshots] : await snapshotsIn(folder);

const measured: MeasuredImport[] = [];
if (stores.length === 0 || stores.includes('sqlite')) measured.push(await measureSqlite());
if (stores.length === 0 || stores.includes('neo4j')) measured.push(await measureNeo4j());
process.stdout.write(printImports(measured, new Date()));

async function measureSqlite(): Promise<MeasuredImport> {
  const place = await mkdtemp(join(tmpdir(), 'oversight-import-'));
  try {
    const choice: StoreChoice = { kind: 'sqlite', folder: place };
    const [first, again] = [await importInChild(choice, files), await importInChild(choice, files)];
    const { size } = await stat(join(place, 'graph.sqlite'));
    return { store: 'SQLite', first, again, size, databaseCpu: null, databaseMemory: null };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** A Neo4j as `docker-compose.yml` has it, with a heap that takes in the largest snapshot. */
async function measureNeo4j(): Promise<MeasuredImport> {
  const server = await startOwnNeo4j(['-Xmx3g', '-XX:+UseSerialGC', '-Doversight.asServed=true']);
  try {
    const { uri, user, password } = server;
    const choice: StoreChoice = { kind: 'neo4j', uri, user, password };
    const before = cpuOf(server.pid);
    const first = await importInChild(choice, files);
    const databaseCpu = (cpuOf(server.pid) - before) / 1000;
    const again = await importInChild(choice, files);
    const size = await sizeOf(server.folder);
    return { store: 'Neo4j', first, again, size, databaseCpu, databaseMemory: await peakOf(server.pid) };
  } finally {
    await server.stop();
  }
}

async function snapshotsIn(place: string): Promise<string[]> {
  const names = await readdir(place);
  return names
    .filter((name) => /provider.*\.(csv|zip|gz)$/.test(name))
    .map((name) => join(place, name))
    .sort();
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

async function sizeOf(place: string): Promise<number> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const sizes = entries.map((entry) => (entry.isFile() ? stat(join(entry.parentPath, entry.name)) : null));
  return (await Promise.all(sizes)).reduce((sum, one) => sum + (one?.size ?? 0), 0);
}
