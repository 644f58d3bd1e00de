import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { makeChange, smallWorld } from '../support/small-world.ts';
import { describeStoreContract, describeStoreUpkeep } from './store-contract.ts';

const folders: string[] = [];

describeStoreContract('SQLite in memory', () => openSqliteStore({ folder: ':memory:' }), 60);
describeStoreContract('SQLite in a folder', () => openSqliteStore({ folder: newFolder() }), 6);
describeStoreUpkeep('SQLite', () => openSqliteStore({ folder: newFolder() }));

test('SQLite in a folder holds after it is opened again what it held before', async () => {
  const folder = newFolder();
  const first = await openSqliteStore({ folder });
  await first.write(makeChange(smallWorld, { marks: [{ key: 'seed', value: 'one' }] }));
  const ids = smallWorld.nodes.map(({ id }) => id);
  const before = await first.records(ids);
  await first.close();
  const second = await openSqliteStore({ folder });
  expect(await second.records(ids)).toEqual(before);
  expect(await second.journal({ after: 0, limit: 5 })).toHaveLength(1);
  expect(await second.mark('seed')).toBe('one');
  await second.close();
});

test('a request is applied once by two processes on one folder, and each sees where the journal ends', async () => {
  const folder = newFolder();
  const [first, second] = await Promise.all([openSqliteStore({ folder }), openSqliteStore({ folder })]);
  const change = makeChange(smallWorld, { idempotencyKey: 'key' });
  const outcomes = await Promise.all([first.write(change), second.write(change)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['repeated', 'written']);
  expect(await second.journalHead()).toEqual(await first.journalHead());
  expect((await first.journalHead()).sequence).toBe(1);
  await Promise.all([first.close(), second.close()]);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oversight-contract-'));
  folders.push(folder);
  return folder;
}
