import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreRefused } from '../graph-store.ts';
import { openConnection } from './connection.ts';
import { migrate, newestFormat } from './migrations.ts';

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
