import type { GraphStore } from '../store/graph-store.ts';
import { BlockDamaged } from '../store/journal/journal-block.ts';
import { hashEntry, hashItem, hashItems, hashRequest, hashValue } from '../store/journal/seal-entry.ts';
import type { JournalHead, SealedEntry, SealedItem } from '../store/journal/sealed-journal.ts';

/** Something of the journal that is not as it was written. */
interface JournalFault {
  readonly sequence: number;
  /** The item that it is in; null where it is in the entry itself. */
  readonly ordinal: number | null;
  readonly says: string;
}

export interface JournalVerified {
  readonly entries: number;
  readonly items: number;
  /** Values that were erased by an entry that says so. */
  readonly erased: number;
  readonly head: JournalHead;
  /** The first of them; `faultCount` has how many there are. */
  readonly faults: readonly JournalFault[];
  readonly faultCount: number;
}

export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each page of entries and of items. */
  readonly onProgress?: (done: number, of: number) => void;
}

type JournalReader = Pick<GraphStore, 'journalHead' | 'sealedEntries' | 'sealedItems'>;

const ENTRIES = 100;
const ITEMS = 500;
/** Faults that are told one by one. */
const TOLD = 100;

/**
 * Walks the chain from its first entry to the head that it has at the beginning, and tells everything that does not
 * agree with its hash. Holds one page of entries and one of items at a time; entries that are written meanwhile are
 * not looked at.
 */
export async function verifyJournal(
  store: JournalReader,
  options: VerifyOptions = {},
): Promise<JournalVerified> {
  const head = await store.journalHead();
  const found = collectFindings();
  let previous = '';
  let [entries, last] = [0, 0];
  while (last < head.sequence) {
    options.signal?.throwIfAborted();
    const next = await store.sealedEntries({ after: last, limit: ENTRIES });
    const page = next.filter(({ sequence }) => sequence <= head.sequence);
    if (page.length === 0) break;
    for (const entry of page) {
      if (entry.sequence !== last + 1) found.fault(last + 1, null, 'entries are missing before the next one');
      checkEntry(entry, previous, found);
      await checkItems(store, entry, found, options.signal);
      previous = entry.hash;
      last = entry.sequence;
      entries += 1;
    }
    options.onProgress?.(last, head.sequence);
  }
  if (previous !== head.hash || last !== head.sequence)
    found.fault(head.sequence, null, 'the head of the journal names another last entry');
  return { entries, head, ...found.end() };
}

type Findings = ReturnType<typeof collectFindings>;

function collectFindings() {
  const faults: JournalFault[] = [];
  const missing = new Map<string, JournalFault>();
  const named = new Set<string>();
  let [faultCount, items] = [0, 0];
  const fault = (sequence: number, ordinal: number | null, says: string) => {
    faultCount += 1;
    if (faults.length < TOLD) faults.push({ sequence, ordinal, says });
  };
  return {
    fault,
    item: () => {
      items += 1;
    },
    /** A value that is not there, which some entry must have erased. */
    gone: (sequence: number, what: string | number) => {
      const ordinal = typeof what === 'number' ? what : null;
      const says = `${ordinal === null ? what : 'the item'} is gone, and no entry says that it was erased`;
      missing.set(`${sequence} ${what}`, { sequence, ordinal, says });
    },
    erased: (sequence: number, what: string | number) => void named.add(`${sequence} ${what}`),
    end: () => {
      let erased = 0;
      for (const [value, { sequence, ordinal, says }] of missing)
        if (named.has(value)) erased += 1;
        else fault(sequence, ordinal, says);
      return { items, erased, faults, faultCount };
    },
  };
}

function checkEntry(entry: SealedEntry, previous: string, found: Findings): void {
  const { sequence, author, authorSalt, authorHash, reason, reasonSalt, reasonHash, erased } = entry;
  for (const [name, value, salt, hash] of [
    ['author', author, authorSalt, authorHash],
    ['reason', reason, reasonSalt, reasonHash],
  ] as const) {
    if (value === null && salt === null) found.gone(sequence, name);
    else if (value === null || salt === null || hashValue(value, salt) !== hash)
      found.fault(sequence, null, `${name} is not what was written`);
  }
  checkRequest(entry, found);
  if (erased !== null) for (const [of, what] of readErased(erased)) found.erased(of, what);
  if (hashEntry(previous, entry) !== entry.hash)
    found.fault(sequence, null, 'the hash of the entry does not follow from it and the entry before');
}

function checkRequest({ sequence, request, input, requestSalt, requestHash }: SealedEntry, found: Findings) {
  const parts = [request, input, requestSalt];
  if (requestHash === null && parts.every((part) => part === null)) return;
  if (requestHash !== null && parts.every((part) => part === null)) found.gone(sequence, 'request');
  else if (
    request === null ||
    input === null ||
    requestSalt === null ||
    hashRequest(request, input, requestSalt) !== requestHash
  )
    found.fault(sequence, null, 'the idempotency key is not what was written');
}

async function checkItems(
  store: JournalReader,
  { sequence, items, itemsHash }: SealedEntry,
  found: Findings,
  signal: AbortSignal | undefined,
): Promise<void> {
  const hashes = hashItems();
  let count = 0;
  for (let last = -1; ; ) {
    signal?.throwIfAborted();
    const page = await readPage(store, { sequence, after: last, limit: ITEMS });
    if (page === null) {
      found.fault(sequence, last + 1, 'the items from here on cannot be read');
      break;
    }
    for (const { ordinal, hash, salt, ...texts } of page) {
      if (ordinal !== count) found.fault(sequence, ordinal, 'an item is missing before this one');
      const isGone = salt === null && Object.values(texts).every((text) => text === null);
      if (isGone) found.gone(sequence, ordinal);
      else if (salt === null || hashItem(texts, salt) !== hash)
        found.fault(sequence, ordinal, 'the item is not what was written');
      hashes.add(hash);
      found.item();
      last = ordinal;
      count = ordinal + 1;
    }
    if (page.length < ITEMS) break;
  }
  if (count !== items) found.fault(sequence, null, `the entry has ${count} of its ${items} items`);
  if (hashes.end() !== itemsHash) found.fault(sequence, null, 'its items are not those that were written');
}

/** Null where what is kept cannot be made into items. */
async function readPage(
  store: JournalReader,
  question: Parameters<JournalReader['sealedItems']>[0],
): Promise<readonly SealedItem[] | null> {
  try {
    return await store.sealedItems(question);
  } catch (error) {
    if (error instanceof BlockDamaged) return null;
    throw error;
  }
}

/** What an entry says that it erased; nothing where its text was altered, which the chain tells by itself. */
function readErased(text: string): readonly (readonly [number, string | number])[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((pair) => Array.isArray(pair) && pair.length === 2) : [];
  } catch {
    return [];
  }
}
