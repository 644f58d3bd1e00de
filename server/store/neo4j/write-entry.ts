import { int } from 'neo4j-driver';
import type { GraphChange, JournalItem } from '../graph-store.ts';
import { type ChangeRequest, hashItems, sealEntry, sealItem } from '../journal/seal-entry.ts';
import type { JournalHead, SealedEntry } from '../journal/sealed-journal.ts';
import type { Run } from './connection.ts';
import { HEAD } from './head.ts';
import { writeBlocks } from './write-blocks.ts';

/** Items sent with one query. */
const BATCH = 5_000;

/** The next entry of the journal while its items come in. */
export interface EntryUnderWay {
  /** Writes further items; they are numbered on from those before. */
  add(items: readonly JournalItem[]): Promise<void>;
  /** How many items were written. */
  items(): number;
  /** Seals the entry. Answers its number. */
  close(about: Pick<GraphChange, 'at' | 'author' | 'reason'>, request: ChangeRequest | null): Promise<number>;
}

/** Begins the next entry of the journal, behind the lock of the head. */
export function startEntry(run: Run, head: JournalHead): EntryUnderWay {
  const sequence = head.sequence + 1;
  const hashes = hashItems();
  const blocks = writeBlocks(run);
  let items = 0;
  return {
    // Batch by batch: the texts of an import would fill the memory.
    add: async (further) => {
      for (let start = 0; start < further.length; start += BATCH) {
        const first = items;
        const sealed = further
          .slice(start, start + BATCH)
          .map((item, index) => sealItem({ ...item, ordinal: first + index }));
        items += sealed.length;
        for (const { hash } of sealed) hashes.add(hash);
        await blocks.add(sequence, sealed);
      }
    },
    items: () => items,
    close: async ({ at, author, reason }, request) => {
      await blocks.end();
      const entry = { sequence, at, author, reason, request, items, itemsHash: hashes.end(), erased: null };
      await insertEntry(run, sealEntry(head.hash, entry));
      return sequence;
    },
  };
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
