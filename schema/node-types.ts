import { printValue } from './print-value.ts';
import { type PropertyName, properties } from './properties.ts';
import type { PropertyKind, PropertyValue, ValueByKind } from './property-kinds.ts';

/** Values of a node's properties; a property that is missing is left out, never null. */
export type PropertyValues = {
  readonly [Name in PropertyName]?: ValueByKind[(typeof properties)[Name]['kind']];
};

/** Where the derived property `date` of a type comes from: the first of these that is there. */
type DateSource =
  | { readonly kind: 'own'; readonly property: PropertyName }
  | {
      readonly kind: 'far';
      readonly relationship: 'JUDGED' | 'FOUND' | 'RECOMMENDED' | 'QUOTED_IN' | 'STATED';
      readonly property: 'date' | 'publishedOn';
    };

interface NodeTypeRow {
  /** The list at the root of the API. */
  readonly plural: string;
  /** How it is called in the interface. */
  readonly words: { readonly one: string; readonly many: string };
  readonly says: string;
  /** Beside those that every node has: name, aliases, note, date. */
  readonly properties: readonly PropertyName[];
  readonly kinds?: readonly string[];
  readonly dateFrom: readonly DateSource[];
  /** Makes the name where the type has no title of its own; without it the name is given. */
  readonly title?: (values: PropertyValues) => string;
  /** How the canvas and the legend show it. */
  readonly look: { readonly shape: NodeShape; readonly tone: NodeTone };
}

export type NodeShape =
  | 'circle'
  | 'rounded-square'
  | 'hexagon'
  | 'diamond'
  | 'speech-mark'
  | 'page'
  | 'chip'
  | 'scroll'
  | 'triangle'
  | 'flag'
  | 'bar'
  | 'star';
export type NodeTone =
  | 'person'
  | 'organisation'
  | 'region'
  | 'inspection'
  | 'judgement'
  | 'framework'
  | 'quote'
  | 'finding'
  | 'recommendation'
  | 'measure'
  | 'event'
  | 'document';

const own = (property: PropertyName): DateSource => ({ kind: 'own', property });

/** The properties that a node of every type has. */
export const commonProperties = [
  'name',
  'aliases',
  'note',
  'date',
] as const satisfies readonly PropertyName[];

/** THE table of node types: stores, API, import checks, legend and canvas style follow it. */
export const nodeTypes = {
  Person: {
    plural: 'people',
    words: { one: 'person', many: 'people' },
    says: 'Someone who holds posts, leads inspections or is quoted.',
    properties: ['honorific'],
    dateFrom: [],
    look: { shape: 'circle', tone: 'person' },
  },
  Organisation: {
    plural: 'organisations',
    words: { one: 'organisation', many: 'organisations' },
    says: 'A body: inspectorate, inspected body, owner, authority, board or publisher.',
    properties: ['kind', 'officialNumber', 'numberScheme'],
    kinds: [
      'inspectorate',
      'inspected body',
      'provider',
      'owner',
      'local authority',
      'government department',
      'board',
      'advisory group',
      'publisher',
      'children’s home',
      'secure children’s home',
      'residential special school',
      'residential special school registered as a children’s home',
      'boarding school',
      'further education college',
      'residential family centre',
      'residential holiday scheme for disabled children',
      'secure training centre',
      'supported accommodation',
      'independent fostering agency',
      'voluntary adoption agency',
      'adoption support agency',
    ],
    dateFrom: [],
    look: { shape: 'rounded-square', tone: 'organisation' },
  },
  Region: {
    plural: 'regions',
    words: { one: 'region', many: 'regions' },
    says: 'A place: a country, a county, a constituency or a service area.',
    properties: ['kind', 'code'],
    kinds: [
      'country',
      'government region',
      'county',
      'local authority',
      'combined authority',
      'Ofsted region',
      'constituency',
      'Cafcass service area',
    ],
    dateFrom: [],
    look: { shape: 'hexagon', tone: 'region' },
  },
  Inspection: {
    plural: 'inspections',
    words: { one: 'inspection', many: 'inspections' },
    says: 'An inspection of one body or several; it may have no grade.',
    properties: [
      'kind',
      'isPilot',
      'startedOn',
      'endedOn',
      'publishedOn',
      'officialNumber',
      'numberScheme',
      'purpose',
      'evidenceConsidered',
    ],
    kinds: [
      'national',
      'service area',
      'experience of service users',
      'full',
      'standard',
      'short',
      'interim inspection',
      'monitoring inspection',
      'focused visit',
      'monitoring visit',
    ],
    // Publication comes first because sources nearly always give it, so that inspections compare like with like.
    dateFrom: [own('publishedOn'), own('endedOn'), own('startedOn')],
    look: { shape: 'diamond', tone: 'inspection' },
  },
  Judgement: {
    plural: 'judgements',
    words: { one: 'judgement', many: 'judgements' },
    says: 'What an inspection found on one area; one per inspection, area and grade.',
    properties: ['area', 'areaAsPrinted', 'label', 'grade', 'standing'],
    dateFrom: [{ kind: 'far', relationship: 'JUDGED', property: 'date' }],
    title: ({ areaAsPrinted, area, label }) =>
      `${areaAsPrinted ?? area ?? 'judgement'}: ${label ?? 'no grade'}`,
    look: { shape: 'chip', tone: 'judgement' },
  },
  Framework: {
    plural: 'frameworks',
    words: { one: 'framework', many: 'frameworks' },
    says: 'The rules that an inspection was carried out under.',
    properties: ['effectiveFrom', 'effectiveTo', 'elements'],
    dateFrom: [own('effectiveFrom')],
    look: { shape: 'scroll', tone: 'framework' },
  },
  Quote: {
    plural: 'quotes',
    words: { one: 'quote', many: 'quotes' },
    says: 'Verbatim words. Never edited: a correction is a new version with history.',
    properties: ['text', 'kind', 'saidOn', 'attributionAsPrinted'],
    kinds: ['direct', 'mixed'],
    dateFrom: [own('saidOn'), { kind: 'far', relationship: 'QUOTED_IN', property: 'publishedOn' }],
    title: ({ text }) => `“${firstWords(text ?? '', 60)}”`,
    look: { shape: 'speech-mark', tone: 'quote' },
  },
  Finding: {
    plural: 'findings',
    words: { one: 'finding', many: 'findings' },
    says: 'Something that an inspection found, in our summary.',
    properties: ['text', 'polarity', 'area'],
    dateFrom: [{ kind: 'far', relationship: 'FOUND', property: 'date' }],
    title: ({ text }) => firstWords(text ?? '', 80),
    look: { shape: 'triangle', tone: 'finding' },
  },
  Recommendation: {
    plural: 'recommendations',
    words: { one: 'recommendation', many: 'recommendations' },
    says: 'Something that an inspection asked for.',
    properties: ['text', 'due'],
    dateFrom: [{ kind: 'far', relationship: 'RECOMMENDED', property: 'date' }],
    title: ({ text }) => firstWords(text ?? '', 80),
    look: { shape: 'flag', tone: 'recommendation' },
  },
  Measure: {
    plural: 'measures',
    words: { one: 'measure', many: 'measures' },
    says: 'A number that a document states.',
    properties: ['metric', 'value', 'unit', 'period', 'bound', 'isEstimate', 'percent', 'asPrinted'],
    dateFrom: [own('period'), { kind: 'far', relationship: 'STATED', property: 'publishedOn' }],
    title: measureTitle,
    look: { shape: 'bar', tone: 'measure' },
  },
  Event: {
    plural: 'events',
    words: { one: 'event', many: 'events' },
    says: 'What happened beside inspections: announced, consulted, took over.',
    properties: ['kind', 'on', 'text'],
    dateFrom: [own('on')],
    title: ({ kind, on }) => (on ? `${kind ?? 'event'}, ${printValue(on)}` : (kind ?? 'event')),
    look: { shape: 'star', tone: 'event' },
  },
  Document: {
    plural: 'documents',
    words: { one: 'document', many: 'documents' },
    says: 'Where facts come from: a report, a letter, an article, official statistics.',
    properties: [
      'kind',
      'standing',
      'publishedOn',
      'sourceUrl',
      'archiveUrl',
      'licence',
      'attribution',
      'sha256',
      'language',
    ],
    kinds: ['news article', 'press release', 'report', 'letter', 'official statistics'],
    dateFrom: [own('publishedOn')],
    look: { shape: 'page', tone: 'document' },
  },
} as const satisfies Record<string, NodeTypeRow>;

export type NodeType = keyof typeof nodeTypes;

export const nodeTypeNames = Object.keys(nodeTypes) as readonly NodeType[];

/** The row of a type, with the optional columns visible to the compiler. */
export function nodeTypeRow(type: NodeType): NodeTypeRow {
  return nodeTypes[type];
}

/** Every property that a node of this type may have, the common ones first. */
export function propertiesOf(type: NodeType): readonly PropertyName[] {
  return [...commonProperties, ...nodeTypes[type].properties];
}

export function kindOf(property: PropertyName): PropertyKind {
  return properties[property].kind;
}

/** The name that a node of this type bears: made by its row's `title`, or the one that was given. */
export function titleOf(type: NodeType, values: PropertyValues): string {
  return nodeTypeRow(type).title?.(values) ?? values.name ?? '';
}

/** The text, cut at a word and marked with “…” where it is longer than `limit` characters. */
function firstWords(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:.–-]+$/u, '')} …`;
}

function measureTitle({ metric, value, unit, bound, isEstimate, asPrinted }: PropertyValues): string {
  const qualifier = [isEstimate ? 'about' : '', bound && bound !== 'exactly' ? bound : ''];
  const number = asPrinted ?? [...qualifier, printNumber(value), unit ?? ''].filter(Boolean).join(' ');
  return `${metric ?? 'measure'}: ${number}`;
}

function printNumber(value: PropertyValue | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 3 }) : '';
}
