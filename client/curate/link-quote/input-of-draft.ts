import type { LinkQuoteInput } from '../../api/curating/link-quote.ts';
import { isGiven } from '../form/draft-text.ts';
import { inputOfEvidence } from '../form/evidence-draft.ts';
import type { LinkDraft, LinkedQuote } from './link-draft.ts';

/** The draft as the API takes it; what was left empty is left out. */
export function inputOfDraft(draft: LinkDraft, of: LinkedQuote): LinkQuoteInput {
  const given = (text: string) => (isGiven(text) ? text.trim() : null);
  const [speaker = null] = draft.speaker;
  return {
    ...(of.kind === 'existing'
      ? { quote: of.quote.id, expectedVersion: of.version }
      : {
          newQuote: {
            text: draft.text.trim(),
            kind: 'direct',
            attributionAsPrinted: given(draft.attributionAsPrinted),
            seen: [...draft.seen],
          },
        }),
    saidOn: given(draft.saidOn),
    speaker: speaker?.id ?? null,
    as: speaker ? draft.as : null,
    relayedBy: draft.relayedBy[0]?.id ?? null,
    about: draft.about.map(({ id }) => id),
    evidence: inputOfEvidence(draft),
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  };
}
