import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
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
import { type Picked, readPickedList } from '../form/picked.ts';
import { readSeen } from '../save/seen.ts';

/** Capacities in which something is said; their words are those of the relationship's property `as`. */
const capacities = ['person', 'organisation', 'report'] as const;
export type Capacity = (typeof capacities)[number];

/** The quote that is linked: one that is there, at the version that was seen, or a new one. */
export type LinkedQuote =
  | { readonly kind: 'existing'; readonly quote: Picked; readonly version: number; readonly text: string }
  | { readonly kind: 'new' };

/** What is typed and picked in the form that links a quote. Texts are as typed, not trimmed. */
export interface LinkDraft extends EvidenceDraft, ReasonDraft {
  /** Of a new quote. */
  readonly text: string;
  readonly attributionAsPrinted: string;
  readonly speaker: readonly Picked[];
  readonly as: Capacity;
  readonly relayedBy: readonly Picked[];
  readonly about: readonly Picked[];
  /** EDTF; empty where the document's date is meant. */
  readonly saidOn: string;
  /** Quotes of the same words that the curator was told of. */
  readonly seen: readonly Seen[];
}

export type LinkField = EvidenceField | 'text' | 'speaker' | 'saidOn' | 'reason' | 'about' | 'relayedBy';
export type LinkProblems = Partial<Record<LinkField, string>>;

export function emptyLinkDraft(given: Partial<LinkDraft>, idempotencyKey: string): LinkDraft {
  return {
    text: '',
    attributionAsPrinted: '',
    speaker: [],
    as: 'person',
    relayedBy: [],
    about: [],
    saidOn: '',
    seen: [],
    ...emptyEvidence,
    reason: '',
    idempotencyKey,
    ...given,
  };
}

/** What must be mended before the draft can be saved; empty where nothing must. */
export function checkLinkDraft(draft: LinkDraft, { kind }: LinkedQuote): LinkProblems {
  const problems: LinkProblems = { ...checkEvidence(draft), ...checkReason(draft) };
  if (kind === 'new' && !isGiven(draft.text)) problems.text = 'Copy the exact words here.';
  if (draft.speaker.length + draft.about.length + draft.relayedBy.length === 0)
    problems.speaker = 'Say who said it, or what it is about.';
  if (isGiven(draft.saidOn) && !parsePartialDate(draft.saidOn.trim()))
    problems.saidOn = 'Write a date such as 2018-03-28, 2018-03, 2018 or 2018-03~ (about).';
  return problems;
}

/** The draft out of what the browser kept; null where it has not the shape. */
export function readLinkDraft(kept: unknown): LinkDraft | null {
  return readReasoned(kept, (given) => ({
    ...readEvidenceDraft(given),
    text: readText(given, 'text'),
    attributionAsPrinted: readText(given, 'attributionAsPrinted'),
    speaker: readPickedList(given.speaker).slice(0, 1),
    as: capacities.find((capacity) => capacity === given.as) ?? 'person',
    relayedBy: readPickedList(given.relayedBy).slice(0, 1),
    about: readPickedList(given.about),
    saidOn: readText(given, 'saidOn'),
    seen: readSeen(given.seen),
  }));
}

const placesInApi: Readonly<Record<string, LinkField>> = {
  'newQuote.text': 'text',
  speaker: 'speaker',
  saidOn: 'saidOn',
  about: 'about',
  relayedBy: 'relayedBy',
  reason: 'reason',
};

/** The field of the form for one of the API; null where there is none. */
export function placeInLinkForm(field: string): LinkField | null {
  return placesInApi[field.replace(/\.\d+$/, '')] ?? placeOfEvidence(field);
}

/** The capacity that goes with the type of a speaker. */
export function capacityOf(speaker: Picked | null): Capacity {
  if (speaker?.type === 'Organisation') return 'organisation';
  return speaker?.type === 'Document' ? 'report' : 'person';
}
