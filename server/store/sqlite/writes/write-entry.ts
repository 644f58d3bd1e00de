import type { GraphChange, JournalItem } from '../../graph-store.ts';
import { type ChangeRequest, hashItems, sealEntry, sealItem } from '../../journal/seal-entry.ts';
import type { SealedEntry } from '../../journal/sealed-journal.ts';
import type { Connection } from '../connection.ts';
import { readHead } from '../reads/read-journal.ts';
import { writeBlocks } from './write-blocks.ts';

/** The next entry of the journal while its items come in. */
export interface EntryUnderWay {
  /** Writes further items; they are numbered on from those before. */
  add(items: readonly JournalItem[]): void;
  /** How many items were written. */
  items(): number;
  /** Seals the entry. Answers its number. */
  close(about: Pick<GraphChange, 'at' | 'author' | 'reason'>, request: ChangeRequest | null): number;
}

/** Begins the next entry of the journal, inside the transaction of the change. */
export function startEntry(connection: Connection): EntryUnderWay {
  const head = readHead(connection);
  const sequence = head.sequence + 1;
  const hashes = hashItems();
  const blocks = writeBlocks(connection);
  let items = 0;
  return {
    // They name their entry before it is there.
    add: (further) => {
      for (const item of further) {
        const sealed = sealItem({ ...item, ordinal: items });
        items += 1;
        hashes.add(sealed.hash);
        blocks.add(sequence, sealed);
      }
    },
    items: () => items,
    close: ({ at, author, reason }, request) => {
      blocks.end();
      const entry = { sequence, at, author, reason, request, items, itemsHash: hashes.end(), erased: null };
      insertEntry(connection, sealEntry(head.hash, entry));
      return sequence;
    },
  };
}

const insertEntrySql = `
  INSERT INTO journal_entry (
    sequence, at, author, author_salt, author_hash, reason, reason_salt, reason_hash,
    request, input, request_salt, request_hash, items, items_hash, erased, hash
  ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)`;

/** Writes an entry as it is kept, and moves the head of the journal to it. */
export function insertEntry(connection: Connection, entry: SealedEntry): void {
  const { sequence, at, author, authorSalt, authorHash, reason, reasonSalt, reasonHash } = entry;
  const { request, input, requestSalt, requestHash, items, itemsHash, erased, hash } = entry;
  connection.run(insertEntrySql, [
    ...[sequence, at, author, authorSalt, authorHash, reason, reasonSalt, reasonHash],
    ...[request, input, requestSalt, requestHash, items, itemsHash, erased, hash],
  ]);
  connection.run(
    `INSERT INTO journal_head (only, sequence, hash) VALUES (1, ?1, ?2)
     ON CONFLICT (only) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`,
    [sequence, hash],
  );
}
