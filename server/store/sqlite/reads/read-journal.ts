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
import { type ItemsQuestion, itemReader, readSealedItems } from './read-blocks.ts';
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

export function readItems(connection: Connection, question: ItemsQuestion): readonly JournalItem[] {
  const items: JournalItem[] = [];
  for (let { after } = question; items.length < question.limit; ) {
    const page = readSealedItems(connection, { ...question, after });
    for (const item of page) items.push(...itemOf(item));
    const last = page.at(-1);
    if (!last || page.length < question.limit) break;
    after = last.ordinal;
  }
  return items.slice(0, question.limit);
}

/** Nothing for an item that was erased. */
function itemOf({ ordinal, record, before, after }: SealedItem): readonly JournalItem[] {
  if (record === null) return [];
  return [
    {
      ordinal,
      record: record as NodeId | RelationshipId,
      before: recordOf(before),
      after: recordOf(after),
    },
  ];
}

export function readHistory(
  connection: Connection,
  question: Parameters<GraphStore['history']>[0],
): readonly RecordChange[] {
  const sql = `
    SELECT e.sequence, e.at, e.author, e.reason, e.items, i.ordinal
    FROM journal_item i JOIN journal_entry e ON e.sequence = i.sequence
    WHERE i.record = ?1 AND i.sequence < ?2
    ORDER BY i.sequence DESC LIMIT ?3`;
  const { record, before, limit } = question;
  return changesAt(connection, connection.all(sql, [record, before ?? Number.MAX_SAFE_INTEGER, limit]));
}

export function readChangesSince(
  connection: Connection,
  { records, since }: Parameters<GraphStore['changesSince']>[0],
): readonly RecordChange[] {
  const sql = `
    SELECT e.sequence, e.at, e.author, e.reason, e.items, i.ordinal
    FROM json_each(?1) wanted CROSS JOIN journal_item i CROSS JOIN journal_entry e
    WHERE i.record = wanted.value AND i.sequence >= ?2 AND e.sequence = i.sequence
    ORDER BY i.sequence, i.ordinal`;
  return changesAt(connection, connection.all(sql, [listOf(records), since]));
}

/** What stands in the journal at these places, each a row of its entry with the ordinal of an item. */
function changesAt(connection: Connection, places: readonly Row[]): readonly RecordChange[] {
  const itemAt = itemReader(connection);
  return places.flatMap((place) => {
    const item = itemAt(Number(place.sequence), Number(place.ordinal));
    return item ? itemOf(item).map((opened) => ({ entry: entryOf(place), item: opened })) : [];
  });
}

/** SQLite takes the other columns of a group from the row that has the maximum. */
export function readLastChanges(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, LastChange> {
  const sql = `
    SELECT i.record, max(i.sequence) AS sequence, i.removed, e.author
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

function textOf(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function recordOf(json: string | null): JournalRecord | null {
  return json !== null ? (JSON.parse(json) as JournalRecord) : null;
}
