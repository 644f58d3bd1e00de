import type { Problem } from '../../schema/problems.ts';
import type { ChangeAbout, ChangeCounts, ChangePart, GraphChange, PartsOutcome } from './graph-store.ts';
import { type ChangeRequest, requestKey } from './journal/seal-entry.ts';

/** Carries a refusal, or the wish to keep nothing, out of a transaction, which it rolls back. */
export class PartsLeft extends Error {
  override readonly name = 'PartsLeft';
  readonly outcome: Extract<PartsOutcome, { kind: 'refused' | 'discarded' }>;
  constructor(outcome: PartsLeft['outcome']) {
    super(`the change is ${outcome.kind}`);
    this.outcome = outcome;
  }
}

export function refusedParts(problems: readonly Problem[]): PartsLeft {
  return new PartsLeft({ kind: 'refused', problems });
}

/** A part as a change of its own, to be settled by the rules of all changes. */
export function partAsChange({ author, reason, at }: ChangeAbout, part: ChangePart): GraphChange {
  return { author, reason, at, ...part, marks: [], expected: [], idempotencyKey: null };
}

/** The request that the entry of the whole change is kept under; null for one without a key. */
export function requestOfParts({ author, request }: ChangeAbout): ChangeRequest | null {
  if (!request) return null;
  return { request: requestKey(author, request.idempotencyKey), input: request.inputHash };
}

export function addCounts(total: ChangeCounts, further: ChangeCounts): ChangeCounts {
  return {
    created: total.created + further.created,
    changed: total.changed + further.changed,
    removed: total.removed + further.removed,
  };
}

export const noCounts: ChangeCounts = { created: 0, changed: 0, removed: 0 };
