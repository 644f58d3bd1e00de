import { randomUUID } from 'node:crypto';
import { type GraphStore, StoreUnavailable } from '../../store/graph-store.ts';
import {
  findWritten,
  type ReversalEnd,
  type ReversalRequest,
  refusalOf,
  runReversal,
} from './run-reversal.ts';

/** How far a reversal is. What is counted while it is checked are items of the journal, then steps of writing. */
export type ReversalState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking' | 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  /** The error is for the log. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | ReversalEnd;

/** A reversal at one moment. */
export interface Reversal extends ReversalRequest {
  readonly id: string;
  readonly startedAt: string;
  readonly state: ReversalState;
}

/** Takes large changes back, one after the other, beside whatever else the process does. */
export interface Reversals {
  /** Starts it, or answers the one that the same author started with the same key. */
  start(request: ReversalRequest): Reversal;
  find(id: string): Reversal | null;
  /** Those that wait or run, and the last that ended; the newest first. */
  list(): readonly Reversal[];
  /** Stops it as soon as it can, if it has not ended; nothing of it is kept. */
  cancel(id: string): Promise<Reversal | null>;
  /** Stops all, and starts none any more. */
  close(): Promise<void>;
}

interface Job {
  readonly id: string;
  readonly request: ReversalRequest;
  readonly startedAt: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  state: ReversalState;
}

/** Those that ended and are still told of. */
const KEPT = 50;

/**
 * The reversals of one process. They are known to it alone: whoever finds one gone sends the same request again, which
 * answers the change if it was written, and begins anew if it was not.
 */
export function createReversals(
  store: GraphStore,
  clock: () => Date,
  onFailure: (error: unknown) => void,
): Reversals {
  const jobs = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();
  let open = true;

  const run = async (job: Job): Promise<void> => {
    const { request, stop } = job;
    try {
      stop.signal.throwIfAborted();
      job.state = await runReversal(store, clock, request, {
        signal: stop.signal,
        tell: (kind, done, total) => {
          job.state = { kind, done, total };
        },
      });
    } catch (error) {
      job.state = await stateAfter(error, job, store);
      if (job.state.kind === 'failed') onFailure(error);
    }
  };
  return {
    start: (request) => {
      if (!open) throw new StoreUnavailable('the server is stopping');
      const same = [...jobs.values()].find((job) => isSame(job.request, request) && isUnderWay(job));
      if (same) return viewOf(same);
      const stop = new AbortController();
      const startedAt = clock().toISOString();
      const turn = last.then(() => run(job));
      const job: Job = {
        id: randomUUID(),
        request,
        startedAt,
        stop,
        ended: turn,
        state: { kind: 'waiting' },
      };
      jobs.set(job.id, job);
      last = turn;
      forgetOldest(jobs);
      return viewOf(job);
    },
    find: (id) => {
      const job = jobs.get(id);
      return job ? viewOf(job) : null;
    },
    list: () => [...jobs.values()].reverse().map(viewOf),
    cancel: async (id) => {
      const job = jobs.get(id);
      if (!job) return null;
      job.stop.abort();
      // One that waits behind others says so at once, and is passed over when its turn comes.
      if (job.state.kind === 'waiting') job.state = { kind: 'cancelled' };
      else await job.ended;
      return viewOf(job);
    },
    close: async () => {
      open = false;
      for (const { stop } of jobs.values()) stop.abort();
      await last;
    },
  };
}

async function stateAfter(error: unknown, { request, stop }: Job, store: GraphStore): Promise<ReversalState> {
  if (stop.signal.aborted && error === stop.signal.reason) return { kind: 'cancelled' };
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  // A connection that breaks while the change is sealed leaves open whether it was.
  return (await findWritten(store, request).catch(() => null)) ?? { kind: 'failed', error };
}

function isSame(a: ReversalRequest, b: ReversalRequest): boolean {
  return a.author === b.author && a.idempotencyKey === b.idempotencyKey && a.inputHash === b.inputHash;
}

function isUnderWay({ state }: Job): boolean {
  return state.kind === 'waiting' || state.kind === 'checking' || state.kind === 'writing';
}

function forgetOldest(jobs: Map<string, Job>): void {
  const ended = [...jobs.values()].filter((job) => !isUnderWay(job));
  for (const { id } of ended.slice(0, -KEPT)) jobs.delete(id);
}

function viewOf({ id, request, startedAt, state }: Job): Reversal {
  return { ...request, id, startedAt, state };
}
