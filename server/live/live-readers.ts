import type { GraphStore, JournalItem } from '../store/graph-store.ts';
import { followJournal, type JournalFollower } from './follow-journal.ts';
import { type LoadedEntry, loadItems } from './load-entries.ts';

/** One thing that a live reader is told: an entry, or that there was none for a while. */
export interface JournalNews {
  /** The reader knows everything up to here: what it resumes after. */
  readonly sequence: number;
  readonly loaded: LoadedEntry | null;
}

export interface ReaderRequest {
  /** The last entry that the reader knows; null begins with what comes next. */
  readonly after: number | null;
  /** Tells only entries that touch one of these records, and summaries; null tells all. */
  readonly ids: ReadonlySet<string> | null;
  /** Aborts when the reader has gone. */
  readonly signal: AbortSignal;
  /** Cuts the way to a reader that does not even take the message that it is too slow. */
  readonly abandon: () => void;
  /** Asked now and then: whether the reader may still read. */
  readonly mayRead: () => Promise<boolean>;
}

/** Why a reader was not let in, or its stream ended. */
export class LiveRefused extends Error {
  override readonly name = 'LiveRefused';
  readonly code: 'TOO_MANY_READERS' | 'READER_TOO_SLOW' | 'READER_SIGNED_OUT' | 'BAD_RANGE';
  constructor(code: LiveRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface LiveReaders {
  /** Lets a reader in. Throws LiveRefused where there are too many, or where it knows what is not there yet. */
  open(request: ReaderRequest): Promise<AsyncGenerator<JournalNews, void>>;
  count(): number;
  /** Ends every stream in good order, and lets nobody in any more. */
  close(): void;
}

export interface LiveSettings {
  /** Streams at a time; 500 if left out. */
  readonly most?: number;
  /** How long nothing may be said, in milliseconds; 10,000 if left out. */
  readonly heartbeat?: number;
  /** How long a reader may leave a message untaken, in milliseconds; 30,000 if left out. */
  readonly patience?: number;
  /** How often other processes' entries are looked for, in milliseconds; 500 if left out. */
  readonly pollEvery?: number;
}

/** Entries that are looked at in one go; their items are read one entry at a time, when it is told. */
const WINDOW = 20;

type Journal = Pick<GraphStore, 'onWrite' | 'journalHead' | 'journal' | 'journalItems'>;

interface Room extends Required<LiveSettings> {
  readonly store: Journal;
  readonly follower: JournalFollower;
  readonly closing: AbortSignal;
}

/** The readers of one journal. Each pulls from it what it can take; nothing is kept for those who do not read. */
export function openLiveReaders(store: Journal, settings: LiveSettings = {}): LiveReaders {
  const { most = 500, heartbeat = 10_000, patience = 30_000, pollEvery = 500 } = settings;
  const follower = followJournal(store, pollEvery);
  const closing = new AbortController();
  const room: Room = { store, follower, closing: closing.signal, most, heartbeat, patience, pollEvery };
  let readers = 0;
  return {
    open: async (request) => {
      if (readers >= most)
        throw new LiveRefused('TOO_MANY_READERS', `${most} readers are listening already; try again later.`);
      readers += 1;
      const leave = once(() => {
        readers -= 1;
      });
      // A generator that is never begun runs no `finally`, so that the reader's going counts as well.
      request.signal.addEventListener('abort', leave, { once: true });
      try {
        return tellNews(room, request, await firstSequence(store, request.after), leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    count: () => readers,
    close: () => {
      closing.abort();
      follower.close();
    },
  };
}

async function firstSequence(store: Journal, after: number | null): Promise<number> {
  const { sequence } = await store.journalHead();
  if (after === null) return sequence;
  if (after < 0 || after > sequence)
    throw new LiveRefused('BAD_RANGE', `The journal ends at ${sequence}: there is no entry ${after}.`);
  return after;
}

async function* tellNews(
  room: Room,
  request: ReaderRequest,
  after: number,
  leave: () => void,
): AsyncGenerator<JournalNews, void> {
  const { store, follower, heartbeat } = room;
  const signal = AbortSignal.any([request.signal, room.closing]);
  const watch = watchReader(room.patience, request.abandon);
  let [known, told] = [after, performance.now()];
  let checked = told;
  try {
    // At once, so that a reader who begins with what comes next knows what that is, should the stream break.
    watch.begin();
    yield { sequence: known, loaded: null };
    watch.end();
    while (!signal.aborted) {
      const entries = await store.journal({ after: known, limit: WINDOW });
      for (const entry of entries) {
        const loaded = await loadItems(store, entry);
        known = entry.sequence;
        if (!concerns(loaded, request.ids)) continue;
        checked = await checkRight(request, checked, heartbeat);
        watch.begin();
        yield { sequence: known, loaded };
        watch.end();
        told = performance.now();
        if (signal.aborted) return;
      }
      if (entries.length === 0)
        await follower.waitBeyond(known, Math.max(0, told + heartbeat - performance.now()), signal);
      if (signal.aborted || performance.now() - told < heartbeat) continue;
      checked = await checkRight(request, checked, 0);
      watch.begin();
      yield { sequence: known, loaded: null };
      watch.end();
      told = performance.now();
    }
  } finally {
    watch.stop();
    leave();
  }
}

/** Asks again whether the reader may read, where it is so long since; answers when that was asked last. */
async function checkRight({ mayRead }: ReaderRequest, checked: number, after: number): Promise<number> {
  const now = performance.now();
  if (now - checked < after) return checked;
  if (await mayRead()) return now;
  throw new LiveRefused('READER_SIGNED_OUT', 'The token of this stream is no longer good.');
}

/** Whether an entry touches one of the records: itself, or a relationship that begins or ends there. */
function concerns({ items }: LoadedEntry, ids: ReadonlySet<string> | null): boolean {
  return ids === null || items === null || items.some((item) => touches(item, ids));
}

function touches({ record, before, after }: JournalItem, ids: ReadonlySet<string>): boolean {
  if (ids.has(record)) return true;
  return [before, after].some((kept) => {
    const stands = kept?.record;
    return stands !== undefined && 'from' in stands && (ids.has(stands.from) || ids.has(stands.to));
  });
}

/**
 * A reader that takes a message only after the patience has ended is told that it is too slow; one that takes it not
 * even in as much time again is cut off.
 */
function watchReader(patience: number, abandon: () => void) {
  let began = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: () => {
      began = performance.now();
      timer = setTimeout(abandon, 2 * patience);
    },
    end: () => {
      clearTimeout(timer);
      if (performance.now() - began > patience)
        throw new LiveRefused('READER_TOO_SLOW', 'The stream was not read for too long: resume it.');
    },
    stop: () => clearTimeout(timer),
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
