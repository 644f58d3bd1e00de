import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { canonicalRecords } from '../../test/contract/check/canonical-answer.ts';
import { wipeNeo4j } from '../../test/contract/wipe-neo4j.ts';
import { importTable, tableOf } from '../../test/support/ingest/import-csv.ts';
import { neo4jOfWorker } from '../../test/support/neo4j/neo4j-of-worker.ts';
import { verifyJournal } from '../jobs/verify-journal.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { openNeo4jStore } from '../store/neo4j/neo4j-store.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { readProviderLevel } from './ofsted/read-statistics.ts';

const address = neo4jOfWorker();
beforeEach(() => wipeNeo4j(address));
afterAll(() => wipeNeo4j(address));

const heading =
  'URN,Provision type,Name,Government Office Region,Local authority,Organisation which owns the provider,Event type,Inspection date,Publication date,Event number,Overall effectiveness';
const row = (number: number, owner: string, grade: string) =>
  `SC${1000 + number},Children's home,REDACTED,London,Barnet,${owner},Full inspection,05/01/2016,01/02/2016,${number},${grade}`;
const rows = Array.from({ length: 40 }, (_each, number) => row(number, `Care ${number % 3} Ltd`, 'Good'));
const of2016 = tableOf('march_2016.csv', heading, ...rows);
const of2017 = tableOf(
  'march_2017.csv',
  heading,
  ...rows.slice(0, 30),
  row(40, 'Other Ltd', 'Good'),
  row(0, 'Care 1 Ltd', 'Inadequate'),
);

async function everything(store: GraphStore) {
  const ids = await store.nodeIds({ types: null, after: null, limit: 1_000 });
  const found = await store.adjacent({ of: ids, types: null, among: true, limit: 10_000 });
  return canonicalRecords(await store.records([...ids, ...found.relationships.map(({ id }) => id)]));
}

test('two snapshots come to the same records as in SQLite, and changes of them to the same journal', async () => {
  const [neo4j, sqlite] = [await openNeo4jStore(address), await openSqliteStore({ folder: ':memory:' })];
  for (const file of [of2016, of2017]) {
    const [here, there] = [
      await importTable(neo4j, readProviderLevel, file),
      await importTable(sqlite, readProviderLevel, file),
    ];
    expect(here).toMatchObject({ kind: 'imported', problems: [] });
    expect(here).toEqual(there);
  }
  expect(await everything(neo4j)).toEqual(await everything(sqlite));
  const items = { sequence: 2, after: -1, limit: 1_000 };
  expect(await neo4j.journalItems(items)).toEqual(await sqlite.journalItems(items));
  expect(await verifyJournal(neo4j)).toMatchObject({ entries: 2, faultCount: 0 });
  expect(await importTable(neo4j, readProviderLevel, of2017)).toMatchObject({ kind: 'unchanged' });
  await Promise.all([neo4j.close(), sqlite.close()]);
});

test('an import that is killed leaves nothing to be seen, and the next one goes through', async () => {
  const store = await openNeo4jStore(address);
  const program = fileURLToPath(new URL('../../test/support/ingest/import-until-killed.ts', import.meta.url));
  const choice = JSON.stringify({ kind: 'neo4j', ...address });
  const child = spawn(process.execPath, ['--import', 'tsx', program, choice, heading, ...rows], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('put\n');
  expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
  child.kill('SIGKILL');
  await exited;
  expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
  expect(await store.journalHead()).toEqual({ sequence: 0, hash: '' });
  expect(await importTable(store, readProviderLevel, of2016)).toMatchObject({
    kind: 'imported',
    sequence: 1,
  });
  await store.close();
});
