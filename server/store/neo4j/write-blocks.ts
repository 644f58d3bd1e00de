import { int } from 'neo4j-driver';
import { gatherBlocks, type JournalBlock } from '../journal/journal-block.ts';
import type { SealedItem } from '../journal/sealed-journal.ts';
import { asBytes } from './blocks.ts';
import type { Run } from './connection.ts';

/** Writes items of the journal as they come: of one entry in the row of their ordinals, entry after entry. */
export interface BlockWriter {
  add(sequence: number, items: readonly SealedItem[]): Promise<void>;
  /** Writes what waits for a block to be full. */
  end(): Promise<void>;
}

export function writeBlocks(run: Run): BlockWriter {
  const gathered = gatherBlocks();
  return {
    add: async (sequence, items) => {
      await insertBlocks(
        run,
        items.flatMap((item) => gathered.add(sequence, item)),
      );
      await insertItems(run, sequence, items);
    },
    end: () => insertBlocks(run, gathered.end()),
  };
}

export async function insertBlocks(run: Run, blocks: readonly JournalBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  const rows = blocks.map(({ sequence, first, body }) => ({
    sequence: int(sequence),
    first: int(first),
    body: asBytes(body),
  }));
  await run({ text: 'UNWIND $rows AS row CREATE (b:_JournalBlock) SET b = row', parameters: { rows } });
}

/** Where items of a record are; nothing is left to be found of those that were erased. */
async function insertItems(run: Run, sequence: number, items: readonly SealedItem[]): Promise<void> {
  const rows = items.flatMap(({ record, ordinal, after }) =>
    record === null ? [] : [[record, int(ordinal), after === null]],
  );
  if (rows.length === 0) return;
  const text = `UNWIND $rows AS row CREATE (i:_JournalItem)
SET i = {record: row[0], sequence: $sequence, ordinal: row[1], removed: row[2]}`;
  await run({ text, parameters: { rows, sequence: int(sequence) } });
}
