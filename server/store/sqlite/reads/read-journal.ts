import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import type {
  GraphStore,
  JournalEntry,
  JournalItem,
  JournalRecord,
  LastChange,
  RecordChange,
  WrittenRequest,
} from '../../graph-store.ts';
import type { JournalHead, SealedEntry, SealedItem } from '../../journal/sealed-journal.ts';
import type { Connection, Row, SqlValue } from '../connection.ts';
import { listOf } from './reading.ts';

export function readEntries(
  connection: Connection,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly JournalEntry[] {
  const sql = `
    SELECT sequence, at, author, reason, items FROM journal_entry
    WHERE sequence > ?1 ORDER BY sequence LIMIT ?2`;
  return connection.all(sql, [after, limit]).map(entryOf);
}

function entryOf({ sequence, at, author, reason, items }: Row): JournalEntry {
  return {
    sequence: Number(sequence),
    at: String(at),
    author: textOf(author),
    reason: textOf(reason),
    items: Number(items),
  };
}

export function readItems(
  connection: Connection,
  question: { readonly sequence: number; readonly after: number; readonly limit: number },
): readonly JournalItem[] {
  const sql = `
    SELECT ordinal, record, before, after FROM journal_item
    WHERE sequence = ?1 AND ordinal > ?2 AND record IS NOT NULL ORDER BY ordinal LIMIT ?3`;
  const { sequence, after: from, limit } = question;
  return connection.all(sql, [sequence, from, limit]).map(itemOf);
}

function itemOf({ ordinal, record, before, after }: Row): JournalItem {
  return {
    ordinal: Number(ordinal),
    record: record as NodeId | RelationshipId,
    before: recordOf(before),
    after: recordOf(after),
  };
}

export function readHistory(
  connection: Connection,
  question: Parameters<GraphStore['history']>[0],
): readonly RecordChange[] {
  const sql = `
    SELECT e.sequence, e.at, e.author, e.reason, e.items, i.ordinal, i.record, i.before, i.after
    FROM journal_item i JOIN journal_entry e ON e.sequence = i.sequence
    WHERE i.record = ?1 AND i.sequence < ?2
    ORDER BY i.sequence DESC LIMIT ?3`;
  const { record, before, limit } = question;
  return connection
    .all(sql, [record, before ?? Number.MAX_SAFE_INTEGER, limit])
    .map((row) => ({ entry: entryOf(row), item: itemOf(row) }));
}

/** SQLite takes the other columns of a group from the row that has the maximum. */
export function readLastChanges(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, LastChange> {
  const sql = `
    SELECT i.record, max(i.sequence) AS sequence, i.after IS NULL AS removed, e.author
    FROM json_each(?1) wanted CROSS JOIN journal_item i CROSS JOIN journal_entry e
    WHERE i.record = wanted.value AND e.sequence = i.sequence
    GROUP BY i.record`;
  const rows = connection.all(sql, [listOf(ids)]);
  return new Map(
    rows.map(({ record, sequence, removed, author }) => [
      String(record),
      { sequence: Number(sequence), author: textOf(author), removed: removed === 1 },
    ]),
  );
}

export function readHead(connection: Connection): JournalHead {
  const [row] = connection.all('SELECT sequence, hash FROM journal_head', []);
  return { sequence: Number(row?.sequence ?? 0), hash: String(row?.hash ?? '') };
}

export function readRequest(connection: Connection, request: string): WrittenRequest | null {
  const [row] = connection.all('SELECT sequence, input FROM journal_entry WHERE request = ?1', [request]);
  return row ? { sequence: Number(row.sequence), input: String(row.input) } : null;
}

export function readSealedEntries(
  connection: Connection,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly SealedEntry[] {
  const sql = `
    SELECT sequence, at, author, author_salt AS authorSalt, author_hash AS authorHash,
      reason, reason_salt AS reasonSalt, reason_hash AS reasonHash,
      request, input, request_salt AS requestSalt, request_hash AS requestHash,
      items, items_hash AS itemsHash, erased, hash
    FROM journal_entry WHERE sequence > ?1 ORDER BY sequence LIMIT ?2`;
  return connection.all(sql, [after, limit]).map((row): Row & SealedEntry => row as Row & SealedEntry);
}

export function readSealedItems(
  connection: Connection,
  question: { readonly sequence: number; readonly after: number; readonly limit: number },
): readonly SealedItem[] {
  const sql = `
    SELECT ordinal, record, before, after, salt, hash FROM journal_item
    WHERE sequence = ?1 AND ordinal > ?2 ORDER BY ordinal LIMIT ?3`;
  const { sequence, after, limit } = question;
  return connection
    .all(sql, [sequence, after, limit])
    .map((row): Row & SealedItem => row as Row & SealedItem);
}

function textOf(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function recordOf(json: SqlValue | undefined): JournalRecord | null {
  return typeof json === 'string' ? (JSON.parse(json) as JournalRecord) : null;
}
