import { int } from 'neo4j-driver';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type {
  GraphStore,
  JournalEntry,
  JournalItem,
  JournalRecord,
  LastChange,
  RecordChange,
  WrittenRequest,
} from '../graph-store.ts';
import type { JournalHead, SealedEntry, SealedItem } from '../journal/sealed-journal.ts';
import { callBlockOfItem, readSealedItems, unpackRow } from './blocks.ts';
import { HEAD } from './head.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import type { Row } from './values.ts';

export function entriesQuery({ after, limit }: { readonly after: number; readonly limit: number }): Query {
  return {
    text:
      'MATCH (j:_JournalEntry) WHERE j.sequence > $after ' +
      'RETURN j {.*} AS entry ORDER BY j.sequence LIMIT $limit',
    parameters: { after, limit: int(limit) },
  };
}

export function rowToEntry({ entry }: Row): JournalEntry {
  const { sequence, at, author = null, reason = null, items } = entry as Row;
  return { sequence, at, author, reason, items } as JournalEntry;
}

/** Neo4j leaves out what is null. */
const noEntry = {
  author: null,
  authorSalt: null,
  reason: null,
  reasonSalt: null,
  request: null,
  input: null,
  requestSalt: null,
  requestHash: null,
  erased: null,
};

export function rowToSealedEntry({ entry }: Row): SealedEntry {
  return { ...noEntry, ...(entry as Omit<SealedEntry, keyof typeof noEntry>) };
}

export const headQuery: Query = {
  text: 'MATCH (o:_Oversight {key: $key}) RETURN o.sequence AS sequence, o.hash AS hash',
  parameters: { key: HEAD },
};

export function rowToHead([row]: readonly Row[]): JournalHead {
  if (typeof row?.sequence !== 'number') throw new Error('the database has lost its _Oversight node');
  return { sequence: row.sequence, hash: typeof row.hash === 'string' ? row.hash : '' };
}

export function requestQuery(request: string): Query {
  return {
    text: 'MATCH (j:_JournalEntry {request: $request}) RETURN j.sequence AS sequence, j.input AS input',
    parameters: { request },
  };
}

export function rowToRequest([row]: readonly Row[]): WrittenRequest | null {
  return row ? { sequence: row.sequence as number, input: row.input as string } : null;
}

/** Items of an entry by their ordinals; those that were erased are passed over. */
export async function readItems(
  read: (query: Query) => Promise<readonly Row[]>,
  question: Parameters<GraphStore['journalItems']>[0],
): Promise<readonly JournalItem[]> {
  const items: JournalItem[] = [];
  for (let { after } = question; items.length < question.limit; ) {
    const page = await readSealedItems(read, { ...question, after });
    for (const item of page) items.push(...openItem(item));
    const last = page.at(-1);
    if (!last || page.length < question.limit) break;
    after = last.ordinal;
  }
  return items.slice(0, question.limit);
}

/** Nothing for an item that was erased. */
function openItem({ ordinal, record, before, after }: SealedItem): readonly JournalItem[] {
  if (record === null) return [];
  const kept = (text: string | null) => (text === null ? null : (JSON.parse(text) as JournalRecord));
  return [{ ordinal, record: record as NodeId | RelationshipId, before: kept(before), after: kept(after) }];
}

export function historyQuery({ record, before, limit }: Parameters<GraphStore['history']>[0]): Query {
  return {
    text: `MATCH (i:_JournalItem {record: $record}) WHERE i.sequence < $before
WITH i ORDER BY i.sequence DESC LIMIT $limit
MATCH (j:_JournalEntry {sequence: i.sequence})
${callBlockOfItem}
RETURN j {.*} AS entry, [i.ordinal] AS ordinals, b.first AS first, b.body AS body ORDER BY i.sequence DESC`,
    parameters: { record, before: before ?? Number.MAX_SAFE_INTEGER, limit: int(limit) },
  };
}

/** A block is told once for all that is wanted of it. */
export function changesSinceQuery({ records, since }: Parameters<GraphStore['changesSince']>[0]): Query {
  return {
    text: `UNWIND $records AS record
MATCH (i:_JournalItem {record: record}) WHERE i.sequence >= $since
${callBlockOfItem}
WITH i.sequence AS sequence, b, collect(i.ordinal) AS ordinals
MATCH (j:_JournalEntry {sequence: sequence})
RETURN j {.*} AS entry, ordinals, b.first AS first, b.body AS body ORDER BY sequence, first`,
    parameters: { records: [...new Set(records)], since },
  };
}

export function rowToChanges(row: Row): readonly RecordChange[] {
  const wanted = new Set(row.ordinals as readonly number[]);
  return unpackRow(row)
    .filter(({ ordinal }) => wanted.has(ordinal))
    .flatMap(openItem)
    .map((item) => ({ entry: rowToEntry(row), item }));
}

export function lastChangesQuery(ids: readonly string[]): Query {
  return {
    text: `UNWIND $ids AS id
CALL (id) {
MATCH (i:_JournalItem {record: id}) WHERE i.sequence IS NOT NULL
RETURN i ORDER BY i.sequence DESC LIMIT 1
}
MATCH (j:_JournalEntry {sequence: i.sequence})
RETURN id, j.sequence AS sequence, j.author AS author, i.removed AS removed`,
    parameters: { ids: [...new Set(ids)] },
  };
}

export function rowsToLastChanges(rows: readonly Row[]): ReadonlyMap<string, LastChange> {
  return new Map(
    rows.map(({ id, sequence, author, removed }) => [
      id as string,
      { sequence, author: author ?? null, removed } as LastChange,
    ]),
  );
}
