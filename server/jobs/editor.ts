import { setTimeout as wait } from 'node:timers/promises';
import type { RecordId } from '../edits/asking.ts';
import { completeDraft, EditTooLarge } from '../edits/drafts/complete-draft.ts';
import type { Edit, EditProblem } from '../edits/edit.ts';
import { type GraphStore, StoreUnavailable, type WriteOutcome } from '../store/graph-store.ts';
import { driveEdit } from './answer-edit.ts';

/** Who carries out an action, and why. */
interface EditRequest {
  readonly author: string;
  readonly reason: string;
  /** The same for the same request, however often it is sent. */
  readonly idempotencyKey: string;
  /** A hash of all that was asked for, by which another use of the key is noticed. */
  readonly inputHash: string;
  readonly signal?: AbortSignal | undefined;
}

export type EditOutcome =
  /** Written now, or before by the same request. */
  | { readonly kind: 'written'; readonly sequence: number }
  /** The graph was so already. `about` is the record that the action was about. */
  | { readonly kind: 'unchanged'; readonly sequence: number; readonly about: RecordId | null }
  | { readonly kind: 'problems'; readonly problems: readonly EditProblem[] }
  /** It would touch more than one edit may. */
  | { readonly kind: 'too large'; readonly message: string };

/** Carries actions out, one after the other. */
export interface Editor {
  /** `action` is begun anew whenever another process has changed the graph meanwhile. */
  run(action: () => Edit, request: EditRequest): Promise<EditOutcome>;
}

/** How often an action is worked out anew where another process was faster each time. */
const ATTEMPTS = 40;

/**
 * The editor of one store. What an edit comes to is worked out from the graph as it stands, and written only onto
 * that: edits of this process take turns, and one that another process overtook is worked out anew.
 */
export function createEditor(store: GraphStore, clock: () => Date): Editor {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (action, request) => {
      const turn = last.then(() => runEdit(store, clock, action, request));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function runEdit(
  store: GraphStore,
  clock: () => Date,
  action: () => Edit,
  request: EditRequest,
): Promise<EditOutcome> {
  request.signal?.throwIfAborted();
  const before = await store.findRequest(request.author, request.idempotencyKey);
  if (before) {
    if (before.input === request.inputHash) return { kind: 'written', sequence: before.sequence };
    return refusedBy([
      {
        code: 'KEY_REUSED',
        message: `The key was used for another change, which is number ${before.sequence} of the journal.`,
      },
    ]);
  }
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const outcome = await tryEdit(store, clock, action, request);
      if (outcome) return outcome;
      await wait(Math.random() * 10 * attempt, undefined, { signal: request.signal });
    }
  } catch (error) {
    if (error instanceof EditTooLarge) return { kind: 'too large', message: error.message };
    throw error;
  }
  throw new StoreUnavailable('the graph is being changed too fast by others');
}

/** Null where the graph has changed while the edit was worked out. */
async function tryEdit(
  store: GraphStore,
  clock: () => Date,
  action: () => Edit,
  { author, reason, idempotencyKey, inputHash, signal }: EditRequest,
): Promise<EditOutcome | null> {
  const { sequence } = await store.journalHead();
  const result = await driveEdit(store, action(), signal);
  if (result.kind === 'problems') return result;
  const { draft, known } = result;
  const put = await driveEdit(store, completeDraft(draft, known), signal);
  const outcome: WriteOutcome = await store.write({
    author,
    reason,
    at: clock().toISOString(),
    idempotencyKey,
    inputHash,
    basedOn: sequence,
    expected: [],
    put,
    remove: [...draft.remove],
    touch: [...draft.touch],
    redirects: draft.redirects,
    marks: [],
  });
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return { kind: 'written', sequence: outcome.sequence };
    case 'unchanged':
      return { kind: 'unchanged', sequence, about: draft.put.keys().next().value ?? null };
    case 'overtaken':
      return null;
    case 'refused':
      return refusedBy(outcome.problems);
  }
}

/** What only the store could see, in the form of an edit's own problems. */
function refusedBy(problems: Extract<WriteOutcome, { kind: 'refused' }>['problems']): EditOutcome {
  return {
    kind: 'problems',
    problems: problems.map(({ code, message, field, record }) => ({
      kind: 'invalid',
      field: code === 'KEY_REUSED' ? 'idempotencyKey' : (field ?? ''),
      code,
      message: record ? `${record}: ${message}` : message,
    })),
  };
}
