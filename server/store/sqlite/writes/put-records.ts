import { type NodeType, nodeTypeNames, propertiesOf } from '../../../../schema/node-types.ts';
import type { GraphNode, GraphRelationship } from '../../../../schema/records.ts';
import {
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
} from '../../../../schema/relationship-types.ts';
import { type Column, columnsOf, nodeKindOf, relationshipKindOf } from '../columns.ts';
import type { Connection, SqlValue } from '../connection.ts';
import { sqlValuesOf } from '../values.ts';

/** Answers the key of the node, which it keeps for life: relationships and the words of search hang on it. */
export function putNode(connection: Connection, node: GraphNode): number {
  const values = recordValues(node);
  for (const name of propertiesOf(node.type))
    values.push(...sqlValuesOf(nodeKindOf(name), node.properties[name]));
  return Number(connection.all(nodeSql[node.type], values)[0]?.pk);
}

/** Puts a relationship in its place; its ends must be there. */
export function putRelationship(connection: Connection, relationship: GraphRelationship): void {
  const { from, to, type, properties } = relationship;
  const values = [...recordValues(relationship), from, to];
  for (const name of relationshipPropertiesOf(type))
    values.push(...sqlValuesOf(relationshipKindOf(name), properties[name]));
  connection.run(relationshipSql[type], values);
}

function recordValues({ id, type, version, disputed }: GraphNode | GraphRelationship): SqlValue[] {
  return [id, type, version, JSON.stringify(disputed), disputed.length > 0 ? 1 : 0];
}

/** One statement for each type, with its own columns alone: those of other types are empty, and stay so. */
const nodeSql = Object.fromEntries(
  nodeTypeNames.map((type) => [
    type,
    upsertSql(
      'node',
      [],
      propertiesOf(type).flatMap((name) => columnsOf(name, nodeKindOf(name))),
      'RETURNING pk',
    ),
  ]),
) as Record<NodeType, string>;

const relationshipSql = Object.fromEntries(
  relationshipTypeNames.map((type) => [
    type,
    upsertSql(
      'relationship',
      ['from_pk', 'to_pk'],
      relationshipPropertiesOf(type).flatMap((name) => columnsOf(name, relationshipKindOf(name))),
      '',
    ),
  ]),
) as Record<RelationshipType, string>;

/** Replaces a row in place where its id is there already. Ends are given as ids of nodes. */
function upsertSql(
  table: 'node' | 'relationship',
  ends: readonly string[],
  properties: readonly Column[],
  tail: string,
): string {
  const own = ['id', 'type', 'version', 'disputed', 'is_disputed'];
  const columns = [...own, ...ends, ...properties.map(({ name }) => name)];
  const values = columns.map((column) =>
    ends.includes(column) ? '(SELECT pk FROM node WHERE id = ?)' : '?',
  );
  const updates = columns.slice(1).map((column) => `"${column}" = excluded."${column}"`);
  return `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    VALUES (${values.join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')} ${tail}`;
}
