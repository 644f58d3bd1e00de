import { type NodeType, nodeTypeNames, propertiesOf } from '../../../../schema/node-types.ts';
import type { GraphNode, GraphRelationship } from '../../../../schema/records.ts';
import {
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
} from '../../../../schema/relationship-types.ts';
import { type Column, columnsOf, nodeKindOf, relationshipKindOf, type TableName } from '../columns.ts';
import type { Connection, SqlValue } from '../connection.ts';
import { sqlValuesOf } from '../values.ts';

/**
 * Puts a node in the place of what it was before, null where it is new. Answers its key, which it keeps for life:
 * relationships and the words of search hang on it.
 */
export function putNode(connection: Connection, node: GraphNode, before: GraphNode | null): number {
  const values = recordValues(node);
  for (const name of propertiesOf(node.type))
    values.push(...sqlValuesOf(nodeKindOf(name), node.properties[name]));
  const [row] = before
    ? connection.all(nodeSql.update[node.type], [...values.slice(2), node.id])
    : connection.all(nodeSql.insert[node.type], values);
  return Number(row?.pk);
}

/** Puts a relationship in the place of what it was before; its ends must be there. */
export function putRelationship(
  connection: Connection,
  relationship: GraphRelationship,
  before: GraphRelationship | null,
): void {
  const { id, from, to, type, properties } = relationship;
  const values = recordValues(relationship);
  for (const name of relationshipPropertiesOf(type))
    values.push(...sqlValuesOf(relationshipKindOf(name), properties[name]));
  if (before) connection.run(relationshipSql.update[type], [...values.slice(2), id]);
  else connection.run(relationshipSql.insert[type], [...values, from, to]);
  if (before && (before.from !== from || before.to !== to)) connection.run(moveSql, [id, from, to]);
}

/** Counts the version of a record on that is otherwise as it was, which leaves the indexes alone. */
export function putVersion(
  connection: Connection,
  table: TableName,
  { id, version }: GraphNode | GraphRelationship,
): void {
  connection.run(`UPDATE ${table} SET version = ?2 WHERE id = ?1`, [id, version]);
}

function recordValues({ id, type, version, disputed }: GraphNode | GraphRelationship): SqlValue[] {
  return [id, type, version, JSON.stringify(disputed), disputed.length > 0 ? 1 : 0];
}

/** What every record has that a change may alter. */
const own = ['version', 'disputed', 'is_disputed'];

interface PutSql<Type extends string> {
  readonly insert: Readonly<Record<Type, string>>;
  /** Takes the values of `insert` after the type, and then the id. */
  readonly update: Readonly<Record<Type, string>>;
}

/** One statement for each type, with its own columns alone: those of other types are empty, and stay so. */
function statementsOf<Type extends string>(
  types: readonly Type[],
  make: (type: Type) => readonly [insert: string, update: string],
): PutSql<Type> {
  const made = types.map((type) => [type, make(type)] as const);
  return {
    insert: Object.fromEntries(made.map(([type, [insert]]) => [type, insert])) as Record<Type, string>,
    update: Object.fromEntries(made.map(([type, [, update]]) => [type, update])) as Record<Type, string>,
  };
}

const nodeSql: PutSql<NodeType> = statementsOf(nodeTypeNames, (type) => {
  const columns = propertiesOf(type).flatMap((name) => columnsOf(name, nodeKindOf(name)));
  return [`${insertSql('node', columns, [])} RETURNING pk`, `${updateSql('node', columns)} RETURNING pk`];
});

const relationshipSql: PutSql<RelationshipType> = statementsOf(relationshipTypeNames, (type) => {
  const columns = relationshipPropertiesOf(type).flatMap((name) => columnsOf(name, relationshipKindOf(name)));
  return [insertSql('relationship', columns, ['from_pk', 'to_pk']), updateSql('relationship', columns)];
});

function keyOf(parameter: string): string {
  return `(SELECT pk FROM node WHERE id = ${parameter})`;
}

const moveSql = `UPDATE relationship SET from_pk = ${keyOf('?2')}, to_pk = ${keyOf('?3')} WHERE id = ?1`;

/** Ends are given as ids of nodes. */
function insertSql(table: TableName, properties: readonly Column[], ends: readonly string[]): string {
  const columns = ['id', 'type', ...own, ...properties.map(({ name }) => name)];
  const values = [...columns.map(() => '?'), ...ends.map(() => keyOf('?'))];
  return `INSERT INTO ${table} (${[...columns, ...ends].map((column) => `"${column}"`).join(', ')})
    VALUES (${values.join(', ')})`;
}

function updateSql(table: TableName, properties: readonly Column[]): string {
  const columns = [...own, ...properties.map(({ name }) => name)];
  return `UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`;
}
