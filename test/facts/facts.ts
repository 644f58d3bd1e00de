import { readFileSync } from 'node:fs';

/** A source as the facts give it: a place in a document, or where the fact is known from. */
export interface Source {
  readonly document?: string;
  readonly paragraph?: number;
  readonly paragraphs?: readonly number[];
  readonly row?: string;
  readonly basis?: string;
  readonly reason?: string;
  readonly from?: string;
}

export interface Link {
  readonly to: string;
  readonly sources: readonly Source[];
}

/** One value of a list: it is under `name`, `text` or `date`. */
export interface Member {
  readonly name?: string;
  readonly text?: string;
  readonly date?: string;
  readonly sources: readonly Source[];
}

interface FactStatement {
  readonly property: string;
  readonly value: string;
  readonly sources: readonly Source[];
}

/** Any record of the facts. Values that are no list and no link are text, numbers or booleans. */
export interface Fact {
  readonly id: string;
  readonly sources: readonly Source[];
  readonly statements?: readonly FactStatement[];
  readonly note?: string;
  readonly aliases?: readonly Member[];
  readonly elements?: readonly Member[];
  readonly evidenceConsidered?: readonly Member[];
  readonly attestedOn?: readonly Member[];
  readonly publisher?: Link;
  readonly reportsOn?: readonly Link[];
  readonly serves?: readonly Link[];
  readonly partOf?: Link;
  readonly within?: Link;
  readonly covers?: readonly Link[];
  readonly under?: Link;
  readonly inspected?: Link;
  readonly conductedBy?: Link;
  readonly follows?: Link;
  readonly consulted?: readonly Link[];
  readonly judgements?: readonly Fact[];
  readonly findings?: readonly Fact[];
  readonly recommendations?: readonly Fact[];
  readonly [field: string]: unknown;
}

export interface Facts {
  readonly documents: readonly Fact[];
  readonly people: readonly Fact[];
  readonly organisations: readonly Fact[];
  readonly posts: readonly Fact[];
  readonly regions: readonly Fact[];
  readonly frameworks: readonly Fact[];
  readonly inspections: readonly Fact[];
  readonly quotes: readonly Fact[];
  readonly measures: readonly Fact[];
  readonly events: readonly Fact[];
}

export function readFacts(): Facts {
  return JSON.parse(readFileSync(new URL('../fixtures/cafcass.json', import.meta.url), 'utf8'));
}

/** The records of each node type; posts are relationships and not among them. */
export function factsByType(facts: Facts) {
  const within = (list: (inspection: Fact) => readonly Fact[] | undefined) =>
    facts.inspections.flatMap((inspection) => list(inspection) ?? []);
  return {
    Document: facts.documents,
    Person: facts.people,
    Organisation: facts.organisations,
    Region: facts.regions,
    Framework: facts.frameworks,
    Inspection: facts.inspections,
    Judgement: within(({ judgements }) => judgements),
    Finding: within(({ findings }) => findings),
    Recommendation: within(({ recommendations }) => recommendations),
    Quote: facts.quotes,
    Measure: facts.measures,
    Event: facts.events,
  };
}

/** How many sources stand anywhere in the facts, however deep. */
export function countSources(input: unknown): number {
  if (typeof input !== 'object' || input === null) return 0;
  const counts = Object.entries(input).map(([field, value]) =>
    field === 'sources' && Array.isArray(value) ? value.length : countSources(value),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The place of a source as evidence words it. */
export function locatorOf({ paragraph, paragraphs, row }: Source): string | null {
  if (paragraph !== undefined) return `paragraph ${paragraph}`;
  if (paragraphs) return `paragraphs ${paragraphs.join(', ')}`;
  return row === undefined ? null : `row ${row}`;
}
