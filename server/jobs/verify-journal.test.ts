import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeChange, makeNode, smallWorld } from '../../test/support/small-world.ts';
import { packItems, unpackItems } from '../store/journal/journal-block.ts';
import type { SealedItem } from '../store/journal/sealed-journal.ts';
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
const blockColumns = ['sequence', 'first', 'body'].map(
  (column) => ['journal_block', column, 'sequence = 1'] as const,
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
  // `erased` is null in the row that is altered; it is filled below.
  expect(named('journal_entry')).toHaveLength(columns.length + 1);
  expect(named('journal_block')).toEqual(['pk', ...blockColumns.map(([, column]) => column)]);
  database.close();
});

test.each([
  ...columns,
  ...blockColumns,
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
  ['DELETE FROM journal_block WHERE sequence = 1', 1],
  ["UPDATE journal_block SET body = x'' WHERE sequence = 3", 3],
  ['DELETE FROM journal_entry WHERE sequence = 2', 2],
  ['DELETE FROM journal_entry WHERE sequence = 3', 3],
  ['UPDATE journal_entry SET sequence = 99 WHERE sequence = 3', 3],
  ['UPDATE journal_entry SET sequence = 10 - sequence', 3],
])('%s is found', async (sql, sequence) => {
  alter((database) => database.exec(sql));
  const { faults } = await verify();
  expect(faults.map((fault) => fault.sequence)).toContain(sequence);
});

/** Somebody who knows how items are kept alters one, or takes it out. */
test.each<[string, number, (item: SealedItem) => SealedItem | null]>([
  ['another record', 1, (item) => ({ ...item, record: 'person/eve' })],
  ['other content', 1, (item) => ({ ...item, after: `${item.after} ` })],
  ['other content before', 3, (item) => ({ ...item, before: `${item.before} ` })],
  ['nothing before', 3, (item) => ({ ...item, before: null })],
  ['another salt', 1, (item) => ({ ...item, salt: `${item.salt}A` })],
  ['another hash', 1, (item) => ({ ...item, hash: `${item.hash}A` })],
  ['nothing but a hash', 3, (item) => ({ ...item, record: null, before: null, after: null, salt: null })],
  ['no item', 1, () => null],
])('an item that was given %s is found', async (_says, sequence, change) => {
  alter((database) => alterItems(database, sequence, (item) => (item.ordinal === 0 ? change(item) : item)));
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
  alter((database) => alterItems(database, 4, (item) => ({ ...item, salt: 'x' })));
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

/** Packs the items of an entry anew, after each was altered or taken out. */
function alterItems(
  database: InstanceType<typeof DatabaseSync>,
  sequence: number,
  change: (item: SealedItem) => SealedItem | null,
): void {
  const blocks = database
    .prepare('SELECT pk, first, body FROM journal_block WHERE sequence = ?')
    .all(sequence);
  for (const { pk = null, first, body } of blocks) {
    const items = unpackItems(body as Uint8Array, Number(first)).flatMap((item) => change(item) ?? []);
    database.prepare('UPDATE journal_block SET body = ? WHERE pk = ?').run(packItems(items), pk);
  }
}

/** The last byte of a text, one in the middle of bytes, the lowest bit of a number. */
function flip(value: unknown): string | number | Uint8Array {
  if (typeof value === 'number') return value ^ 64;
  if (value instanceof Uint8Array)
    return value.map((byte, at) => (at === Math.floor(value.length / 2) ? byte ^ 1 : byte));
  const text = String(value);
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1);
}

function literal(value: string | number | Uint8Array): string {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
