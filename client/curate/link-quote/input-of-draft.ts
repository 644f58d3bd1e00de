import type { LinkQuoteInput } from '../../api/curating/link-quote.ts';
import type { LinkDraft, LinkedQuote } from './link-draft.ts';

/** The draft as the API takes it; what was left empty is left out. */
export function inputOfDraft(draft: LinkDraft, of: LinkedQuote): LinkQuoteInput {
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  const [speaker = null] = draft.speaker;
  return {
    ...(of.kind === 'existing'
      ? { quote: of.quote.id, expectedVersion: of.version }
      : {
          newQuote: {
            text: draft.text.trim(),
            kind: 'direct',
            attributionAsPrinted: given(draft.attributionAsPrinted),
          },
        }),
    saidOn: given(draft.saidOn),
    speaker: speaker?.id ?? null,
    as: speaker ? draft.as : null,
    relayedBy: draft.relayedBy[0]?.id ?? null,
    about: draft.about.map(({ id }) => id),
    evidence: {
      document: draft.document[0]?.id ?? null,
      locator: given(draft.locator),
      basis: basisInApi[draft.basis],
      explanation: draft.basis === 'stated' ? null : given(draft.explanation),
    },
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  };
}

const basisInApi = { stated: 'STATED', inferred: 'INFERRED', outside: 'OUTSIDE' } as const;
