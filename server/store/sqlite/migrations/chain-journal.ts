import { canonicalText } from '../../journal/canonical-text.ts';
import { hashItem, hashItems, makeSalt, sealEntry } from '../../journal/seal-entry.ts';
import type { Connection, Row, SqlValue } from '../connection.ts';
import { insertEntry } from '../writes/write-entry.ts';

const tables = `
  CREATE TABLE journal_entry (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT,
    author_salt TEXT,
    author_hash TEXT NOT NULL,
    reason TEXT,
    reason_salt TEXT,
    reason_hash TEXT NOT NULL,
    request TEXT UNIQUE,
    input TEXT,
    request_salt TEXT,
    request_hash TEXT,
    items INTEGER NOT NULL,
    items_hash TEXT NOT NULL,
    erased TEXT,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE journal_item (
    sequence INTEGER NOT NULL REFERENCES journal_entry (sequence) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    record TEXT,
    before TEXT,
    after TEXT,
    salt TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX journal_item_by_record ON journal_item (record, sequence);
  CREATE TABLE journal_head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
`;

const insertItemSql = `
  INSERT INTO journal_item (sequence, ordinal, record, before, after, salt, hash)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`;

/** Items that are moved at once. */
const PAGE = 500;

/** Brings a journal of the first format into the tables of the chained one, and chains its entries. */
export function chainJournal(connection: Connection): void {
  connection.execute(`
    DROP INDEX journal_item_by_record;
    ALTER TABLE journal_item RENAME TO old_item;
    ALTER TABLE journal_entry RENAME TO old_entry;
    ${tables}`);
  let previous = '';
  for (let last = 0; ; ) {
    const sql = 'SELECT * FROM old_entry WHERE sequence > ?1 ORDER BY sequence LIMIT 1';
    const [row]: readonly Row[] = connection.all(sql, [last]);
    if (!row) break;
    const sequence = Number(row.sequence);
    const entry = sealEntry(previous, {
      sequence,
      at: String(row.at),
      author: String(row.author),
      reason: String(row.reason),
      request: null,
      items: Number(row.items),
      itemsHash: moveItems(connection, sequence),
      erased: null,
    });
    insertEntry(connection, entry);
    previous = entry.hash;
    last = sequence;
  }
  connection.execute('DROP TABLE old_item; DROP TABLE old_entry');
}

/** Gives the hash over the items. */
function moveItems(connection: Connection, sequence: number): string {
  const hashes = hashItems();
  for (let last = -1; ; ) {
    const rows = connection.all(
      `SELECT ordinal, record, before, after FROM old_item
       WHERE sequence = ?1 AND ordinal > ?2 ORDER BY ordinal LIMIT ?3`,
      [sequence, last, PAGE],
    );
    if (rows.length === 0) return hashes.end();
    for (const { ordinal, record, before, after } of rows) {
      const salt = makeSalt();
      const texts = { record: String(record), before: canonical(before), after: canonical(after) };
      const hash = hashItem(texts, salt);
      hashes.add(hash);
      connection.run(insertItemSql, [
        ...[sequence, Number(ordinal), texts.record, texts.before, texts.after, salt, hash],
      ]);
      last = Number(ordinal);
    }
  }
}

function canonical(json: SqlValue | undefined): string | null {
  return typeof json === 'string' ? canonicalText(JSON.parse(json)) : null;
}
