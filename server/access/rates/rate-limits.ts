/** What one caller may do in a minute; 0 is no limit. A caller who was idle for a minute has the whole of it. */
export interface RateLimits {
  /** Mutations. */
  readonly writes: number;
  /** Records that large reads may bring; reads of fewer than `freeRecords` are not counted. */
  readonly records: number;
}

export type Charged = keyof RateLimits;

/** Reads that may bring no more than this cost nothing: those of a page, a search, a look-up. */
export const freeRecords = 1_000;

/** Counts what callers do. */
export interface RateLimiter {
  /**
   * Null where the caller may go on; otherwise the whole seconds to wait before asking again, and nothing is charged.
   * `caller` is the id of a token or an address. What costs more than a minute brings waits for a whole one.
   */
  charge(what: Charged, caller: string, cost: number): number | null;
}

interface Bucket {
  left: number;
  /** When `left` was counted, in milliseconds. */
  at: number;
}

/** Callers that are remembered: some megabytes, whoever asks from however many addresses. */
const CALLER_LIMIT = 10_000;
const MINUTE = 60_000;

/** Each caller has a bucket for each sort of work, which fills evenly; `clock` in milliseconds. */
export function createRateLimiter(limits: RateLimits, clock: () => number = Date.now): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    charge: (what, caller, cost) => {
      const limit = limits[what];
      if (limit === 0) return null;
      const [key, now] = [`${what} ${caller}`, clock()];
      const known = buckets.get(key);
      const refilled = known ? known.left + ((now - known.at) * limit) / MINUTE : limit;
      const left = Math.min(limit, refilled);
      const due = Math.min(cost, limit);
      // Last used comes last, so that the first is the one to forget.
      buckets.delete(key);
      buckets.set(key, { left: left < due ? left : left - due, at: now });
      if (buckets.size > CALLER_LIMIT) forgetFirst(buckets);
      return left < due ? Math.ceil(((due - left) * MINUTE) / limit / 1000) : null;
    },
  };
}

function forgetFirst(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}
