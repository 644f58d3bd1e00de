import { type RelationshipType, relationshipTypeNames } from '../../../../schema/relationship-types.ts';
import type { RelationshipCount } from '../../read-plan.ts';
import { type FoundNode, groupBy, listOf, type Reading } from './reading.ts';

/**
 * How many relationships of each type and direction the nodes have, by `pk`: what is there only, in the order of
 * the table of types, outgoing before incoming.
 */
export function countRelationships(
  { connection }: Reading,
  nodes: readonly FoundNode[],
): ReadonlyMap<number, readonly RelationshipCount[]> {
  const count = (near: string, far: string, direction: string) => `
    SELECT r.${near} AS parent, r.type AS type, '${direction}' AS direction,
      count(*) AS relationships, count(DISTINCT r.${far}) AS neighbours
    FROM json_each(?1) wanted CROSS JOIN relationship r
    WHERE r.${near} = wanted.value
    GROUP BY r.${near}, r.type`;
  const sql = `${count('from_pk', 'to_pk', 'out')} UNION ALL ${count('to_pk', 'from_pk', 'in')}`;
  const rows = connection.all(sql, [listOf(nodes.map(({ pk }) => pk))]);
  const counts = new Map<number, readonly RelationshipCount[]>();
  for (const [parent, own] of groupBy(rows, (row) => Number(row.parent))) {
    const listed = own.map((row) => ({
      relationship: row.type as RelationshipType,
      direction: row.direction as 'out' | 'in',
      relationships: Number(row.relationships),
      neighbours: Number(row.neighbours),
    }));
    counts.set(parent, listed.sort(byTable));
  }
  return counts;
}

function byTable(a: RelationshipCount, b: RelationshipCount): number {
  const place = ({ relationship }: RelationshipCount) => relationshipTypeNames.indexOf(relationship);
  return place(a) - place(b) || (a.direction === b.direction ? 0 : a.direction === 'out' ? -1 : 1);
}
