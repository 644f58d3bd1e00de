import type { Seen } from '../../api/curating/outcome.ts';
import { checkReason, isGiven, type ReasonDraft, readReasoned, readText } from '../form/draft-text.ts';
import {
  checkEvidence,
  type EvidenceDraft,
  type EvidenceField,
  emptyEvidence,
  placeOfEvidence,
  readEvidenceDraft,
} from '../form/evidence-draft.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import { readSeen } from '../save/seen.ts';

/** What is typed in the form that records a judgement. */
export interface JudgeDraft extends EvidenceDraft, ReasonDraft {
  readonly area: string;
  readonly label: string;
  /** The judgements of the inspection that the curator saw. */
  readonly seen: readonly Seen[];
}

export type JudgeField = EvidenceField | 'area' | 'label' | 'reason';

export function emptyJudgeDraft(seen: readonly Seen[], idempotencyKey: string): JudgeDraft {
  return { area: '', label: '', seen, ...emptyEvidence, reason: '', idempotencyKey };
}

export function readJudgeDraft(kept: unknown): JudgeDraft | null {
  return readReasoned(kept, (given) => ({
    area: readText(given, 'area'),
    label: readText(given, 'label'),
    seen: readSeen(given.seen),
    ...readEvidenceDraft(given),
  }));
}

export function checkJudgeDraft(draft: JudgeDraft): FormProblems<JudgeField> {
  return {
    ...checkEvidence(draft),
    ...checkReason(draft),
    ...(!isGiven(draft.area) && { area: 'Say what was judged.' }),
    ...(!isGiven(draft.label) && { label: 'Copy the grade as it is printed.' }),
  };
}

/** The field of the form for one of the API; null where there is none. */
export function placeInJudgeForm(field: string): JudgeField | null {
  if (field === 'reason' || field === 'area' || field === 'label') return field;
  return placeOfEvidence(field);
}
