import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SealedItem } from './sealed-journal.ts';

/**
 * Items that are kept as one: what they say is much alike, so that together they take a tenth of the room, and reading
 * one of them costs little more than reading it alone.
 */
export const BLOCK_ITEMS = 128;

/** Bytes to which a block may unfold; far more than any holds that was written here. */
const UNFOLDED_LIMIT = 256 * 2 ** 20;

/** A level that costs a third of the best one, for a sixth more room. */
const LEVEL = 3;

/** The lines of an item: an empty one stands for null, as nothing that is kept is empty. */
const LINES = 5;

/** Items of one entry in the row of their ordinals, packed. */
export interface JournalBlock {
  readonly sequence: number;
  /** The ordinal of the first item. */
  readonly first: number;
  readonly body: Uint8Array;
}

/** Gathers items, of one entry after the other, to blocks. What waits is one block at most: an import has many. */
export function gatherBlocks() {
  let waiting: SealedItem[] = [];
  let of = 0;
  const end = (): readonly JournalBlock[] => {
    const [first] = waiting;
    const body = waiting;
    waiting = [];
    return first ? [{ sequence: of, first: first.ordinal, body: packItems(body) }] : [];
  };
  return {
    /** The block that was full, or whose entry has ended. */
    add: (sequence: number, item: SealedItem): readonly JournalBlock[] => {
      const next = (waiting[0]?.ordinal ?? item.ordinal) + waiting.length;
      const isFull = sequence !== of || item.ordinal !== next || waiting.length === BLOCK_ITEMS;
      const full = isFull ? end() : [];
      of = sequence;
      waiting.push(item);
      return full;
    },
    /** What was left. */
    end,
  };
}

/** A block whose bytes are not those of items: somebody or something has altered them. */
export class BlockDamaged extends Error {
  override readonly name = 'BlockDamaged';
}

/** Items in the row of their ordinals as bytes: deflated text, five lines an item. */
export function packItems(items: readonly SealedItem[]): Uint8Array {
  const lines = items.map(
    ({ record, before, after, salt, hash }) =>
      `${record ?? ''}\n${before ?? ''}\n${after ?? ''}\n${salt ?? ''}\n${hash}\n`,
  );
  return deflateRawSync(lines.join(''), { level: LEVEL });
}

/** The items again, the first with the ordinal `first`. Throws BlockDamaged. */
export function unpackItems(body: Uint8Array, first: number): SealedItem[] {
  const lines = unfold(body).split('\n');
  if (lines.length % LINES !== 1 || lines.at(-1) !== '') throw new BlockDamaged('a block lacks lines');
  const line = (at: number) => lines[at] || null;
  return Array.from({ length: (lines.length - 1) / LINES }, (_each, index) => {
    const at = index * LINES;
    return {
      ordinal: first + index,
      record: line(at),
      before: line(at + 1),
      after: line(at + 2),
      salt: line(at + 3),
      hash: lines[at + 4] ?? '',
    };
  });
}

/** Items without what they keep of some records; their hashes stay, so that the chain holds. */
export function eraseItems(
  items: readonly SealedItem[],
  records: ReadonlySet<string>,
): readonly SealedItem[] {
  return items.map((item) =>
    item.record !== null && records.has(item.record)
      ? { ...item, record: null, before: null, after: null, salt: null }
      : item,
  );
}

function unfold(body: Uint8Array): string {
  try {
    return inflateRawSync(body, { maxOutputLength: UNFOLDED_LIMIT }).toString('utf8');
  } catch (error) {
    throw new BlockDamaged('a block cannot be unfolded', { cause: error });
  }
}
