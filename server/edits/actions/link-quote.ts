import type { NodeId } from '../../../schema/ids.ts';
import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { parseNode } from '../../../schema/parse-record.ts';
import type { Evidence, GraphNode } from '../../../schema/records.ts';
import { mayJoin, type RelationshipType } from '../../../schema/relationship-types.ts';
import type { Asking } from '../asking.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { putRelationship } from '../drafts/put-relationship.ts';
import { type EvidenceInput, readEvidence } from '../drafts/read-evidence.ts';
import { addEvidence, moveEvidence, type NodeGroup } from '../drafts/record-groups.ts';
import { setProperty } from '../drafts/set-property.ts';
import { type Edit, type EditProblem, invalid, missing, refused, wrongType } from '../edit.ts';
import { findNamesakes, makeNodeId } from '../make-node-id.ts';
import { conflictAmong, type SeenRecord } from '../seen-records.ts';

export interface LinkQuoteInput {
  readonly quote:
    | { readonly kind: 'existing'; readonly id: NodeId; readonly expectedVersion: number }
    | {
        readonly kind: 'new';
        readonly text: string;
        readonly quoteKind: string | null;
        readonly attributionAsPrinted: string | null;
        /** Quotes of the same words that were seen; null asks nobody. */
        readonly seen: readonly SeenRecord[] | null;
      };
  /** EDTF. */
  readonly saidOn: string | null;
  readonly speaker: NodeId | null;
  /** In what capacity: person, report, organisation. */
  readonly as: string | null;
  readonly relayedBy: NodeId | null;
  readonly about: readonly NodeId[];
  readonly evidence: EvidenceInput;
}

/** A node that the quote is to be linked with, and how. */
interface Link {
  readonly field: string;
  readonly type: RelationshipType;
  readonly far: NodeId;
  /** True where the far node is the start. */
  readonly backward?: true;
  readonly properties?: { readonly as?: string; readonly locator?: string };
}

/**
 * Links a quote to its speaker, to who passed it on, to what it is about and to its document, as one change: all of
 * it or none. The quote is new, or there already; its words are never changed by this.
 */
export function* linkQuote(input: LinkQuoteInput): Edit {
  const known = new KnownGraph();
  const reading = yield* readEvidence(known, [input.evidence], 'evidence');
  const problems: EditProblem[] = reading.kind === 'problems' ? [...reading.problems] : [];
  const evidence = reading.kind === 'evidence' ? reading.evidence : [];
  const links = linksOf(input, evidence);
  if (links.length === 0) problems.push(invalid('speaker', 'Nothing is given to link the quote with.'));
  yield* known.readRecords(links.map(({ far }) => far));
  for (const link of links) problems.push(...checkLink(known, link));
  const quote = yield* readQuote(known, input, evidence);
  if (quote.kind === 'problems') return refused(...problems, ...quote.problems);
  if (problems.length > 0) return refused(...problems);
  const draft = new DraftBuilder(known);
  const { id } = quote.group.record;
  draft.put(quote.group);
  let changed = false;
  for (const { type, far, backward, properties = {} } of links) {
    const survivor = known.survivorOf(far);
    const [from, to] = backward ? [survivor, id] : [id, survivor];
    const put = yield* putRelationship(known, draft, { type, from, to, properties, evidence });
    changed = put.changed || changed;
  }
  // Whoever saw the quote without these links has seen another one.
  if (changed) draft.touch(id);
  return draft.result();
}

function linksOf(input: LinkQuoteInput, evidence: readonly Evidence[]): readonly Link[] {
  const { speaker, as, relayedBy, about } = input;
  const links: Link[] = [];
  if (speaker)
    links.push({
      field: 'speaker',
      type: 'SAID',
      far: speaker,
      backward: true,
      ...(as ? { properties: { as } } : {}),
    });
  if (relayedBy) links.push({ field: 'relayedBy', type: 'RELAYED_BY', far: relayedBy });
  for (const far of about) links.push({ field: 'about', type: 'ABOUT', far });
  for (const { document, locator } of evidence)
    if (document)
      links.push({
        field: 'evidence.document',
        type: 'QUOTED_IN',
        far: document,
        ...(locator ? { properties: { locator } } : {}),
      });
  return links;
}

function checkLink(known: KnownGraph, { field, type, far, backward }: Link): EditProblem[] {
  const node = known.node(far);
  if (!node) return [missing(field, far, 'node')];
  const farType = node.record.type;
  const joins = backward ? mayJoin(type, farType, 'Quote') : mayJoin(type, 'Quote', farType);
  return joins ? [] : [wrongType(field, far, farType)];
}

type QuoteRead =
  | { readonly kind: 'quote'; readonly group: NodeGroup }
  | { readonly kind: 'problems'; readonly problems: readonly EditProblem[] };

/** The quote with the evidence of its words, and the day on which they were said. */
function* readQuote(
  known: KnownGraph,
  input: LinkQuoteInput,
  evidence: readonly Evidence[],
): Asking<QuoteRead> {
  const { quote } = input;
  const found = quote.kind === 'new' ? yield* makeQuote(known, quote, input) : yield* findQuote(known, quote);
  if (found.kind === 'problems') return found;
  const own = evidence.map((piece) => moveEvidence(piece, found.group.record.id));
  const group = addEvidence(found.group, own);
  if (input.saidOn === null || quote.kind === 'new') return { kind: 'quote', group };
  const saidOn = parsePartialDate(input.saidOn);
  if (!saidOn) return refusedQuote(invalid('saidOn', `“${input.saidOn}” is not a date in EDTF, level 1.`));
  if (found.group.record.properties.saidOn?.edtf === saidOn.edtf) return { kind: 'quote', group };
  const set = setProperty(group, 'saidOn', saidOn, evidence);
  return set.kind === 'set'
    ? { kind: 'quote', group: set.group }
    : refusedQuote(invalid('saidOn', set.message));
}

function* findQuote(
  known: KnownGraph,
  { id, expectedVersion }: Extract<LinkQuoteInput['quote'], { kind: 'existing' }>,
): Asking<QuoteRead> {
  yield* known.readRecords([id]);
  const group = known.node(id);
  if (!group) return refusedQuote(missing('quote', id, 'quote'));
  if (group.record.type !== 'Quote') return refusedQuote(wrongType('quote', id, group.record.type));
  const conflict = conflictWith(group, id, expectedVersion);
  return conflict ? refusedQuote(conflict) : { kind: 'quote', group };
}

function* makeQuote(
  known: KnownGraph,
  { text, quoteKind, attributionAsPrinted, seen }: Extract<LinkQuoteInput['quote'], { kind: 'new' }>,
  { saidOn }: LinkQuoteInput,
): Asking<QuoteRead> {
  const given = { text, kind: quoteKind, attributionAsPrinted, saidOn };
  const properties = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const conflict = yield* conflictAmong(known, yield* findNamesakes(known, 'Quote', { text }), seen);
  if (conflict) return refusedQuote(conflict);
  const id = yield* makeNodeId('Quote', { text });
  const parsed = parseNode({ id, type: 'Quote', ...properties }, { file: '', record: id });
  if (parsed.kind === 'value')
    return { kind: 'quote', group: { record: parsed.value as GraphNode, evidence: [], statements: [] } };
  const problems = parsed.problems.map(({ field = 'text', message, code }) =>
    invalid(field === 'saidOn' ? field : `newQuote.${field}`, message, code),
  );
  return { kind: 'problems', problems };
}

function refusedQuote(problem: EditProblem): QuoteRead {
  return { kind: 'problems', problems: [problem] };
}
