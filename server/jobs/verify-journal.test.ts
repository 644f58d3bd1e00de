import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeChange, makeNode, smallWorld } from '../../test/support/small-world.ts';
import { graphFileName, openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type JournalVerified, verifyJournal } from './verify-journal.ts';

let folder = '';
const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

/** Three entries: the small world, a change with a key, and the removal of what it brought. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-verify-'));
  folders.push(folder);
  const store = await openSqliteStore({ folder });
  const alone = makeNode('person/alone', 'Person', { name: 'Alone' });
  await store.write(makeChange(smallWorld));
  await store.write(makeChange({ nodes: [alone] }, { idempotencyKey: 'key' }));
  await store.write(makeChange({}, { remove: [alone.id] }));
  await store.close();
});

/** Every column that the journal has, with the row whose byte is flipped. */
const columns = [
  ...['sequence', 'at', 'author', 'author_salt', 'author_hash', 'reason', 'reason_salt', 'reason_hash'],
  ...['request', 'input', 'request_salt', 'request_hash', 'items', 'items_hash', 'hash'],
].map((column) => ['journal_entry', column, 'sequence = 2'] as const);
const itemColumns = ['sequence', 'ordinal', 'record', 'after', 'salt', 'hash'].map(
  (column) => ['journal_item', column, 'sequence = 1 AND ordinal = 3'] as const,
);

test('a journal that nobody touched is as it was written', async () => {
  expect(await verify()).toMatchObject({ entries: 3, faultCount: 0, erased: 0 });
});

test('the test names every column of the journal', () => {
  const database = new DatabaseSync(join(folder, graphFileName));
  const named = (table: string) =>
    database
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name);
  expect(named('journal_entry')).toEqual(expect.arrayContaining(columns.map(([, column]) => column)));
  // `erased` and `before` are null in the rows that are altered; both are filled below.
  expect(named('journal_entry')).toHaveLength(columns.length + 1);
  expect(named('journal_item')).toHaveLength(itemColumns.length + 1);
  database.close();
});

test.each([
  ...columns,
  ...itemColumns,
  ['journal_item', 'before', 'sequence = 3 AND ordinal = 0'],
  ['journal_head', 'sequence', '1'],
  ['journal_head', 'hash', '1'],
] as const)('a flipped byte in %s.%s is found', async (table, column, where) => {
  const flipped = alter((database) => {
    const read = database.prepare(`SELECT ${column} AS value FROM ${table} WHERE ${where}`);
    const value = read.get()?.value;
    database.exec(`UPDATE ${table} SET ${column} = ${literal(flip(value))} WHERE ${where}`);
    return [value, flip(value)];
  });
  expect(flipped[0]).not.toEqual(flipped[1]);
  expect((await verify()).faultCount).toBeGreaterThan(0);
});

test.each([
  ["UPDATE journal_entry SET erased = '[]' WHERE sequence = 2", 2],
  ['UPDATE journal_entry SET author = NULL, author_salt = NULL WHERE sequence = 2', 2],
  ['UPDATE journal_entry SET reason = NULL WHERE sequence = 2', 2],
  ['UPDATE journal_item SET record = NULL, before = NULL, after = NULL, salt = NULL WHERE sequence = 3', 3],
  ['DELETE FROM journal_item WHERE sequence = 1 AND ordinal = 3', 1],
  ['DELETE FROM journal_entry WHERE sequence = 2', 2],
  ['DELETE FROM journal_entry WHERE sequence = 3', 3],
  ['UPDATE journal_entry SET sequence = 99 WHERE sequence = 3', 3],
  ['UPDATE journal_entry SET sequence = 10 - sequence', 3],
])('%s is found', async (sql, sequence) => {
  alter((database) => database.exec(sql));
  const { faults } = await verify();
  expect(faults.map((fault) => fault.sequence)).toContain(sequence);
});

test('faults are told up to a number, and counted beyond it', async () => {
  const nodes = Array.from({ length: 150 }, (_each, at) =>
    makeNode(`person/n${at}`, 'Person', { name: 'N' }),
  );
  const store = await openSqliteStore({ folder });
  await store.write(makeChange({ nodes }));
  await store.close();
  alter((database) => database.exec(`UPDATE journal_item SET salt = 'x' WHERE sequence = 4`));
  const { faults, faultCount } = await verify();
  expect([faults.length, faultCount]).toEqual([100, 150]);
});

test('verifying ends when it is asked to', async () => {
  const store = await openSqliteStore({ folder });
  await expect(verifyJournal(store, { signal: AbortSignal.abort() })).rejects.toThrow();
  await store.close();
});

async function verify(): Promise<JournalVerified> {
  const store = await openSqliteStore({ folder });
  try {
    return await verifyJournal(store);
  } finally {
    await store.close();
  }
}

function alter<Result>(work: (database: InstanceType<typeof DatabaseSync>) => Result): Result {
  const database = new DatabaseSync(join(folder, graphFileName), { enableForeignKeyConstraints: false });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** The last byte of a text, the lowest bit of a number. */
function flip(value: unknown): string | number {
  if (typeof value === 'number') return value ^ 64;
  const text = String(value);
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1);
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
