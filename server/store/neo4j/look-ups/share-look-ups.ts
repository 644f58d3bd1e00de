/** Reads what stands under these ids, by id; ids that nothing stands under are left out. */
type LookUp<Found> = (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Found>>;

/**
 * Looks ids up, together with others of the same key that wait; the answer holds at least what stands under `ids`.
 * The key must tell apart all look-ups that do not do the same. Rejects with the reason of the signal at once
 * when it is aborted, else with the problem of the look-up.
 */
export type SharedLookUp<Found> = (
  key: string,
  ids: readonly string[],
  lookUp: LookUp<Found>,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, Found>>;

interface Waiter<Found> {
  readonly ids: readonly string[];
  readonly lookUp: LookUp<Found>;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (found: ReadonlyMap<string, Found>) => void;
  readonly reject: (problem: unknown) => void;
  /** What its abort means for the others: it leaves the queue, or perhaps ends the batch it is in. */
  leave: () => void;
}

interface Line<Found> {
  inFlight: number;
  waiting: readonly Waiter<Found>[];
}

/** Enough to keep a database busy; from there on a look-up is answered sooner in company than on its own. */
const MOST_IN_FLIGHT = 4;
/** Ids sent together at most, so that no answer grows without bound. A look-up of more ids goes alone. */
const MOST_IDS = 500;

/**
 * Makes look-ups share their way to the database. Nobody waits for company: a look-up goes at once while fewer
 * than four of its key are in flight, and what comes meanwhile goes together when one of them returns. Each key
 * has its own four, so that a slow kind of look-up never holds up another. A batch that fails is tried again one
 * by one where `mayRetry` says that a single look-up may be to blame, and is cancelled only when all have left it.
 */
export function shareLookUps<Found>(mayRetry: (problem: unknown) => boolean): SharedLookUp<Found> {
  const lines = new Map<string, Line<Found>>();

  const answer = async (batch: readonly Waiter<Found>[]): Promise<void> => {
    try {
      const found = await sendTogether(batch);
      for (const { resolve } of batch) resolve(found);
    } catch (problem) {
      if (batch.length === 1 || !mayRetry(problem)) for (const { reject } of batch) reject(problem);
      else for (const waiter of batch) if (!waiter.signal?.aborted) await answer([waiter]);
    }
  };

  const sendWaiting = (key: string, line: Line<Found>): void => {
    while (line.waiting.length > 0 && line.inFlight < MOST_IN_FLIGHT) {
      const batch = takeBatch(line);
      line.inFlight++;
      void answer(batch).finally(() => {
        line.inFlight--;
        sendWaiting(key, line);
      });
    }
    if (line.inFlight === 0) lines.delete(key);
  };

  return async (key, ids, lookUp, signal) => {
    signal?.throwIfAborted();
    const line = lines.get(key) ?? { inFlight: 0, waiting: [] };
    lines.set(key, line);
    let abort = (): void => {};
    try {
      return await new Promise((resolve, reject) => {
        const leave = () => {
          line.waiting = line.waiting.filter((other) => other !== waiter);
        };
        const waiter: Waiter<Found> = { ids, lookUp, signal, resolve, reject, leave };
        abort = () => {
          reject(signal?.reason);
          waiter.leave();
        };
        signal?.addEventListener('abort', abort, { once: true });
        line.waiting = [...line.waiting, waiter];
        sendWaiting(key, line);
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };
}

/** Takes from the front of the line what may go together, one look-up at least. */
function takeBatch<Found>(line: Line<Found>): readonly Waiter<Found>[] {
  let [count, size] = [0, 0];
  for (const { ids } of line.waiting) {
    if (count > 0 && size + ids.length > MOST_IDS) break;
    count++;
    size += ids.length;
  }
  const batch = line.waiting.slice(0, count);
  line.waiting = line.waiting.slice(count);
  return batch;
}

async function sendTogether<Found>(batch: readonly Waiter<Found>[]): Promise<ReadonlyMap<string, Found>> {
  const [first] = batch;
  if (!first) return new Map();
  const ending = new AbortController();
  for (const waiter of batch)
    waiter.leave = () => {
      if (batch.every(({ signal }) => signal?.aborted)) ending.abort(waiter.signal?.reason);
    };
  const ids = new Set(batch.flatMap((waiter) => waiter.ids));
  return first.lookUp([...ids], ending.signal);
}
