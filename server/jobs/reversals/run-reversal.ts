import { tooMany } from '../../edits/actions/revert-change.ts';
import type { RecordId } from '../../edits/asking.ts';
import { EditTooLarge } from '../../edits/drafts/complete-draft.ts';
import type { GraphStore, PartWriter } from '../../store/graph-store.ts';
import { planReversal, type ReversalPlan } from './plan-reversal.ts';
import { revertInParts } from './revert-in-parts.ts';

/** Who takes what back, and why. */
export interface ReversalRequest {
  /** The entry of the journal. */
  readonly sequence: number;
  /** Whether later changes that were built on it are taken back too. */
  readonly withLater: boolean;
  /** More records than this are not taken back. */
  readonly mostRecords: number;
  readonly author: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly inputHash: string;
}

/** How a reversal ended; only of `done` anything was written. */
export type ReversalEnd =
  | { readonly kind: 'done'; readonly sequence: number }
  /** The graph was so already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'built on'; readonly records: readonly RecordId[]; readonly count: number }
  | { readonly kind: 'refused'; readonly because: string };

export interface ReversalSteps {
  readonly signal: AbortSignal;
  readonly tell: (doing: 'checking' | 'writing', done: number, total: number) => void;
}

/**
 * Takes an entry back in one change, whatever its size: all of it or nothing. What it comes to is worked out beside
 * everybody else, and worked out anew behind the lock of the store where the graph has changed meanwhile.
 */
export async function runReversal(
  store: GraphStore,
  clock: () => Date,
  request: ReversalRequest,
  steps: ReversalSteps,
): Promise<ReversalEnd> {
  const sequences = new Set([request.sequence]);
  for (;;) {
    const head = await store.journalHead();
    const planned = await plan(store, request, sequences, steps);
    if (planned === 'grown') continue;
    if (planned.kind !== 'plan') return planned;
    const end = await write(store, clock, request, steps, async () => {
      const isAsRead = (await store.journalHead()).sequence === head.sequence;
      return isAsRead ? planned : plan(store, request, sequences, steps);
    });
    if (end !== 'grown') return end;
  }
}

type Planned = { readonly kind: 'plan'; readonly plan: ReversalPlan } | ReversalEnd | 'grown';

/** `grown` where further entries have to be taken back too, which were added. */
async function plan(
  store: GraphStore,
  { withLater, mostRecords }: ReversalRequest,
  sequences: Set<number>,
  { signal, tell }: ReversalSteps,
): Promise<Planned> {
  const outcome = await planReversal(store, sequences, {
    signal,
    tell: (done, total) => tell('checking', done, total),
  });
  switch (outcome.kind) {
    case 'missing':
      return { kind: 'refused', because: `Change ${outcome.sequence} is not there whole any more.` };
    case 'built on': {
      const { records, count, entries } = outcome.built;
      const before = sequences.size;
      if (withLater) for (const entry of entries) sequences.add(entry);
      return sequences.size > before ? 'grown' : { kind: 'built on', records, count };
    }
    case 'plan': {
      const { records } = outcome.plan;
      if (records <= mostRecords) return outcome;
      return { kind: 'refused', because: tooMany(records, mostRecords).message };
    }
  }
}

async function write(
  store: GraphStore,
  clock: () => Date,
  request: ReversalRequest,
  { signal, tell }: ReversalSteps,
  planNow: () => Promise<Planned>,
): Promise<ReversalEnd | 'grown'> {
  const { author, reason, idempotencyKey, inputHash } = request;
  let left: ReversalEnd | 'grown' | null = null;
  const about = {
    author,
    reason,
    at: clock().toISOString(),
    marks: [],
    request: { idempotencyKey, inputHash },
  };
  const outcome = await store.writeInParts(about, async (parts: PartWriter) => {
    left = await findWritten(store, request);
    if (left) return 'discard';
    const planned = await planNow();
    if (planned === 'grown' || planned.kind !== 'plan') {
      left = planned;
      return 'discard';
    }
    await revertInParts(store, parts, planned.plan, {
      signal,
      tell: (done, total) => tell('writing', done, total),
    });
    return 'keep';
  });
  switch (outcome.kind) {
    case 'written':
      return { kind: 'done', sequence: outcome.sequence };
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'refused':
      return { kind: 'refused', because: outcome.problems.map(({ message }) => message).join('; ') };
    case 'discarded':
      return left ?? { kind: 'unchanged' };
  }
}

/** The same request, where it was written before; a key that was used for another one is a refusal. */
export async function findWritten(
  store: Pick<GraphStore, 'findRequest'>,
  { author, idempotencyKey, inputHash }: Pick<ReversalRequest, 'author' | 'idempotencyKey' | 'inputHash'>,
): Promise<ReversalEnd | null> {
  const written = await store.findRequest(author, idempotencyKey);
  if (!written) return null;
  if (written.input === inputHash) return { kind: 'done', sequence: written.sequence };
  return {
    kind: 'refused',
    because: `The key was used for another change, which is number ${written.sequence} of the journal.`,
  };
}

/** Why an error ends a reversal as a refusal does; null for what is a failure. */
export function refusalOf(error: unknown): ReversalEnd | null {
  return error instanceof EditTooLarge ? { kind: 'refused', because: `${error.message}.` } : null;
}
