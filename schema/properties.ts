import type { PropertyKind } from './property-kinds.ts';

interface PropertyRow {
  readonly kind: PropertyKind;
  /** How it is called in the interface, where its name is not a word for a reader. */
  readonly label?: string;
  readonly says: string;
  /** How much a match in it counts in search; without it the property is not searched. */
  readonly searchWeight?: 1 | 2 | 3;
}

/**
 * Every property that a node may have. A name has one kind wherever it stands, so that one query over
 * several node types stays valid GraphQL, and one column or index serves them all.
 */
export const properties = {
  name: { kind: 'text', says: 'What the label shows.', searchWeight: 3 },
  aliases: {
    kind: 'texts',
    label: 'also called',
    says: 'Other names and spellings, former names among them.',
    searchWeight: 2,
  },
  note: { kind: 'longText', says: 'A remark of a curator, never a source.' },
  date: {
    kind: 'date',
    says: 'The date that places it in time, derived from its own dates or from what it belongs to.',
  },
  honorific: { kind: 'text', says: 'Title of a person, as “Sir” or “Dr”.' },
  kind: { kind: 'text', says: 'What sort it is, in a documented vocabulary that may grow.' },
  officialNumber: { kind: 'text', label: 'number', says: 'Number in an official register.', searchWeight: 2 },
  numberScheme: {
    kind: 'text',
    label: 'register',
    says: 'The register that the official number belongs to.',
  },
  code: { kind: 'text', says: 'Code of a region in its register.', searchWeight: 1 },
  isPilot: {
    kind: 'boolean',
    label: 'pilot',
    says: 'Whether an inspection tried out a new way of inspecting.',
  },
  startedOn: { kind: 'date', label: 'began', says: 'First day of an inspection.' },
  endedOn: { kind: 'date', label: 'ended', says: 'Last day of an inspection.' },
  publishedOn: { kind: 'date', label: 'published', says: 'Day of publication.' },
  purpose: { kind: 'longText', says: 'What an inspection set out to examine.' },
  evidenceConsidered: { kind: 'texts', label: 'evidence seen', says: 'What the inspectors looked at.' },
  area: { kind: 'text', says: 'Key of what was judged or found on, the same for all printed forms.' },
  areaAsPrinted: { kind: 'text', label: 'as printed', says: 'The area in the words of the source.' },
  label: { kind: 'text', says: 'The grade in the words of the source.' },
  grade: {
    kind: 'grade',
    says: 'Rank of the label on the scale of its time; absent where no scale lists it.',
  },
  standing: {
    kind: 'text',
    says: 'Of a document: primary or secondary. Of a judgement: stands, also said or rejected.',
  },
  effectiveFrom: { kind: 'date', label: 'in force from', says: 'First day on which a framework held.' },
  effectiveTo: { kind: 'date', label: 'in force until', says: 'Last day on which a framework held.' },
  elements: { kind: 'texts', label: 'lays down', says: 'What a framework lays down.' },
  text: {
    kind: 'longText',
    says: 'Verbatim words of a quote, or our summary of a finding.',
    searchWeight: 1,
  },
  saidOn: { kind: 'date', label: 'said', says: 'Day on which a quote was said.' },
  attributionAsPrinted: { kind: 'text', label: 'attributed to', says: 'How the source names the speaker.' },
  polarity: { kind: 'text', says: 'Whether a finding is a strength, a weakness or mixed.' },
  due: { kind: 'dateOrDuration', says: 'When a recommendation is due: EDTF, or an ISO 8601 duration.' },
  metric: { kind: 'text', says: 'What a measure counts.' },
  value: { kind: 'number', says: 'The number of a measure, in its unit.' },
  unit: { kind: 'text', says: 'Unit of the value, as “children” or “GBP”.' },
  period: { kind: 'date', says: 'The time that a measure is about.' },
  bound: { kind: 'text', says: 'How the value bounds the truth: exactly, over or up to.' },
  isEstimate: {
    kind: 'boolean',
    label: 'estimate',
    says: 'Whether the source calls the number an estimate.',
  },
  percent: { kind: 'number', says: 'The same measure as a percentage, where the source gives both.' },
  asPrinted: { kind: 'text', label: 'as printed', says: 'The number in the words of the source.' },
  on: { kind: 'date', label: 'when', says: 'Day of an event.' },
  sourceUrl: { kind: 'link', label: 'published at', says: 'Where the document was published.' },
  archiveUrl: { kind: 'link', label: 'archived at', says: 'A lasting copy of the document.' },
  licence: { kind: 'text', says: 'Licence of the document.' },
  attribution: { kind: 'text', says: 'Words that the licence wants shown.' },
  sha256: { kind: 'text', label: 'SHA-256', says: 'Hash of the document file, in hexadecimal.' },
  language: { kind: 'text', says: 'Language of the document, as a BCP 47 tag.' },
} as const satisfies Record<string, PropertyRow>;

/** Every property that a relationship may have; a name shared with a node's property has the same kind. */
export const relationshipProperties = {
  title: { kind: 'text', says: 'Title of the post, as printed.' },
  kind: { kind: 'text', says: 'What sort it is, in a documented vocabulary that may grow.' },
  interim: { kind: 'boolean', says: 'Whether the post was held for the time being.' },
  from: { kind: 'date', says: 'First day on which it held.' },
  to: { kind: 'date', label: 'until', says: 'Last day on which it held.' },
  attestedOn: { kind: 'dates', label: 'attested', says: 'Days on which a source shows that it held.' },
  as: { kind: 'text', says: 'In what capacity: person, report, organisation; or who, what, after.' },
  locator: { kind: 'text', says: 'Where in the document: paragraph, page or row.' },
} as const satisfies Record<string, PropertyRow>;

export type PropertyName = keyof typeof properties;
export type RelationshipPropertyName = keyof typeof relationshipProperties;

export const propertyNames = Object.keys(properties) as readonly PropertyName[];
export const relationshipPropertyNames = Object.keys(
  relationshipProperties,
) as readonly RelationshipPropertyName[];

/** The row of a property, with the optional columns visible to the compiler. */
export function propertyRow(name: PropertyName): PropertyRow {
  return properties[name];
}

/** How a property of a node or a relationship is called in the interface: “also called”, “in force from”, “kind”. */
export function labelProperty(name: string): string {
  const rows: Readonly<Record<string, PropertyRow>> = { ...relationshipProperties, ...properties };
  return rows[name]?.label ?? name;
}
