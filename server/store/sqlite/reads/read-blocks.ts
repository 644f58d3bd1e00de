import { BLOCK_ITEMS, unpackItems } from '../../journal/journal-block.ts';
import type { SealedItem } from '../../journal/sealed-journal.ts';
import type { Connection, Row, SqlValue } from '../connection.ts';

/** Items of one entry that are wanted, by ordinal, after one. */
export interface ItemsQuestion {
  readonly sequence: number;
  readonly after: number;
  readonly limit: number;
}

/** Where a block begins that has the item of this ordinal, if the entry has it. */
const blockOf = (sequence: string, ordinal: string) =>
  `(SELECT max(first) FROM journal_block WHERE sequence = ${sequence} AND first <= ${ordinal})`;

/** Items as they are kept. Throws BlockDamaged. */
export function readSealedItems(
  connection: Connection,
  { sequence, after, limit }: ItemsQuestion,
): readonly SealedItem[] {
  const items: SealedItem[] = [];
  let last = after;
  while (items.length < limit) {
    const blocks = connection.all<SqlValue | Uint8Array>(
      `SELECT first, body FROM journal_block
       WHERE sequence = ?1 AND first >= coalesce(${blockOf('?1', '?2')}, 0) ORDER BY first LIMIT ?3`,
      [sequence, last + 1, Math.ceil((limit - items.length) / BLOCK_ITEMS) + 1],
    );
    const further = blocks.flatMap((row) => unpackRow(row)).filter(({ ordinal }) => ordinal > last);
    if (further.length === 0) break;
    items.push(...further.slice(0, limit - items.length));
    last = further.at(-1)?.ordinal ?? last;
  }
  return items;
}

const blockSql = `SELECT first, body FROM journal_block WHERE sequence = ?1 AND first = ${blockOf('?1', '?2')}`;

/**
 * Reads the item of an entry with an ordinal, null where it is not there. The block that was read last is kept, so that
 * items asked for in their order cost one reading a block.
 */
export function itemReader(connection: Connection): (sequence: number, ordinal: number) => SealedItem | null {
  let of = 0;
  let block: readonly SealedItem[] = [];
  return (sequence, ordinal) => {
    const find = () => block.find((item) => item.ordinal === ordinal) ?? null;
    const found = sequence === of ? find() : null;
    if (found) return found;
    const [row] = connection.all<SqlValue | Uint8Array>(blockSql, [sequence, ordinal]);
    [of, block] = [sequence, row ? unpackRow(row) : []];
    return find();
  };
}

export function unpackRow({ first, body }: Row<SqlValue | Uint8Array>): readonly SealedItem[] {
  return unpackItems(body instanceof Uint8Array ? body : new Uint8Array(), Number(first));
}
