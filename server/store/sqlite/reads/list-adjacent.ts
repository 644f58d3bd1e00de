import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import type { RelationshipType } from '../../../../schema/relationship-types.ts';
import type { Adjacency, AdjacencyQuestion } from '../../graph-store.ts';
import type { Connection } from '../connection.ts';
import { collectSqlValues } from '../sql-values.ts';
import { isOneOf } from '../where-to-sql.ts';
import { listOf } from './reading.ts';

/** The relationships of many nodes in one statement. Runs on any connection, a worker's too. */
export function listAdjacent(connection: Connection, question: AdjacencyQuestion): Adjacency {
  const { of, types, among, limit } = question;
  if (of.length === 0) return { relationships: [], truncated: false };
  const values = collectSqlValues();
  const chosen = `SELECT n.pk FROM json_each(${values.add(listOf(of))}) wanted CROSS JOIN node n WHERE n.id = wanted.value`;
  const outgoing = 'SELECT o.pk FROM chosen c CROSS JOIN relationship o ON o.from_pk = c.pk';
  const touching = among
    ? `${outgoing} WHERE o.to_pk IN (SELECT pk FROM chosen)`
    : `${outgoing} UNION ALL SELECT i.pk FROM chosen c CROSS JOIN relationship i ON i.to_pk = c.pk`;
  const sql = `
    WITH chosen (pk) AS MATERIALIZED (${chosen})
    SELECT r.id, r.type, f.id AS from_id, t.id AS to_id
    FROM relationship r CROSS JOIN node f CROSS JOIN node t
    WHERE r.pk IN (${touching}) AND ${types ? isOneOf('r.type', types, values) : '1'}
      AND f.pk = r.from_pk AND t.pk = r.to_pk
    ORDER BY r.id
    LIMIT ${values.add(limit + 1)}`;
  const rows = connection.all(sql, values.all);
  const relationships = rows.slice(0, limit).map((row) => ({
    id: row.id as RelationshipId,
    type: row.type as RelationshipType,
    from: row.from_id as NodeId,
    to: row.to_id as NodeId,
  }));
  return { relationships, truncated: rows.length > limit };
}
