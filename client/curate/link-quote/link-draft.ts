import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import type { EvidenceBasis } from '../../../schema/records.ts';
import { isObject, type Picked, readPickedList } from '../form/picked.ts';

/** Capacities in which something is said; their words are those of the relationship's property `as`. */
const capacities = ['person', 'organisation', 'report'] as const;
export type Capacity = (typeof capacities)[number];

/** The quote that is linked: one that is there, at the version that was seen, or a new one. */
export type LinkedQuote =
  | { readonly kind: 'existing'; readonly quote: Picked; readonly version: number; readonly text: string }
  | { readonly kind: 'new' };

/** What is typed and picked in the form that links a quote. Texts are as typed, not trimmed. */
export interface LinkDraft {
  /** Of a new quote. */
  readonly text: string;
  readonly attributionAsPrinted: string;
  readonly speaker: readonly Picked[];
  readonly as: Capacity;
  readonly relayedBy: readonly Picked[];
  readonly about: readonly Picked[];
  readonly document: readonly Picked[];
  readonly locator: string;
  /** EDTF; empty where the document's date is meant. */
  readonly saidOn: string;
  readonly basis: EvidenceBasis;
  readonly explanation: string;
  readonly reason: string;
  /** The same for each try of one draft, so that a save whose answer was lost is not done twice. */
  readonly idempotencyKey: string;
}

type LinkField = 'text' | 'speaker' | 'document' | 'saidOn' | 'explanation' | 'reason' | 'about';
export type LinkProblems = Partial<Record<LinkField, string>>;

export function emptyLinkDraft(given: Partial<LinkDraft>, idempotencyKey: string): LinkDraft {
  return {
    text: '',
    attributionAsPrinted: '',
    speaker: [],
    as: 'person',
    relayedBy: [],
    about: [],
    document: [],
    locator: '',
    saidOn: '',
    basis: 'stated',
    explanation: '',
    reason: '',
    idempotencyKey,
    ...given,
  };
}

/** What must be mended before the draft can be saved; empty where nothing must. */
export function checkLinkDraft(draft: LinkDraft, { kind }: LinkedQuote): LinkProblems {
  const problems: LinkProblems = {};
  const isEmpty = (text: string) => text.trim() === '';
  if (kind === 'new' && isEmpty(draft.text)) problems.text = 'Copy the exact words here.';
  if (draft.speaker.length + draft.about.length + draft.relayedBy.length === 0)
    problems.speaker = 'Say who said it, or what it is about.';
  if (draft.document.length === 0 && draft.basis !== 'outside')
    problems.document = 'Choose the document that has these words.';
  if (!isEmpty(draft.saidOn) && !parsePartialDate(draft.saidOn.trim()))
    problems.saidOn = 'Write a date such as 2018-03-28, 2018-03, 2018 or 2018-03~ (about).';
  if (draft.basis !== 'stated' && isEmpty(draft.explanation))
    problems.explanation = 'Say why, or where it is known from.';
  if (isEmpty(draft.reason)) problems.reason = 'Say why: it stands in the history.';
  return problems;
}

/** The draft out of what the browser kept; null where it has not the shape. */
export function readLinkDraft(kept: unknown): LinkDraft | null {
  if (!isObject(kept)) return null;
  const text = (name: keyof LinkDraft): string => (typeof kept[name] === 'string' ? kept[name] : '');
  const one = (name: keyof LinkDraft) => readPickedList(kept[name]).slice(0, 1);
  const idempotencyKey = text('idempotencyKey');
  if (idempotencyKey === '') return null;
  return {
    text: text('text'),
    attributionAsPrinted: text('attributionAsPrinted'),
    speaker: one('speaker'),
    as: capacities.find((capacity) => capacity === kept.as) ?? 'person',
    relayedBy: one('relayedBy'),
    about: readPickedList(kept.about),
    document: one('document'),
    locator: text('locator'),
    saidOn: text('saidOn'),
    basis: (['stated', 'inferred', 'outside'] as const).find((basis) => basis === kept.basis) ?? 'stated',
    explanation: text('explanation'),
    reason: text('reason'),
    idempotencyKey,
  };
}

/** The capacity that goes with the type of a speaker. */
export function capacityOf(speaker: Picked | null): Capacity {
  if (speaker?.type === 'Organisation') return 'organisation';
  return speaker?.type === 'Document' ? 'report' : 'person';
}
