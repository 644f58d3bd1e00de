import { createHash, hash, randomBytes } from 'node:crypto';
import type { GraphChange, JournalItem } from '../graph-store.ts';
import { canonicalText } from './canonical-text.ts';
import type { SealedEntry, SealedItem } from './sealed-journal.ts';

/** Names the form of the chain inside each of its hashes, so that a later form cannot be taken for it. */
const FORM = 'oversight-journal-1';

const SALT_BYTES = 16;
/** Asking the system for each salt costs more than hashing with it, so that many are fetched together. */
const pool = { bytes: Buffer.alloc(0), used: 0 };

/** What makes a salt: 128 random bits, which nobody can guess together with a short name. Each is given out once. */
export function makeSalt(): string {
  if (pool.used === pool.bytes.length) {
    pool.bytes = randomBytes(SALT_BYTES * 256);
    pool.used = 0;
  }
  pool.used += SALT_BYTES;
  return pool.bytes.toString('base64url', pool.used - SALT_BYTES, pool.used);
}

/** SHA-256 of the lines in UTF-8, as 43 characters of base64url. No line may hold a line break. */
function hashLines(...lines: readonly string[]): string {
  return hash('sha256', lines.join('\n'), 'base64url');
}

/** The hash of an author or a reason with its salt. */
export function hashValue(value: string, salt: string): string {
  return hashLines(salt, canonicalText(value));
}

export function hashRequest(request: string, input: string, salt: string): string {
  return hashLines(salt, canonicalText([request, input]));
}

/** The hash of an item with its salt: canonical text holds no line break, and is never empty. */
export function hashItem(
  { record, before, after }: Pick<SealedItem, 'record' | 'before' | 'after'>,
  salt: string,
): string {
  return hashLines(salt, record ?? '', before ?? '', after ?? '');
}

/** Takes the hashes of the items of one entry, in their order, and gives the hash over them. */
export function hashItems(): { add(hash: string): void; end(): string } {
  const digest = createHash('sha256');
  return { add: (hash) => void digest.update(`${hash}\n`), end: () => digest.digest('base64url') };
}

/** The hash of an entry: a link of the chain. `previous` is the hash of the entry before, empty for the first. */
export function hashEntry(previous: string, entry: Omit<SealedEntry, 'hash'>): string {
  const { sequence, at, authorHash, reasonHash, requestHash, items, itemsHash, erased } = entry;
  return hashLines(
    FORM,
    previous,
    String(sequence),
    canonicalText(at),
    authorHash,
    reasonHash,
    requestHash ?? '',
    String(items),
    itemsHash,
    erased ?? '',
  );
}

export function sealItem({ ordinal, record, before, after }: JournalItem, salt = makeSalt()): SealedItem {
  const texts = { record, before: before && canonicalText(before), after: after && canonicalText(after) };
  return { ordinal, ...texts, salt, hash: hashItem(texts, salt) };
}

/** What an entry is made of, before it is sealed. */
export interface OpenEntry {
  readonly sequence: number;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  readonly request: ChangeRequest | null;
  readonly items: number;
  readonly itemsHash: string;
  readonly erased: string | null;
}

export function sealEntry(previous: string, entry: OpenEntry, salt: () => string = makeSalt): SealedEntry {
  const { sequence, at, author, reason, request, items, itemsHash, erased } = entry;
  const [authorSalt, reasonSalt] = [salt(), salt()];
  const requestSalt = request && salt();
  const sealed = {
    sequence,
    at,
    author,
    authorSalt,
    authorHash: hashValue(author, authorSalt),
    reason,
    reasonSalt,
    reasonHash: hashValue(reason, reasonSalt),
    request: request?.request ?? null,
    input: request?.input ?? null,
    requestSalt,
    requestHash: request && requestSalt && hashRequest(request.request, request.input, requestSalt),
    items,
    itemsHash,
    erased,
  };
  return { ...sealed, hash: hashEntry(previous, sealed) };
}

/** What an idempotency key comes to in the store: which request it is, and what it stood for. */
export interface ChangeRequest {
  readonly request: string;
  readonly input: string;
}

/** The key belongs to its author: two authors may use the same one. */
export function requestKey(author: string, idempotencyKey: string): string {
  return hashLines(canonicalText([author, idempotencyKey]));
}

/** Null for a change without a key. */
export function requestOf(change: GraphChange): ChangeRequest | null {
  const { author, idempotencyKey, inputHash } = change;
  if (idempotencyKey === null) return null;
  return { request: requestKey(author, idempotencyKey), input: inputHash ?? hashChange(change) };
}

/** A hash over all that a change asks for; the time at which it was asked does not count. */
function hashChange({ reason, expected, put, remove, marks }: GraphChange): string {
  const digest = createHash('sha256');
  for (const part of [[reason], expected, ...Object.values(put), remove, marks]) {
    // Part by part, since an import would not fit into one text.
    for (const value of part) digest.update(`${canonicalText(value)}\n`);
    digest.update('\n');
  }
  return digest.digest('base64url');
}
