import { foldText } from '../../../schema/fold-text.ts';
import { type GradeScaleKey, gradeScales } from '../../../schema/grade-scales.ts';
import type { NodeId, RelationshipId, StatementId, SupportedId } from '../../../schema/ids.ts';
import type { PropertyName, RelationshipPropertyName } from '../../../schema/properties.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import type { Evidence, GraphNode, GraphRelationship, Statement } from '../../../schema/records.ts';
import { columnOf, columnsOf, emptyValuesOf, nodeKindOf, relationshipKindOf } from './columns.ts';
import type { Row, SqlValue } from './connection.ts';

type AnyProperty = PropertyName | RelationshipPropertyName;

/** A value in its columns, in the order of `columnsOf`; nulls where it is missing. */
export function sqlValuesOf(kind: PropertyKind, value: PropertyValue | undefined): readonly SqlValue[] {
  if (value === undefined) return emptyValuesOf(kind);
  if (typeof value === 'string') return [value, foldText(value)];
  if (typeof value === 'number') return [value];
  if (typeof value === 'boolean') return [value ? 1 : 0];
  if ('edtf' in value) return [value.edtf, value.earliest, value.latest];
  if ('rank' in value) return [value.scale, value.rank];
  if (kind === 'dates') return [JSON.stringify(value)];
  return [
    JSON.stringify(value),
    JSON.stringify(value.map((member) => (typeof member === 'string' ? foldText(member) : member))),
  ];
}

/** The select list of a node: what every node has, the name, and these properties. `prefix` sets it apart in a join. */
export function selectNode(alias: string, prefix: string, properties: readonly PropertyName[]): string {
  const columns = unique<PropertyName>(['name', ...properties]).flatMap((name) =>
    shownColumnsOf(name, nodeKindOf(name)),
  );
  return selectList(alias, prefix, ['pk', 'id', 'type', 'version', 'disputed', ...columns]);
}

/** The select list of a relationship; the ids of its ends are the caller's to add, as `from_id` and `to_id`. */
export function selectRelationship(
  alias: string,
  prefix: string,
  properties: readonly RelationshipPropertyName[],
): string {
  const columns = unique(properties).flatMap((name) => shownColumnsOf(name, relationshipKindOf(name)));
  return selectList(alias, prefix, ['id', 'type', 'version', 'disputed', ...columns]);
}

/** The node of a row that `selectNode` made, with the same prefix and properties. */
export function nodeOf(row: Row, prefix: string, properties: readonly PropertyName[]): GraphNode {
  const { id, type, version, disputed } = recordOf(row, prefix);
  const values = readProperties(row, readersOf(nodeReaders, properties, prefix, nodeReadersOf));
  // In the order of a canonical text, which most records that are read whole become a part of.
  return { disputed, id, properties: values, type, version } as GraphNode;
}

/** The relationship of a row that `selectRelationship` made; `from` and `to` are the ids of its ends. */
export function relationshipOf(
  row: Row,
  prefix: string,
  properties: readonly RelationshipPropertyName[],
  { from, to }: { readonly from: NodeId; readonly to: NodeId },
): GraphRelationship {
  const { id, type, version, disputed } = recordOf(row, prefix);
  const values = readProperties(
    row,
    readersOf(relationshipReaders, properties, prefix, relationshipReadersOf),
  );
  return { disputed, from, id, properties: values, to, type, version } as GraphRelationship;
}

/** How one property is read from a row: by which columns. */
interface PropertyReader {
  readonly name: AnyProperty;
  readonly kind: PropertyKind;
  readonly column: string;
}

type Readers<Name> = WeakMap<readonly Name[], Map<string, readonly PropertyReader[]>>;

/** Kept by the list of properties of a selection, which is the same object for every row of it. */
const nodeReaders: Readers<PropertyName> = new WeakMap();
const relationshipReaders: Readers<RelationshipPropertyName> = new WeakMap();

function readersOf<Name extends AnyProperty>(
  kept: Readers<Name>,
  properties: readonly Name[],
  prefix: string,
  make: (properties: readonly Name[], prefix: string) => readonly PropertyReader[],
): readonly PropertyReader[] {
  const byPrefix = kept.get(properties) ?? new Map<string, readonly PropertyReader[]>();
  let readers = byPrefix.get(prefix);
  if (!readers) {
    readers = make(properties, prefix);
    byPrefix.set(prefix, readers);
    kept.set(properties, byPrefix);
  }
  return readers;
}

const nodeReadersOf = (properties: readonly PropertyName[], prefix: string) =>
  inOrder(unique<PropertyName>(['name', ...properties])).map((name): PropertyReader => {
    const column = prefix + columnOf(name, 'value');
    return { name, kind: nodeKindOf(name), column };
  });

const relationshipReadersOf = (properties: readonly RelationshipPropertyName[], prefix: string) =>
  inOrder(properties).map((name): PropertyReader => {
    const column = prefix + columnOf(name, 'value');
    return { name, kind: relationshipKindOf(name), column };
  });

/** Names as a canonical text has them. */
function inOrder<Name extends string>(names: readonly Name[]): readonly Name[] {
  return [...names].sort();
}

export const evidenceColumns = ['id', 'of', 'document', 'basis', 'locator', 'words', 'explanation'] as const;
export const statementColumns = ['id', 'of', 'property', 'value', 'standing', 'reason'] as const;

/** The columns of a table as a select list; with a prefix, set apart in a join. */
export function selectList(alias: string, prefix: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}."${column}" AS "${prefix}${column}"`).join(', ');
}

export function evidenceOf(row: Row, prefix: string): Evidence {
  const [id, of, document, basis, locator, words, explanation] = evidenceColumns.map(
    (column) => row[prefix + column] ?? null,
  );
  // In the order of a canonical text, which most evidence that is read becomes a part of.
  return { basis, document, explanation, id, locator, of: of as SupportedId, words } as Evidence;
}

/** The statement of a row, or null where an outer join found none. */
export function statementOf(row: Row, prefix: string): Statement | null {
  const [id, of, property, value, standing, reason] = statementColumns.map(
    (column) => row[prefix + column] ?? null,
  );
  if (id === null || typeof value !== 'string') return null;
  return { id: id as StatementId, of, property, reason, standing, value: JSON.parse(value) } as Statement;
}

const noProperties: readonly string[] = [];

/** What nodes and relationships have alike; the tables hold only what the port let in, so that types hold. */
function recordOf(row: Row, prefix: string) {
  const disputed = row[`${prefix}disputed`];
  return {
    id: row[`${prefix}id`] as NodeId | RelationshipId,
    type: row[`${prefix}type`],
    version: Number(row[`${prefix}version`]),
    disputed: disputed === '[]' ? noProperties : (JSON.parse(String(disputed)) as string[]),
  };
}

function readProperties(
  row: Row,
  readers: readonly PropertyReader[],
): Readonly<Record<string, PropertyValue>> {
  const values: Record<string, PropertyValue> = {};
  for (const { name, kind, column } of readers) {
    const value = readValue(row, column, kind);
    if (value !== null) values[name] = value;
  }
  return values;
}

function readValue(row: Row, column: string, kind: PropertyKind): PropertyValue | null {
  const value = row[column] ?? null;
  if (value === null) return null;
  switch (kind) {
    case 'boolean':
      return value === 1;
    case 'date':
      return {
        edtf: String(value),
        earliest: String(row[`${column}_earliest`]),
        latest: String(row[`${column}_latest`]),
      };
    case 'grade': {
      const scale = value as GradeScaleKey;
      return { scale, rank: Number(row[`${column}_rank`]), of: gradeScales[scale].ranks.length };
    }
    case 'texts':
    case 'dates':
      return JSON.parse(String(value)) as PropertyValue;
    default:
      return value;
  }
}

/** Folded keys are for comparison and never read back. */
function shownColumnsOf(name: AnyProperty, kind: PropertyKind): readonly string[] {
  return columnsOf(name, kind)
    .map((column) => column.name)
    .filter((column) => column !== columnOf(name, 'key'));
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
