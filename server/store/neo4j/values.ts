import { searchTokens } from '../../../schema/fold-text.ts';
import type { Grade } from '../../../schema/grade-scales.ts';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypes, type PropertyValues, propertiesOf } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import {
  type PropertyName,
  properties,
  propertyRow,
  type RelationshipPropertyName,
  relationshipProperties,
} from '../../../schema/properties.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import type { Evidence, GraphNode, GraphRelationship, Statement } from '../../../schema/records.ts';
import {
  type RelationshipPropertyValues,
  type RelationshipType,
  relationshipPropertiesOf,
} from '../../../schema/relationship-types.ts';
import { textKey } from './text-key.ts';

/** The properties of a node or relationship in Neo4j, as the driver brings them; a missing one may be null. */
export type Row = Readonly<Record<string, unknown>>;

type Column = { readonly suffix: string; readonly of: (value: PropertyValue) => unknown };

const plain: Column = { suffix: '', of: (value) => value };
const folded: Column = { suffix: '_key', of: (value) => textKey(value as string) };
const dateColumn = (suffix: string, field: keyof PartialDate): Column => ({
  suffix,
  of: (value) => (value as PartialDate)[field],
});
const datesColumn = (suffix: string, field: keyof PartialDate): Column => ({
  suffix,
  of: (value) => (value as readonly PartialDate[]).map((date) => date[field]),
});
const gradeColumn = (suffix: string, field: keyof Grade): Column => ({
  suffix,
  of: (value) => (value as Grade)[field],
});

/** How a value of each kind is laid out in properties: what is read back, and what only filters and orders use. */
const layouts: Record<PropertyKind, { readonly read: readonly Column[]; readonly keys: readonly Column[] }> =
  {
    text: { read: [plain], keys: [folded] },
    longText: { read: [plain], keys: [folded] },
    link: { read: [plain], keys: [folded] },
    dateOrDuration: { read: [plain], keys: [folded] },
    number: { read: [plain], keys: [] },
    boolean: { read: [plain], keys: [] },
    texts: {
      read: [plain],
      keys: [{ suffix: '_key', of: (value) => (value as readonly string[]).map(textKey) }],
    },
    date: {
      read: [dateColumn('', 'edtf'), dateColumn('_earliest', 'earliest'), dateColumn('_latest', 'latest')],
      keys: [],
    },
    dates: {
      read: [datesColumn('', 'edtf'), datesColumn('_earliest', 'earliest'), datesColumn('_latest', 'latest')],
      keys: [],
    },
    grade: {
      read: [gradeColumn('_scale', 'scale'), gradeColumn('_rank', 'rank'), gradeColumn('_of', 'of')],
      keys: [],
    },
  };

/** The kind of a property of a node or of a relationship. */
export type KindOf = (property: string) => PropertyKind;
export const kindOnNode: KindOf = (property) => properties[property as PropertyName].kind;
export const kindOnRelationship: KindOf = (property) =>
  relationshipProperties[property as RelationshipPropertyName].kind;

/** Names of the properties in Neo4j from which a value of ours is read back. */
export function columnsToRead(property: string, kind: PropertyKind): readonly string[] {
  return layouts[kind].read.map(({ suffix }) => property + suffix);
}

/** Names of all properties that a node of a type, or a relationship, may have in Neo4j. */
export function nodeColumns(type: NodeType): readonly string[] {
  return keep(nodeColumnsOf, type, () => [
    ...columnsToWrite(propertiesOf(type), kindOnNode),
    ...commonColumns,
    'search_tokens',
  ]);
}

export function relationshipColumns(type: RelationshipType): readonly string[] {
  return keep(relationshipColumnsOf, type, () => [
    ...columnsToWrite(relationshipPropertiesOf(type), kindOnRelationship),
    ...commonColumns,
  ]);
}

const commonColumns = ['id', 'version', 'disputed', 'isDisputed'];
const nodeColumnsOf = new Map<NodeType, readonly string[]>();
const relationshipColumnsOf = new Map<RelationshipType, readonly string[]>();

function keep<Key>(kept: Map<Key, readonly string[]>, key: Key, make: () => readonly string[]) {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}

function columnsToWrite(names: readonly string[], kindOf: KindOf): readonly string[] {
  return names.flatMap((name) => {
    const { read, keys } = layouts[kindOf(name)];
    return [...read, ...keys].map(({ suffix }) => name + suffix);
  });
}

/** The token by which search finds nodes of a type; no word of a user can hold its colon. */
export function typeToken(type: NodeType): string {
  return `:${type}`;
}

/** Everything that a node has in Neo4j beside its labels. */
export function nodeToRow(node: GraphNode): Row {
  return {
    ...valuesToRow(node.properties, kindOnNode),
    id: node.id,
    version: node.version,
    disputed: node.disputed,
    isDisputed: node.disputed.length > 0,
    search_tokens: [typeToken(node.type), ...searchedTokens(node)].join(' '),
  };
}

/** Everything that a relationship has in Neo4j beside its type and ends. */
export function relationshipToRow(relationship: GraphRelationship): Row {
  return {
    ...valuesToRow(relationship.properties, kindOnRelationship),
    id: relationship.id,
    version: relationship.version,
    disputed: relationship.disputed,
    isDisputed: relationship.disputed.length > 0,
  };
}

/** The words by which a node is found, each once. */
function searchedTokens({ type, properties: values }: GraphNode): readonly string[] {
  const tokens = new Set<string>();
  for (const property of propertiesOf(type)) {
    const value = values[property];
    if (value === undefined || propertyRow(property).searchWeight === undefined) continue;
    for (const text of [value].flat()) for (const token of searchTokens(String(text))) tokens.add(token);
  }
  return [...tokens];
}

/** The type among a node's labels; throws for a node that is none of ours. */
export function typeAmong(labels: readonly string[]): NodeType {
  const type = labels.find((label) => label in nodeTypes);
  if (!type) throw new TypeError(`no node type of ours is among the labels ${labels.join(', ')}`);
  return type as NodeType;
}

export function rowToNode(labels: readonly string[], row: Row): GraphNode {
  const type = typeAmong(labels);
  return {
    id: row.id as NodeId,
    type,
    version: row.version as number,
    disputed: row.disputed as readonly string[],
    properties: rowToValues(row, propertiesOf(type), kindOnNode) as PropertyValues & {
      readonly name: string;
    },
  };
}

export function rowToRelationship(
  type: RelationshipType,
  from: NodeId,
  to: NodeId,
  row: Row,
): GraphRelationship {
  return {
    id: row.id as RelationshipId,
    type,
    from,
    to,
    version: row.version as number,
    disputed: row.disputed as readonly string[],
    properties: rowToValues(
      row,
      relationshipPropertiesOf(type),
      kindOnRelationship,
    ) as RelationshipPropertyValues,
  };
}

/** Evidence and statements are written field by field; Neo4j leaves out what is null, and reading fills it in. */
export function rowToEvidence(row: Row): Evidence {
  const { id, of, document = null, basis, locator = null, words = null, explanation = null } = row;
  return { id, of, document, basis, locator, words, explanation } as Evidence;
}

export function rowToStatement(row: Row): Statement {
  const { id, of, property, value, standing, reason = null } = row;
  return { id, of, property, value, standing, reason } as Statement;
}

function valuesToRow(values: Readonly<Record<string, PropertyValue | undefined>>, kindOf: KindOf): Row {
  const row: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const { read, keys } = layouts[kindOf(property)];
    for (const { suffix, of } of [...read, ...keys]) row[property + suffix] = of(value);
  }
  return row;
}

function rowToValues(
  row: Row,
  names: readonly string[],
  kindOf: KindOf,
): Readonly<Record<string, PropertyValue>> {
  const values: Record<string, PropertyValue> = {};
  for (const name of names) {
    const value = readValue(row, name, kindOf(name));
    if (value !== null) values[name] = value;
  }
  return values;
}

function readValue(row: Row, name: string, kind: PropertyKind): PropertyValue | null {
  return valueOfColumns(
    kind,
    columnsToRead(name, kind).map((column) => row[column]),
  );
}

/** The value that the columns of `columnsToRead` come to, in their order; null where it is missing. */
export function valueOfColumns(kind: PropertyKind, columns: readonly unknown[]): PropertyValue | null {
  const [first, second, third] = columns;
  if (kind === 'grade') return second == null ? null : ({ scale: first, rank: second, of: third } as Grade);
  if (first == null) return null;
  if (kind === 'date') return { edtf: first, earliest: second, latest: third } as PartialDate;
  if (kind !== 'dates') return first as PropertyValue;
  const [earliest, latest] = [second as readonly string[], third as readonly string[]];
  return (first as readonly string[]).map((edtf, index) => ({
    edtf,
    earliest: earliest[index] ?? '',
    latest: latest[index] ?? '',
  }));
}
