import { int } from 'neo4j-driver';
import { BLOCK_ITEMS, unpackItems } from '../journal/journal-block.ts';
import type { SealedItem } from '../journal/sealed-journal.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import type { Row } from './values.ts';

/** Binds `b` to the block that has the item `i`. */
export const callBlockOfItem =
  'CALL (i) { MATCH (b:_JournalBlock {sequence: i.sequence}) WHERE b.first <= i.ordinal ' +
  'RETURN b ORDER BY b.first DESC LIMIT 1 }';

/** Items of one entry that are wanted, by ordinal, after one. */
interface ItemsQuestion {
  readonly sequence: number;
  readonly after: number;
  readonly limit: number;
}

/** The blocks from that of an ordinal on. */
function blocksQuery({ sequence, after, limit }: ItemsQuestion): Query {
  return {
    text: `CALL () {
MATCH (f:_JournalBlock {sequence: $sequence}) WHERE f.first <= $next RETURN f.first AS from ORDER BY f.first DESC LIMIT 1
}
MATCH (b:_JournalBlock {sequence: $sequence}) WHERE b.first >= from
RETURN b.first AS first, b.body AS body ORDER BY b.first LIMIT $limit`,
    parameters: { sequence, next: after + 1, limit: int(Math.ceil(limit / BLOCK_ITEMS) + 1) },
  };
}

/** Items as they are kept, in as many steps as it takes. Throws BlockDamaged. */
export async function readSealedItems(
  read: (query: Query) => Promise<readonly Row[]>,
  { sequence, after, limit }: ItemsQuestion,
): Promise<readonly SealedItem[]> {
  const items: SealedItem[] = [];
  let last = after;
  while (items.length < limit) {
    const rows = await read(blocksQuery({ sequence, after: last, limit: limit - items.length }));
    const further = rows.flatMap(unpackRow).filter(({ ordinal }) => ordinal > last);
    if (further.length === 0) break;
    items.push(...further.slice(0, limit - items.length));
    last = further.at(-1)?.ordinal ?? last;
  }
  return items;
}

export function unpackRow({ first, body }: Row): readonly SealedItem[] {
  return unpackItems(body instanceof Int8Array ? fromBytes(body) : new Uint8Array(), Number(first));
}

/** Bytes as the driver takes them. */
export function asBytes({ buffer, byteOffset, byteLength }: Uint8Array): Int8Array {
  return new Int8Array(buffer, byteOffset, byteLength);
}

function fromBytes({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
