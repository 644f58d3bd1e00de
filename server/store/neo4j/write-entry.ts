import { int } from 'neo4j-driver';
import type { GraphChange, JournalItem } from '../graph-store.ts';
import { type ChangeRequest, hashItems, sealEntry, sealItem } from '../journal/seal-entry.ts';
import type { JournalHead, SealedEntry, SealedItem } from '../journal/sealed-journal.ts';
import type { Run } from './connection.ts';
import { HEAD } from './head.ts';

/** Items sent with one query. */
const BATCH = 5_000;

interface WrittenEntry extends Pick<GraphChange, 'at' | 'author' | 'reason'> {
  readonly request: ChangeRequest | null;
}

/** Writes the next entry of the journal with its items, behind the lock of the head. Answers its number. */
export async function writeEntry(
  run: Run,
  head: JournalHead,
  { at, author, reason, request }: WrittenEntry,
  items: readonly JournalItem[],
): Promise<number> {
  const sequence = head.sequence + 1;
  const hashes = hashItems();
  // Batch by batch: the texts of an import would fill the memory.
  for (let start = 0; start < items.length; start += BATCH) {
    const sealed = items.slice(start, start + BATCH).map((item) => sealItem(item));
    for (const { hash } of sealed) hashes.add(hash);
    await insertItems(run, sequence, sealed);
  }
  const itemsHash = hashes.end();
  const entry = { sequence, at, author, reason, request, items: items.length, itemsHash, erased: null };
  await insertEntry(run, sealEntry(head.hash, entry));
  return sequence;
}

export async function insertItems(run: Run, sequence: number, items: readonly SealedItem[]): Promise<void> {
  const rows = items.map((item) => ({ ...item, sequence: int(sequence), ordinal: int(item.ordinal) }));
  await run({ text: 'UNWIND $rows AS row CREATE (i:_JournalItem) SET i = row', parameters: { rows } });
}

/** Writes an entry as it is kept, and moves the head of the journal to it. */
export async function insertEntry(run: Run, entry: SealedEntry): Promise<void> {
  await run({
    text:
      'MATCH (o:_Oversight {key: $key}) SET o.sequence = $entry.sequence, o.hash = $entry.hash ' +
      'CREATE (j:_JournalEntry) SET j = $entry',
    parameters: {
      key: HEAD,
      entry: { ...entry, sequence: int(entry.sequence), items: int(entry.items) },
    },
  });
}
