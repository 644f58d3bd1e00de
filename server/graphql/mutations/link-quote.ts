import { type LinkQuoteInput, linkQuote } from '../../edits/actions/link-quote.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import { builder } from '../builder.ts';
import { fail } from '../failures.ts';
import { readNodeId, readNodeIds } from '../plan/node-selections.ts';
import { nodeRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { type GivenSeen, readSeen, SeenRecordInputRef, sayOfSeen } from './inputs/seen-input.ts';

interface Given {
  readonly quote?: string | null;
  readonly expectedVersion?: number | null;
  readonly newQuote?: NewQuote | null;
  readonly saidOn?: string | null;
  readonly speaker?: string | null;
  readonly as?: string | null;
  readonly relayedBy?: string | null;
  readonly about?: readonly string[] | null;
  readonly evidence: EvidenceInput;
}

interface NewQuote {
  readonly text: string;
  readonly kind?: string | null;
  readonly attributionAsPrinted?: string | null;
  readonly seen?: readonly GivenSeen[] | null;
}

const ABOUT_LIMIT = 20;

/** Adds the mutation that links a quote to speaker, subject and document. */
export function addLinkQuote(): void {
  const newQuote = builder.inputRef<NewQuote>('NewQuoteInput');
  newQuote.implement({
    fields: (t) => ({
      text: t.string({ required: true, description: 'Verbatim words.' }),
      kind: t.string({ description: 'direct or mixed.' }),
      attributionAsPrinted: t.string({ description: 'How the source names the speaker.' }),
      seen: t.field({
        type: [SeenRecordInputRef],
        description: sayOfSeen('Quotes that begin with the same words'),
      }),
    }),
  });
  addMutation<Given>({
    name: 'linkQuote',
    says: 'Links a quote, new or there already, to its speaker, to what it is about and to its document: all of it or none.',
    input: (t) => ({
      quote: t.id({ description: 'A quote that is there; its words stay as they are.' }),
      expectedVersion: t.int({ description: 'The version of that quote that was seen.' }),
      newQuote: t.field({ type: newQuote, description: 'Instead of `quote`: one that is not there yet.' }),
      saidOn: t.string({ description: 'The day on which it was said, in EDTF.' }),
      speaker: t.id({ description: 'A person, an organisation or a document.' }),
      as: t.string({ description: 'In what capacity: person, report, organisation.' }),
      relayedBy: t.id({ description: 'Who passed it on.' }),
      about: t.idList({
        description: `What it is about: judgements, inspections, people …, at most ${ABOUT_LIMIT}.`,
      }),
      evidence: t.field({
        type: EvidenceInputRef,
        required: true,
        description: 'The document that quotes it, with the exact words and their place.',
      }),
    }),
    subject: { field: 'quote', type: nodeRef('Quote') },
    edit: (given) => linkQuote(readInput(given)),
  });
}

function readInput(given: Given): LinkQuoteInput {
  const { saidOn, speaker, as, relayedBy, about, evidence } = given;
  return {
    quote: readQuote(given),
    saidOn: saidOn ?? null,
    speaker: speaker ? readNodeId(speaker) : null,
    as: as ?? null,
    relayedBy: relayedBy ? readNodeId(relayedBy) : null,
    about: readNodeIds(about ?? [], ABOUT_LIMIT),
    evidence,
  };
}

function readQuote({ quote, expectedVersion, newQuote }: Given): LinkQuoteInput['quote'] {
  if (newQuote && !quote && typeof expectedVersion !== 'number') {
    const { text, kind, attributionAsPrinted, seen } = newQuote;
    return {
      kind: 'new',
      text,
      quoteKind: kind ?? null,
      attributionAsPrinted: attributionAsPrinted ?? null,
      seen: readSeen(seen),
    };
  }
  if (quote && !newQuote && typeof expectedVersion === 'number')
    return { kind: 'existing', id: readNodeId(quote), expectedVersion };
  return fail('BAD_ARGUMENT', 'Give `quote` with `expectedVersion`, or `newQuote`.');
}
