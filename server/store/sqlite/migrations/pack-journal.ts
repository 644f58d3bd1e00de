import type { SealedItem } from '../../journal/sealed-journal.ts';
import type { Connection } from '../connection.ts';
import { writeBlocks } from '../writes/write-blocks.ts';

/**
 * Items are kept in blocks; `journal_item` says where those of a record are. A row of evidence or of an item with more
 * than a kilobyte would take a page of its own for what is beyond. Evidence is kept in the order in which it came, since
 * its ids are hashes: in their order, each row would go to a page of its own.
 */
const tables = `
  CREATE TABLE journal_block (
    pk INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES journal_entry (sequence) DEFERRABLE INITIALLY DEFERRED,
    first INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (sequence, first)
  ) STRICT;
  CREATE TABLE journal_item (
    record TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (record, sequence, ordinal)
  ) STRICT, WITHOUT ROWID;
`;

const evidence = `
  DROP INDEX evidence_by_record;
  DROP INDEX evidence_by_document;
  ALTER TABLE evidence RENAME TO old_evidence;
  CREATE TABLE evidence (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    of TEXT NOT NULL,
    document TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    basis TEXT NOT NULL,
    locator TEXT,
    words TEXT,
    explanation TEXT
  ) STRICT;
  INSERT INTO evidence (id, of, document, basis, locator, words, explanation)
    SELECT id, of, document, basis, locator, words, explanation FROM old_evidence ORDER BY of, id;
  DROP TABLE old_evidence;
  CREATE INDEX evidence_by_record ON evidence (of);
  CREATE INDEX evidence_by_document ON evidence (document, id);
`;

/** Items that are moved at once. */
const PAGE = 500;

/** Brings items of the journal from a row each into blocks; what they hold and their hashes stay as they are. */
export function packJournal(connection: Connection): void {
  connection.execute(`
    DROP INDEX journal_item_by_record;
    ALTER TABLE journal_item RENAME TO old_item;
    ${tables}`);
  const blocks = writeBlocks(connection);
  const sql = `
    SELECT sequence, ordinal, record, before, after, salt, hash FROM old_item
    WHERE (sequence, ordinal) > (?1, ?2) ORDER BY sequence, ordinal LIMIT ?3`;
  for (let last: readonly [number, number] = [0, -1]; ; ) {
    const rows = connection.all(sql, [...last, PAGE]);
    for (const { sequence, ...item } of rows) {
      // The rows hold what a sealed item has, under the same names.
      blocks.add(Number(sequence), item as unknown as SealedItem);
      last = [Number(sequence), Number(item.ordinal)];
    }
    if (rows.length < PAGE) break;
  }
  blocks.end();
  connection.execute(`DROP TABLE old_item; ${evidence}`);
}
