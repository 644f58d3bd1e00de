import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import { type NodeType, propertiesOf } from '../../../../schema/node-types.ts';
import type { PropertyName, RelationshipPropertyName } from '../../../../schema/properties.ts';
import type { GraphRelationship } from '../../../../schema/records.ts';
import { type RelationshipType, relationshipPropertiesOf } from '../../../../schema/relationship-types.ts';
import { nodeOf, relationshipOf, selectNode, selectRelationship } from '../values.ts';
import { type FoundNode, groupBy, listOf, type Reading } from './reading.ts';

/**
 * From so many records on those of each type are read by themselves, without the columns that their type never has: most
 * of what a selection names is of some types only, and each empty column of each row costs as much as a full one.
 */
const MANY = 60;

/** The nodes of these ids that are there, with these properties; one statement for few, one more for each type of many. */
export function findNodes(
  reading: Reading,
  ids: readonly NodeId[],
  properties: readonly PropertyName[],
): readonly FoundNode[] {
  const read = (by: 'id' | 'pk', keys: readonly (string | number)[], own: readonly PropertyName[]) => {
    const sql = `
      SELECT ${selectNode('n', '', own)}
      FROM json_each(?1) wanted CROSS JOIN node n
      WHERE n.${by} = wanted.value`;
    const rows = reading.connection.all(sql, [listOf(keys)]);
    return rows.map((row) => ({ pk: Number(row.pk), node: nodeOf(row, '', own) }));
  };
  if (ids.length < MANY) return ids.length === 0 ? [] : read('id', ids, properties);
  return keysByType<NodeType>(reading, 'node', ids).flatMap(([type, keys]) =>
    read('pk', keys, propertiesOfType(properties, type, propertiesOf)),
  );
}

/** As findNodes, of relationships. */
export function findRelationships(
  reading: Reading,
  ids: readonly RelationshipId[],
  properties: readonly RelationshipPropertyName[],
): readonly GraphRelationship[] {
  const read = (
    by: 'id' | 'pk',
    keys: readonly (string | number)[],
    own: readonly RelationshipPropertyName[],
  ) => {
    const sql = `
      SELECT ${selectRelationship('r', '', own)}, f.id AS from_id, t.id AS to_id
      FROM json_each(?1) wanted CROSS JOIN relationship r CROSS JOIN node f CROSS JOIN node t
      WHERE r.${by} = wanted.value AND f.pk = r.from_pk AND t.pk = r.to_pk`;
    const rows = reading.connection.all(sql, [listOf(keys)]);
    return rows.map((row) =>
      relationshipOf(row, '', own, { from: row.from_id as NodeId, to: row.to_id as NodeId }),
    );
  };
  if (ids.length < MANY) return ids.length === 0 ? [] : read('id', ids, properties);
  return keysByType<RelationshipType>(reading, 'relationship', ids).flatMap(([type, keys]) =>
    read('pk', keys, propertiesOfType(properties, type, relationshipPropertiesOf)),
  );
}

function keysByType<Type>(
  { connection }: Reading,
  table: 'node' | 'relationship',
  ids: readonly string[],
): readonly (readonly [Type, readonly number[]])[] {
  const sql = `
    SELECT o.pk, o.type
    FROM json_each(?1) wanted CROSS JOIN ${table} o
    WHERE o.id = wanted.value`;
  const byType = groupBy(connection.all(sql, [listOf(ids)]), ({ type }) => type);
  return [...byType].map(([type, rows]) => [type as Type, rows.map(({ pk }) => Number(pk))] as const);
}

const known = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Those of the selected properties that a type has: the same list each time, by which the readers of rows are kept. */
function propertiesOfType<Name extends string, Type extends string>(
  selected: readonly Name[],
  type: Type,
  namesOf: (type: Type) => readonly Name[],
): readonly Name[] {
  const byType = known.get(selected) ?? new Map<string, readonly string[]>();
  known.set(selected, byType);
  let own = byType.get(type) as readonly Name[] | undefined;
  if (!own) {
    const names = namesOf(type);
    own = selected.filter((name) => names.includes(name));
    byType.set(type, own);
  }
  return own;
}
