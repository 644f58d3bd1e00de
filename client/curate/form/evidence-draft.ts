import type { EvidenceBasis } from '../../../schema/records.ts';
import { evidenceBases } from '../../../schema/records.ts';
import type { EvidenceInput } from '../../api/curating/evidence-input.ts';
import { isGiven, readText } from './draft-text.ts';
import { type Picked, readPickedList } from './picked.ts';

/** What a fact rests on, as it is typed; a part of the draft of each form that takes evidence. */
export interface EvidenceDraft {
  /** One document, or none yet. */
  readonly document: readonly Picked[];
  readonly locator: string;
  /** The exact words of the document. */
  readonly words: string;
  readonly basis: EvidenceBasis;
  readonly explanation: string;
}

export type EvidenceField = 'document' | 'words' | 'explanation' | 'locator';
export type EvidenceProblems = Partial<Record<EvidenceField, string>>;

export const emptyEvidence: EvidenceDraft = {
  document: [],
  locator: '',
  words: '',
  basis: 'stated',
  explanation: '',
};

/** Whether anything of a piece of evidence was given. */
export function isEvidenceGiven({ document, locator, words, basis, explanation }: EvidenceDraft): boolean {
  return document.length > 0 || basis !== 'stated' || [locator, words, explanation].some(isGiven);
}

/** What must be mended of evidence that is needed, or that was begun. */
export function checkEvidence(draft: EvidenceDraft): EvidenceProblems {
  const problems: EvidenceProblems = {};
  if (draft.document.length === 0 && draft.basis !== 'outside')
    problems.document = 'Choose the document that says so.';
  if (draft.basis !== 'stated' && !isGiven(draft.explanation))
    problems.explanation = 'Say why, or where it is known from.';
  return problems;
}

/** The evidence out of a kept draft; each part that is none is left out. */
export function readEvidenceDraft(kept: Readonly<Record<string, unknown>>): EvidenceDraft {
  return {
    document: readPickedList(kept.document).slice(0, 1),
    locator: readText(kept, 'locator'),
    words: readText(kept, 'words'),
    basis: evidenceBases.find((basis) => basis === kept.basis) ?? 'stated',
    explanation: readText(kept, 'explanation'),
  };
}

/** The field of the form for a problem of the API with the evidence; null for one with anything else. */
export function placeOfEvidence(field: string): EvidenceField | null {
  const [root, part = 'document'] = field.replace(/\.\d+(?=\.|$)/, '').split('.');
  if (root !== 'evidence') return null;
  return (
    (['document', 'words', 'explanation', 'locator'] as const).find((name) => name === part) ?? 'document'
  );
}

const basisInApi = { stated: 'STATED', inferred: 'INFERRED', outside: 'OUTSIDE' } as const;

/** The evidence as the API takes it; what was left empty is left out. */
export function inputOfEvidence(draft: EvidenceDraft): EvidenceInput {
  const given = (text: string) => (isGiven(text) ? text.trim() : null);
  return {
    document: draft.document[0]?.id ?? null,
    locator: given(draft.locator),
    words: given(draft.words),
    basis: basisInApi[draft.basis],
    explanation: draft.basis === 'stated' ? null : given(draft.explanation),
  };
}
