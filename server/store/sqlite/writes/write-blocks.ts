import { gatherBlocks, type JournalBlock } from '../../journal/journal-block.ts';
import type { SealedItem } from '../../journal/sealed-journal.ts';
import type { Connection } from '../connection.ts';

/** Writes items of the journal as they come: of one entry in the row of their ordinals, entry after entry. */
export interface BlockWriter {
  add(sequence: number, item: SealedItem): void;
  /** Writes what waits for a block to be full. */
  end(): void;
}

const insertItemSql = 'INSERT INTO journal_item (record, sequence, ordinal, removed) VALUES (?1, ?2, ?3, ?4)';
const insertBlockSql = 'INSERT INTO journal_block (sequence, first, body) VALUES (?1, ?2, ?3)';

export function writeBlocks(connection: Connection): BlockWriter {
  const gathered = gatherBlocks();
  const write = ([block]: readonly JournalBlock[]) => {
    if (block) connection.run(insertBlockSql, [block.sequence, block.first, block.body]);
  };
  return {
    add: (sequence, item) => {
      write(gathered.add(sequence, item));
      const { record, ordinal, after } = item;
      if (record !== null) connection.run(insertItemSql, [record, sequence, ordinal, after === null ? 1 : 0]);
    },
    end: () => write(gathered.end()),
  };
}
