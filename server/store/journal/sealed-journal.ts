/**
 * An entry as it is kept. The chain covers `sequence`, `at`, `items`, `erased` and the hashes; the values stand
 * beside their hashes, each with a salt, so that they can be erased and the chain still holds. A value and its salt
 * are null once it was erased; `request` is null too where the change had no idempotency key, and then so is its hash.
 */
export interface SealedEntry {
  readonly sequence: number;
  readonly at: string;
  readonly author: string | null;
  readonly authorSalt: string | null;
  readonly authorHash: string;
  readonly reason: string | null;
  readonly reasonSalt: string | null;
  readonly reasonHash: string;
  /** Hash of author and idempotency key: what is unique among the entries. */
  readonly request: string | null;
  /** Hash of what the key stood for. */
  readonly input: string | null;
  readonly requestSalt: string | null;
  readonly requestHash: string | null;
  readonly items: number;
  /** Hash of the hashes of the items, in their order. */
  readonly itemsHash: string;
  /** Which values this entry erased, as canonical text; null for an entry that changed the graph. */
  readonly erased: string | null;
  /** Covers the hash of the entry before and everything above. */
  readonly hash: string;
}

/** An item as it is kept: records as canonical text. All but `ordinal` and `hash` are null once it was erased. */
export interface SealedItem {
  readonly ordinal: number;
  readonly record: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly salt: string | null;
  readonly hash: string;
}

/** The newest entry: where the chain ends. An empty journal ends at 0 with an empty hash. */
export interface JournalHead {
  readonly sequence: number;
  readonly hash: string;
}
