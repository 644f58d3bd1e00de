import type { PropertyName, RelationshipPropertyName } from '../../../schema/properties.ts';
import {
  properties,
  propertyNames,
  relationshipProperties,
  relationshipPropertyNames,
} from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';

export const tables = ['node', 'relationship'] as const;
export type TableName = (typeof tables)[number];

/** A column that a property is kept in; the name is quoted where it is used, as `"to"` must be. */
export interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'REAL' | 'INTEGER';
}

/** The parts of a value, each a column: its own name for `value`, the name with the part behind it for others. */
export type ColumnPart = 'value' | 'key' | 'earliest' | 'latest' | 'rank';

/**
 * How a value of each kind is kept. Text: itself and its folded key. Dates: EDTF text and both bounds. A grade: its
 * scale and rank. Lists: JSON, of texts with a second list of their keys, of dates with their bounds inside.
 */
const partsByKind: Record<PropertyKind, Partial<Record<ColumnPart, Column['type']>>> = {
  text: { value: 'TEXT', key: 'TEXT' },
  longText: { value: 'TEXT', key: 'TEXT' },
  link: { value: 'TEXT', key: 'TEXT' },
  dateOrDuration: { value: 'TEXT', key: 'TEXT' },
  number: { value: 'REAL' },
  boolean: { value: 'INTEGER' },
  date: { value: 'TEXT', earliest: 'TEXT', latest: 'TEXT' },
  grade: { value: 'TEXT', rank: 'INTEGER' },
  texts: { value: 'TEXT', key: 'TEXT' },
  dates: { value: 'TEXT' },
};

const emptyByKind = new Map<string, readonly null[]>(
  Object.entries(partsByKind).map(([kind, parts]) => [kind, Object.values(parts).map(() => null)]),
);

/** What stands in the columns of a property that a record does not have. */
export function emptyValuesOf(kind: PropertyKind): readonly null[] {
  return emptyByKind.get(kind) ?? [];
}

/** The prefix keeps properties apart from the columns that every record has. */
export function columnOf(property: PropertyName | RelationshipPropertyName, part: ColumnPart): string {
  return part === 'value' ? `p_${property}` : `p_${property}_${part}`;
}

export function nodeKindOf(property: PropertyName): PropertyKind {
  return properties[property].kind;
}

export function relationshipKindOf(property: RelationshipPropertyName): PropertyKind {
  return relationshipProperties[property].kind;
}

/** The columns of one property, in the order in which `valuesOf` fills them. */
export function columnsOf(
  property: PropertyName | RelationshipPropertyName,
  kind: PropertyKind,
): readonly Column[] {
  return Object.entries(partsByKind[kind]).map(([part, type]) => ({
    name: columnOf(property, part as ColumnPart),
    type,
  }));
}

/** Every property column of a table, made from the tables in `schema/`. */
export function propertyColumnsOf(table: TableName): readonly Column[] {
  return table === 'node'
    ? propertyNames.flatMap((name) => columnsOf(name, nodeKindOf(name)))
    : relationshipPropertyNames.flatMap((name) => columnsOf(name, relationshipKindOf(name)));
}
