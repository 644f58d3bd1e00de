import { int } from 'neo4j-driver';
import { canonicalText } from '../journal/canonical-text.ts';
import { hashItem, hashItems, makeSalt, sealEntry } from '../journal/seal-entry.ts';
import type { Connection } from './connection.ts';
import { HEAD } from './head.ts';
import type { Row } from './values.ts';

/** Items that are chained in one transaction. */
const PAGE = 2_000;

interface OldEntry {
  readonly sequence: number;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  readonly items: number;
  /** Missing until it is chained. */
  readonly hash?: string;
}

/** Chains the entries of a journal of the first format. What a run that was broken off has chained stays so. */
export async function chainJournal(connection: Connection): Promise<void> {
  let previous = '';
  for (let last = 0; ; ) {
    const [row] = await connection.read({
      text: 'MATCH (j:_JournalEntry) WHERE j.sequence > $last RETURN j {.*} AS entry ORDER BY j.sequence LIMIT 1',
      parameters: { last: int(last) },
    });
    if (!row) return;
    const entry = row.entry as OldEntry;
    previous = entry.hash ?? (await chainEntry(connection, previous, entry));
    last = entry.sequence;
  }
}

/** Answers the hash of the entry, which becomes the head of the journal. */
async function chainEntry(connection: Connection, previous: string, entry: OldEntry): Promise<string> {
  const { sequence, at, author, reason, items } = entry;
  const itemsHash = await chainItems(connection, sequence);
  const open = { sequence, at, author, reason, request: null, items, itemsHash, erased: null };
  const sealed = sealEntry(previous, open);
  await connection.command({
    text:
      'MATCH (j:_JournalEntry {sequence: $entry.sequence}) MATCH (o:_Oversight {key: $key}) ' +
      'SET j = $entry, o.hash = $entry.hash',
    parameters: { key: HEAD, entry: { ...sealed, sequence: int(sequence), items: int(items) } },
  });
  return sealed.hash;
}

/** Answers the hash over the items of an entry. */
async function chainItems(connection: Connection, sequence: number): Promise<string> {
  const hashes = hashItems();
  for (let last = -1; ; ) {
    const page = await connection.read({
      text:
        'MATCH (i:_JournalItem {sequence: $sequence}) WHERE i.ordinal > $last ' +
        'RETURN i {.*} AS item ORDER BY i.ordinal LIMIT $limit',
      parameters: { sequence: int(sequence), last: int(last), limit: int(PAGE) },
    });
    if (page.length === 0) return hashes.end();
    const rows = page.map(({ item }) => chainedItem(item as Row));
    await connection.command({
      text:
        'UNWIND $rows AS row MATCH (i:_JournalItem {sequence: $sequence, ordinal: row.ordinal}) ' +
        'SET i.before = row.before, i.after = row.after, i.salt = row.salt, i.hash = row.hash',
      parameters: {
        sequence: int(sequence),
        rows: rows.map((row) => ({ ...row, ordinal: int(row.ordinal) })),
      },
    });
    for (const { hash } of rows) hashes.add(hash);
    last = rows.at(-1)?.ordinal ?? last;
  }
}

function chainedItem({ ordinal, record, before, after, salt: kept }: Row) {
  const salt = typeof kept === 'string' ? kept : makeSalt();
  const texts = { record: record as string, before: canonical(before), after: canonical(after) };
  return { ordinal: ordinal as number, ...texts, salt, hash: hashItem(texts, salt) };
}

function canonical(json: unknown): string | null {
  return typeof json === 'string' ? canonicalText(JSON.parse(json)) : null;
}
