import { type NodeType, nodeTypeNames } from './node-types.ts';
import type { RelationshipPropertyName, relationshipProperties } from './properties.ts';
import type { ValueByKind } from './property-kinds.ts';
import { sayTitle } from './say-title.ts';

/** Values of a relationship's properties; a property that is missing is left out, never null. */
export type RelationshipPropertyValues = {
  readonly [Name in RelationshipPropertyName]?: ValueByKind[(typeof relationshipProperties)[Name]['kind']];
};

interface RelationshipTypeRow {
  readonly from: readonly NodeType[];
  readonly to: readonly NodeType[];
  /** In words, read from its start and from its end. */
  readonly says: { readonly forward: string; readonly backward: string };
  /** Beside those that every relationship may have: from, to, attestedOn. */
  readonly properties: readonly RelationshipPropertyName[];
  /** The GraphQL fields at either end. */
  readonly fieldAtStart: string;
  readonly fieldAtEnd: string;
  /** True where the end has one such relationship only; the store refuses a second. */
  readonly oneAtEnd?: true;
}

const subjects = ['Person', 'Organisation', 'Region', 'Inspection', 'Framework'] as const;
const parties = ['Person', 'Organisation', 'Document'] as const;

/** The properties that every relationship may have: the time for which it held. */
const commonRelationshipProperties = [
  'from',
  'to',
  'attestedOn',
] as const satisfies readonly RelationshipPropertyName[];

/** THE table of relationship types: stores, API, import checks and legend follow it. */
export const relationshipTypes = {
  HOLDS_POST: {
    from: ['Person'],
    to: ['Organisation'],
    says: { forward: 'held a post at', backward: 'had in post' },
    properties: ['title', 'kind', 'interim'],
    fieldAtStart: 'posts',
    fieldAtEnd: 'postHolders',
  },
  PART_OF: {
    from: ['Organisation'],
    to: ['Organisation'],
    says: { forward: 'is part of', backward: 'has as a part' },
    properties: [],
    fieldAtStart: 'partOf',
    fieldAtEnd: 'parts',
  },
  OWNED_BY: {
    from: ['Organisation'],
    to: ['Organisation'],
    says: { forward: 'is owned by', backward: 'owns' },
    properties: [],
    fieldAtStart: 'owners',
    fieldAtEnd: 'owns',
  },
  WITHIN: {
    from: ['Region'],
    to: ['Region'],
    says: { forward: 'is within', backward: 'contains' },
    properties: [],
    fieldAtStart: 'within',
    fieldAtEnd: 'contains',
  },
  LOCATED_IN: {
    from: ['Organisation'],
    to: ['Region'],
    says: { forward: 'is located in', backward: 'is the place of' },
    properties: [],
    fieldAtStart: 'locatedIn',
    fieldAtEnd: 'organisations',
  },
  SERVES: {
    from: ['Organisation'],
    to: ['Region'],
    says: { forward: 'serves', backward: 'is served by' },
    properties: [],
    fieldAtStart: 'serves',
    fieldAtEnd: 'servedBy',
  },
  SUCCEEDED_BY: {
    from: ['Organisation'],
    to: ['Organisation'],
    says: { forward: 'was succeeded by', backward: 'succeeded' },
    properties: ['kind'],
    fieldAtStart: 'successors',
    fieldAtEnd: 'predecessors',
  },
  CONDUCTED: {
    from: ['Organisation'],
    to: ['Inspection'],
    says: { forward: 'conducted', backward: 'was conducted by' },
    properties: [],
    fieldAtStart: 'conducted',
    fieldAtEnd: 'conductedBy',
  },
  LED: {
    from: ['Person'],
    to: ['Inspection'],
    says: { forward: 'led', backward: 'was led by' },
    properties: [],
    fieldAtStart: 'led',
    fieldAtEnd: 'ledBy',
  },
  INSPECTED: {
    from: ['Inspection'],
    to: ['Organisation'],
    says: { forward: 'inspected', backward: 'was inspected in' },
    properties: [],
    fieldAtStart: 'inspected',
    fieldAtEnd: 'inspections',
  },
  COVERED: {
    from: ['Inspection'],
    to: ['Region'],
    says: { forward: 'covered', backward: 'was covered by' },
    properties: [],
    fieldAtStart: 'covered',
    fieldAtEnd: 'inspections',
  },
  CARRIED_OUT_UNDER: {
    from: ['Inspection'],
    to: ['Framework'],
    says: { forward: 'was carried out under', backward: 'governed' },
    properties: [],
    fieldAtStart: 'frameworks',
    fieldAtEnd: 'inspections',
  },
  FOLLOWED: {
    from: ['Inspection'],
    to: ['Inspection'],
    says: { forward: 'followed', backward: 'was followed by' },
    properties: [],
    fieldAtStart: 'followed',
    fieldAtEnd: 'followedBy',
  },
  JUDGED: {
    from: ['Inspection'],
    to: ['Judgement'],
    says: { forward: 'judged', backward: 'was judged by' },
    properties: [],
    fieldAtStart: 'judgements',
    fieldAtEnd: 'inspection',
    oneAtEnd: true,
  },
  FOUND: {
    from: ['Inspection'],
    to: ['Finding'],
    says: { forward: 'found', backward: 'was found by' },
    properties: [],
    fieldAtStart: 'findings',
    fieldAtEnd: 'inspection',
    oneAtEnd: true,
  },
  RECOMMENDED: {
    from: ['Inspection'],
    to: ['Recommendation'],
    says: { forward: 'recommended', backward: 'was recommended by' },
    properties: [],
    fieldAtStart: 'recommendations',
    fieldAtEnd: 'inspection',
    oneAtEnd: true,
  },
  STATED: {
    from: ['Document'],
    to: ['Measure'],
    says: { forward: 'stated', backward: 'was stated in' },
    properties: [],
    fieldAtStart: 'statedMeasures',
    fieldAtEnd: 'statedIn',
  },
  MEASURED: {
    from: ['Measure'],
    to: subjects,
    says: { forward: 'measured', backward: 'was measured by' },
    properties: [],
    fieldAtStart: 'subjects',
    fieldAtEnd: 'measures',
  },
  SAID: {
    from: parties,
    to: ['Quote', 'Measure', 'Event'],
    says: { forward: 'said', backward: 'was said by' },
    properties: ['as'],
    fieldAtStart: 'said',
    fieldAtEnd: 'speakers',
  },
  RELAYED_BY: {
    from: ['Quote', 'Finding'],
    to: parties,
    says: { forward: 'was relayed by', backward: 'relayed' },
    properties: [],
    fieldAtStart: 'relayedBy',
    fieldAtEnd: 'relayed',
  },
  ABOUT: {
    from: ['Quote'],
    to: ['Judgement', ...subjects],
    says: { forward: 'is about', backward: 'is the subject of' },
    properties: [],
    fieldAtStart: 'about',
    fieldAtEnd: 'quotesAbout',
  },
  QUOTED_IN: {
    from: ['Quote'],
    to: ['Document'],
    says: { forward: 'is quoted in', backward: 'quotes' },
    properties: ['locator'],
    fieldAtStart: 'quotedIn',
    fieldAtEnd: 'quotes',
  },
  PUBLISHED: {
    from: ['Organisation'],
    to: ['Document'],
    says: { forward: 'published', backward: 'was published by' },
    properties: [],
    fieldAtStart: 'published',
    fieldAtEnd: 'publishers',
  },
  REPORTS_ON: {
    from: ['Document'],
    to: ['Inspection', 'Framework'],
    says: { forward: 'reports on', backward: 'is reported in' },
    properties: [],
    fieldAtStart: 'reportsOn',
    fieldAtEnd: 'reportedIn',
  },
  CONSULTED: {
    from: ['Inspection'],
    to: ['Organisation', 'Person'],
    says: { forward: 'consulted', backward: 'was consulted in' },
    properties: [],
    fieldAtStart: 'consulted',
    fieldAtEnd: 'consultedIn',
  },
  INVOLVED: {
    from: ['Event'],
    to: subjects,
    says: { forward: 'involved', backward: 'was involved in' },
    properties: ['as'],
    fieldAtStart: 'involved',
    fieldAtEnd: 'events',
  },
} as const satisfies Record<string, RelationshipTypeRow>;

export type RelationshipType = keyof typeof relationshipTypes;

export const relationshipTypeNames = Object.keys(relationshipTypes) as readonly RelationshipType[];

/** `out` looks from the start of a relationship to its end, `in` from its end to its start. */
export type Direction = 'out' | 'in';

/** The row of a type, with the optional columns visible to the compiler. */
export function relationshipTypeRow(type: RelationshipType): RelationshipTypeRow {
  return relationshipTypes[type];
}

/** Every property that a relationship of this type may have, the common ones first. */
export function relationshipPropertiesOf(type: RelationshipType): readonly RelationshipPropertyName[] {
  return [...commonRelationshipProperties, ...relationshipTypes[type].properties];
}

/** One field of the API that follows a relationship: which type, which way, to which node types. */
export interface RelationshipField {
  readonly field: string;
  readonly relationship: RelationshipType;
  readonly direction: Direction;
  readonly farTypes: readonly NodeType[];
  /** True where a node has at most one, so that the field is a node and not a connection. */
  readonly single: boolean;
}

/** The relationship fields of a node type, in the order of the table. */
export function relationshipFieldsOf(type: NodeType): readonly RelationshipField[] {
  return relationshipTypeNames.flatMap((relationship) => {
    const row = relationshipTypeRow(relationship);
    const fields: RelationshipField[] = [];
    if (row.from.includes(type))
      fields.push({
        field: row.fieldAtStart,
        relationship,
        direction: 'out',
        farTypes: row.to,
        single: false,
      });
    if (row.to.includes(type)) {
      const single = row.oneAtEnd === true;
      fields.push({ field: row.fieldAtEnd, relationship, direction: 'in', farTypes: row.from, single });
    }
    return fields;
  });
}

/**
 * The relationship in words, read in a direction: “was chief executive of” for a post, the row's words
 * otherwise.
 */
export function sayRelationship(
  type: RelationshipType,
  direction: Direction,
  values: RelationshipPropertyValues,
): string {
  if (type === 'HOLDS_POST' && values.title) {
    const title = sayTitle(values.title);
    return direction === 'out' ? `was ${title} of` : `had as ${title}`;
  }
  const { says } = relationshipTypes[type];
  return direction === 'out' ? says.forward : says.backward;
}

/** Whether the table lets a relationship of this type join these node types. */
export function mayJoin(type: RelationshipType, from: NodeType, to: NodeType): boolean {
  const row = relationshipTypeRow(type);
  return row.from.includes(from) && row.to.includes(to);
}

/** Node types that the relationship type can reach in a direction. */
export function farTypesOf(type: RelationshipType, direction: Direction): readonly NodeType[] {
  const row = relationshipTypeRow(type);
  return nodeTypeNames.filter((name) => (direction === 'out' ? row.to : row.from).includes(name));
}
