import { StoreRefused } from '../graph-store.ts';
import { type Column, propertyColumnsOf, type TableName, tables } from './columns.ts';
import type { Connection } from './connection.ts';
import { chainJournal } from './migrations/chain-journal.ts';
import { packJournal } from './migrations/pack-journal.ts';

/** “Ovrs” in ASCII, kept in the head of the file: tells our files from those of other programs. */
const APPLICATION_ID = 0x4f767273;

/**
 * The format of the file, step by step; a step is never edited once it was released. Columns of properties are not
 * here: they follow `schema/`, and those that a file lacks are added whenever it is opened.
 */
const steps: readonly (string | ((connection: Connection) => void))[] = [
  `
  CREATE TABLE node (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    disputed TEXT NOT NULL,
    is_disputed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE relationship (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    from_pk INTEGER NOT NULL REFERENCES node (pk) DEFERRABLE INITIALLY DEFERRED,
    to_pk INTEGER NOT NULL REFERENCES node (pk) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    disputed TEXT NOT NULL,
    is_disputed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX relationship_by_start ON relationship (from_pk, type, to_pk);
  CREATE INDEX relationship_by_end ON relationship (to_pk, type, from_pk);
  CREATE TABLE statement (
    id TEXT PRIMARY KEY,
    of TEXT NOT NULL,
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    standing TEXT NOT NULL,
    reason TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX statement_by_record ON statement (of);
  CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    of TEXT NOT NULL,
    document TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    basis TEXT NOT NULL,
    locator TEXT,
    words TEXT,
    explanation TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidence_by_record ON evidence (of, id);
  CREATE INDEX evidence_by_document ON evidence (document, id);
  CREATE TABLE journal_entry (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    items INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE journal_item (
    sequence INTEGER NOT NULL REFERENCES journal_entry (sequence) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    record TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (sequence, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX journal_item_by_record ON journal_item (record, sequence);
  CREATE TABLE mark (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE node_words USING fts5 (
    heavy, middle, light,
    content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3', detail = 'column'
  );
  CREATE TABLE word (pk INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, marked TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE word_trigrams USING fts5 (
    marked,
    content = 'word', content_rowid = 'pk', tokenize = 'trigram case_sensitive 1', detail = 'none'
  );
  `,
  chainJournal,
  `
  CREATE TABLE token (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT,
    last_used_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE redirect (from_id TEXT PRIMARY KEY, to_id TEXT) STRICT, WITHOUT ROWID;
  `,
  packJournal,
  `CREATE INDEX relationship_counts ON relationship (type, is_disputed);`,
];

export const newestFormat = steps.length;

/** Indexes over columns that follow `schema/`. */
const propertyIndexes = `
  CREATE INDEX IF NOT EXISTS node_by_name ON node (type, p_name_key, id);
  CREATE INDEX IF NOT EXISTS node_by_date ON node (type, p_date_earliest, p_date_latest, id);
  CREATE INDEX IF NOT EXISTS node_by_kind ON node (type, p_kind_key);
  CREATE INDEX IF NOT EXISTS node_by_type ON node (type, id);
  CREATE INDEX IF NOT EXISTS node_counts ON node (type, is_disputed);
  CREATE INDEX IF NOT EXISTS judgement_counts
    ON node (p_standing, is_disputed, p_grade, p_grade_rank, p_label) WHERE type = 'Judgement';
  CREATE INDEX IF NOT EXISTS node_by_official_number ON node (p_officialNumber_key) WHERE p_officialNumber_key IS NOT NULL;
`;

/**
 * Brings the file to the newest format, whole or not at all. Throws StoreRefused for a file of another program and
 * for one whose format this version does not know.
 */
export function migrate(connection: Connection, upTo: number = newestFormat): void {
  const isNewest = refuseUnknown(connection) === upTo;
  // A file that lacks nothing is not locked, so that it opens beside a long import.
  if (isNewest && missingColumns(connection).length === 0) return;
  connection.transaction('writing', () => {
    // Read again inside the transaction: another process may have migrated the file meanwhile.
    const format = refuseUnknown(connection);
    for (const step of steps.slice(format, upTo))
      if (typeof step === 'string') connection.execute(step);
      else step(connection);
    for (const { table, name, type } of missingColumns(connection))
      connection.execute(`ALTER TABLE ${table} ADD COLUMN "${name}" ${type}`);
    connection.execute(propertyIndexes);
    if (format !== upTo) {
      connection.execute(`PRAGMA application_id = ${APPLICATION_ID}`);
      connection.execute(`PRAGMA user_version = ${upTo}`);
    }
  });
}

/** Throws StoreRefused for a file of an older format, which a server of that version may be using. */
export function refuseOlder(connection: Connection): void {
  const format = refuseUnknown(connection);
  if (format > 0 && format < newestFormat)
    throw new StoreRefused(
      `${connection.place} has format ${format}, and this version of Oversight works on format ${newestFormat}: stop the server that uses it and run “oversight migrate”`,
    );
}

function refuseUnknown(connection: Connection): number {
  const format = pragma(connection, 'user_version');
  const isEmpty = connection.all('SELECT 1 FROM sqlite_schema LIMIT 1', []).length === 0;
  if (!isEmpty && pragma(connection, 'application_id') !== APPLICATION_ID)
    throw new StoreRefused(
      `${connection.place} belongs to another program: set OVERSIGHT_DATA to another folder`,
    );
  if (format > newestFormat)
    throw new StoreRefused(
      `${connection.place} has format ${format}, this version of Oversight knows formats up to ${newestFormat}: use a newer version`,
    );
  return format;
}

function missingColumns(connection: Connection): readonly (Column & { readonly table: TableName })[] {
  return tables.flatMap((table) => {
    const rows = connection.all(`SELECT name FROM pragma_table_info('${table}')`, []);
    const there = new Set(rows.map(({ name }) => name));
    return propertyColumnsOf(table)
      .filter(({ name }) => !there.has(name))
      .map((column) => ({ table, ...column }));
  });
}

function pragma(connection: Connection, name: 'user_version' | 'application_id'): number {
  return Number(connection.all(`SELECT ${name} AS value FROM pragma_${name}`, [])[0]?.value ?? 0);
}
