import type { RelationshipType } from '../../schema/relationship-types.ts';
import { type Fact, type Facts, factsByType, type Link, type Source } from './facts.ts';

/** A relationship that the facts call for, with the sources that it must rest on. */
export interface ExpectedLink {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly Source[];
  /** Whether the sources stand in the facts for this link alone, or are those of a record that it belongs to. */
  readonly hasOwnSources: boolean;
}

/** Every relationship of the facts, in the terms of the graph. */
export function expectedLinks(facts: Facts): ExpectedLink[] {
  const { Judgement: _judgements, ...types } = factsByType(facts);
  return [
    ...types.Document.flatMap((fact) => [
      ...backward('PUBLISHED', fact, fact.publisher),
      ...forward('REPORTS_ON', fact, fact.reportsOn),
    ]),
    ...types.Organisation.flatMap((fact) => [
      ...forward('SERVES', fact, fact.serves),
      ...forward('PART_OF', fact, fact.partOf),
    ]),
    ...types.Region.flatMap((fact) => forward('WITHIN', fact, fact.within)),
    ...facts.posts.map((post) => ({
      ...given('HOLDS_POST', post, post.person, post.organisation),
      hasOwnSources: true,
    })),
    ...types.Inspection.flatMap(linksOfInspection),
    ...types.Finding.flatMap((fact) => optional('RELAYED_BY', fact, fact.id, fact.relayedBy)),
    ...types.Quote.flatMap((fact) => [
      given('SAID', fact, fact.speaker, fact.id),
      given('ABOUT', fact, fact.id, fact.about),
      ...optional('RELAYED_BY', fact, fact.id, fact.relayedBy),
      ...fact.sources.map((source) => placed('QUOTED_IN', source, fact.id, source.document)),
    ]),
    ...types.Measure.flatMap((fact) => [
      given('MEASURED', fact, fact.id, fact.subject),
      ...optional('SAID', fact, fact.saidBy, fact.id),
      ...fact.sources.map((source) => placed('STATED', source, source.document, fact.id)),
    ]),
    ...types.Event.flatMap((fact) => [
      ...[fact.who, fact.what, fact.after].flatMap((end) => optional('INVOLVED', fact, fact.id, end)),
      ...optional('SAID', fact, fact.saidBy, fact.id),
    ]),
  ];
}

function linksOfInspection(fact: Fact): ExpectedLink[] {
  const holds = (type: RelationshipType, records: readonly Fact[] = []) =>
    records.map((record) => given(type, record, fact.id, record.id));
  return [
    ...forward('INSPECTED', fact, fact.inspected),
    ...backward('CONDUCTED', fact, fact.conductedBy),
    ...forward('COVERED', fact, fact.covers),
    ...forward('CARRIED_OUT_UNDER', fact, fact.under),
    ...forward('FOLLOWED', fact, fact.follows),
    ...forward('CONSULTED', fact, fact.consulted),
    ...holds('JUDGED', fact.judgements),
    ...holds('FOUND', fact.findings),
    ...holds('RECOMMENDED', fact.recommendations),
  ];
}

function forward(
  type: RelationshipType,
  { id }: Fact,
  links: Link | readonly Link[] | undefined,
): ExpectedLink[] {
  return listOf(links).map(({ to, sources }) => ({ type, from: id, to, sources, hasOwnSources: true }));
}

function backward(type: RelationshipType, { id }: Fact, link: Link | undefined): ExpectedLink[] {
  return listOf(link).map(({ to, sources }) => ({ type, from: to, to: id, sources, hasOwnSources: true }));
}

function given(type: RelationshipType, { sources }: Fact, from: unknown, to: unknown): ExpectedLink {
  return { type, from: String(from), to: String(to), sources, hasOwnSources: false };
}

function placed(type: RelationshipType, source: Source, from: unknown, to: unknown): ExpectedLink {
  return { type, from: String(from), to: String(to), sources: [source], hasOwnSources: false };
}

function optional(type: RelationshipType, fact: Fact, from: unknown, to: unknown): ExpectedLink[] {
  return from === undefined || to === undefined ? [] : [given(type, fact, from, to)];
}

function listOf(links: Link | readonly Link[] | undefined): readonly Link[] {
  if (links === undefined) return [];
  return 'to' in links ? [links] : links;
}
