import type { Erasure } from '../store-upkeep.ts';
import { canonicalText } from './canonical-text.ts';
import { hashItems, sealEntry } from './seal-entry.ts';
import type { JournalHead, SealedEntry } from './sealed-journal.ts';

/** A value of the journal: a part of an entry, or an item by its ordinal. */
export type ErasedValue = readonly [sequence: number, what: 'author' | 'reason' | 'request' | number];

/** The entry that says which values were erased; it changes no record, and so has no items. */
export function sealErasure(
  head: JournalHead,
  { at, author, reason }: Erasure,
  values: readonly ErasedValue[],
): SealedEntry {
  const erased = canonicalText(values);
  const sequence = head.sequence + 1;
  const itemsHash = hashItems().end();
  return sealEntry(head.hash, { sequence, at, author, reason, request: null, items: 0, itemsHash, erased });
}
