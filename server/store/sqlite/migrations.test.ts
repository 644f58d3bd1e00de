import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { makeChange, makeNode, smallWorld } from '../../../test/support/small-world.ts';
import { verifyJournal } from '../../jobs/verify-journal.ts';
import { StoreRefused } from '../graph-store.ts';
import { canonicalText } from '../journal/canonical-text.ts';
import { hashItems, sealEntry, sealItem } from '../journal/seal-entry.ts';
import { openConnection } from './connection.ts';
import { migrate, newestFormat } from './migrations.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { insertEntry } from './writes/write-entry.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open() {
  return openConnection(join(folder, 'graph.sqlite'));
}

test('a new file gets every table, and opening it again changes nothing', () => {
  const connection = open();
  migrate(connection);
  const schema = () => connection.all('SELECT name, sql FROM sqlite_schema ORDER BY name', []);
  const before = schema();
  expect(before.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['node', 'relationship', 'evidence']),
  );
  migrate(connection);
  expect(schema()).toEqual(before);
  connection.close();
});

test('a column that a property needs is added to a file that lacks it', () => {
  const connection = open();
  migrate(connection);
  connection.execute('ALTER TABLE node DROP COLUMN "p_honorific_key"');
  connection.execute('ALTER TABLE node DROP COLUMN "p_honorific"');
  connection.close();
  const again = open();
  migrate(again);
  expect(again.all('SELECT p_honorific, p_honorific_key FROM node', [])).toEqual([]);
  again.close();
});

test('a journal of the first format is chained, with all that it held, in the one canonical form', async () => {
  const before = open();
  migrate(before, 1);
  const old = { record: makeNode('person/ada', 'Person', { name: 'Ada' }), statements: [], evidence: [] };
  before.execute(`
    INSERT INTO journal_entry VALUES (1, '2026-01-01T00:00:00.000Z', 'Eve', 'first', 1),
      (2, '2026-01-02T00:00:00.000Z', 'Bo', 'second', 0);
    INSERT INTO journal_item VALUES (1, 0, 'person/ada', NULL, '${JSON.stringify(old)}')`);
  before.close();
  await expect(openSqliteStore({ folder })).rejects.toThrow(/format 1.*oversight migrate/);
  const store = await openSqliteStore({ folder, role: 'server' });
  expect(await store.journal({ after: 0, limit: 5 })).toEqual([
    { sequence: 1, at: '2026-01-01T00:00:00.000Z', author: 'Eve', reason: 'first', items: 1 },
    { sequence: 2, at: '2026-01-02T00:00:00.000Z', author: 'Bo', reason: 'second', items: 0 },
  ]);
  expect(await store.journalItems({ sequence: 1, after: -1, limit: 5 })).toEqual([
    { ordinal: 0, record: 'person/ada', before: null, after: old },
  ]);
  const [kept] = await store.sealedItems({ sequence: 1, after: -1, limit: 5 });
  expect(kept?.after).toBe(canonicalText(old));
  expect(await verifyJournal(store)).toMatchObject({ entries: 2, items: 1, faultCount: 0 });
  expect((await store.write(makeChange(smallWorld))).kind).toBe('written');
  expect(await verifyJournal(store)).toMatchObject({ entries: 3, faultCount: 0 });
  await store.close();
});

test('the rows of a journal are packed into blocks with their hashes, erased ones too', async () => {
  const before = open();
  migrate(before, 3);
  const items = Array.from({ length: 300 }, (_each, ordinal) => {
    const node = makeNode(`person/n${ordinal}`, 'Person', { name: `N ${ordinal}` });
    const item = {
      ordinal,
      record: node.id,
      before: null,
      after: { record: node, evidence: [], statements: [] },
    };
    return sealItem(item);
  });
  before.execute('BEGIN');
  const hashes = hashItems();
  for (const { ordinal, record, after, salt, hash } of items) {
    hashes.add(hash);
    const kept = ordinal === 200 ? [null, null, null, null] : [record, null, after, salt];
    before.run('INSERT INTO journal_item VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)', [ordinal, ...kept, hash]);
  }
  const about = { at: '2026-01-01T00:00:00.000Z', author: 'Eve', reason: 'first', request: null };
  const itemsHash = hashes.end();
  const entry = sealEntry('', { sequence: 1, ...about, items: 300, itemsHash, erased: null });
  insertEntry(before, entry);
  const erasure = { ...about, sequence: 2, items: 0, itemsHash: hashItems().end(), erased: '[[1,200]]' };
  insertEntry(before, sealEntry(entry.hash, erasure));
  before.execute('COMMIT');
  before.close();
  const store = await openSqliteStore({ folder, role: 'server' });
  expect(await verifyJournal(store)).toMatchObject({ items: 300, erased: 1, faultCount: 0 });
  const kept = items.map((item) =>
    item.ordinal === 200 ? { ...item, record: null, before: null, after: null, salt: null } : item,
  );
  expect(await store.sealedItems({ sequence: 1, after: -1, limit: 1_000 })).toEqual(kept);
  expect(await store.sealedItems({ sequence: 1, after: 126, limit: 3 })).toEqual(kept.slice(127, 130));
  expect(await store.journalItems({ sequence: 1, after: 198, limit: 2 })).toMatchObject([
    { ordinal: 199 },
    { ordinal: 201 },
  ]);
  const history = { record: nodeId('person/n250'), before: null, limit: 5 };
  expect(await store.history(history)).toMatchObject([{ entry: { sequence: 1 }, item: { ordinal: 250 } }]);
  expect(await store.history({ ...history, record: nodeId('person/n200') })).toEqual([]);
  await store.close();
});

test('evidence is kept where a file of an older format had it', async () => {
  const before = open();
  migrate(before, 3);
  before.run(
    'INSERT INTO node (id, type, version, disputed, is_disputed, p_name) VALUES (?1, ?2, 1, ?3, 0, ?4)',
    [...['person/ada', 'Person', '[]', 'Ada']],
  );
  before.execute(
    `INSERT INTO evidence VALUES ('evidence/1', 'person/ada', NULL, 'outside', NULL, NULL, 'known')`,
  );
  before.close();
  const store = await openSqliteStore({ folder, role: 'server' });
  expect((await store.records([nodeId('person/ada')])).evidence).toEqual([
    {
      ...{ id: 'evidence/1', of: 'person/ada', document: null, basis: 'outside' },
      ...{ locator: null, words: null, explanation: 'known' },
    },
  ]);
  await store.close();
});

test('a newer format is refused, and both formats are named', () => {
  const connection = open();
  migrate(connection);
  connection.execute(`PRAGMA user_version = ${newestFormat + 1}`);
  expect(() => migrate(connection)).toThrow(StoreRefused);
  expect(() => migrate(connection)).toThrow(new RegExp(`format ${newestFormat + 1}.*up to ${newestFormat}`));
  connection.close();
});

test('a database of another program is refused and left as it is', () => {
  const connection = open();
  connection.execute('CREATE TABLE invoices (id TEXT)');
  expect(() => migrate(connection)).toThrow('another program');
  expect(connection.all('SELECT name FROM sqlite_schema', [])).toEqual([{ name: 'invoices' }]);
  connection.close();
});

test('a file that is no database is refused', () => {
  writeFileSync(join(folder, 'graph.sqlite'), 'a letter, not a database. '.repeat(100));
  expect(open).toThrow(StoreRefused);
});
