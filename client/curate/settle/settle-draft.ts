import { settleJudgement, settleStatement } from '../../api/curating/settle.ts';
import { checkReason, type ReasonDraft, readReasoned, readText } from '../form/draft-text.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import type { Question, Side } from './list-questions.ts';

/** What a curator says of one of several. */
const verdicts = ['stands', 'rejected', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

export interface SettleDraft extends ReasonDraft {
  /** The id of the side; empty before one is chosen. */
  readonly chosen: string;
  /** The version that was seen when it was chosen. */
  readonly version: number;
  readonly verdict: Verdict;
}

type SettleField = 'chosen' | 'reason';

export function emptySettleDraft(idempotencyKey: string): SettleDraft {
  return { chosen: '', version: 0, verdict: 'stands', reason: '', idempotencyKey };
}

export function readSettleDraft(kept: unknown): SettleDraft | null {
  return readReasoned(kept, (given) => ({
    chosen: readText(given, 'chosen'),
    version: typeof given.version === 'number' ? given.version : 0,
    verdict: verdicts.find((verdict) => verdict === given.verdict) ?? 'stands',
  }));
}

export function checkSettleDraft(draft: SettleDraft, { sides }: Question): FormProblems<SettleField> {
  const problems: FormProblems<SettleField> = checkReason(draft);
  if (!sides.some(({ id }) => id === draft.chosen)) problems.chosen = 'Choose one of them.';
  return problems;
}

/** What becomes of a side where the draft is saved; null before one is chosen. */
export function outcomeOf(side: Side, { sides }: Question, { chosen, verdict }: SettleDraft): string | null {
  const pick = sides.find(({ id }) => id === chosen);
  if (!pick) return null;
  if (side.id === chosen)
    return { stands: 'will stand', rejected: 'will be rejected', open: 'will be open' }[verdict];
  if (verdict !== 'stands' || side.standing === 'rejected') return sayStanding(side);
  return pick.lets(side) ? 'stays: it can be true beside it' : 'will be rejected';
}

export function sayStanding({ standing }: Side): string {
  return { stands: 'shown on the record', 'also said': 'also said', rejected: 'rejected' }[standing];
}

export function saveVerdict(draft: SettleDraft, { of }: Question) {
  const input = {
    verdict: inApi[draft.verdict],
    expectedVersion: draft.version,
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  };
  return of.kind === 'judgement'
    ? settleJudgement({ ...input, judgement: draft.chosen })
    : settleStatement({ ...input, record: of.record, statement: draft.chosen });
}

const inApi = { stands: 'STANDS', rejected: 'REJECTED', open: 'OPEN' } as const;
