import type { FacetCount, FacetDimension, FacetQuestion } from '../../graph-store.ts';
import { columnOf } from '../columns.ts';
import type { Connection } from '../connection.ts';
import { collectSqlValues, type SqlValues } from '../sql-values.ts';
import { isOneOf, nodeWhereToSql } from '../where-to-sql.ts';
import { listOf } from './reading.ts';

/** Counts by every dimension in one statement, in the order that the port says. Runs on any connection, a worker's too. */
export function countFacets(connection: Connection, question: FacetQuestion): readonly FacetCount[] {
  if (question.by.length === 0) return [];
  const values = collectSqlValues();
  const isWhole = question.ids === null && question.types === null && question.where === null;
  const counts = question.by.map(
    (by, place) => `
      SELECT ${place} AS place, key, count(*) AS count, sum(is_disputed) AS disputed
      FROM (${isWhole ? (wholeKeysSql[by] ?? keysSql[by]) : keysSql[by]})
      GROUP BY key`,
  );
  const sql = `
    WITH chosen (pk) AS MATERIALIZED (${chosenSql(question, values)})
    ${counts.join(' UNION ALL ')}
    ORDER BY place, count DESC, key`;
  return connection.all(sql, values.all).map(({ place, key, count, disputed }) => ({
    by: question.by[Number(place)] ?? 'type',
    key: String(key),
    count: Number(count),
    disputed: Number(disputed),
  }));
}

function chosenSql({ ids, types, where }: FacetQuestion, values: SqlValues): string {
  const conditions = [types ? isOneOf('n.type', types, values) : '1', nodeWhereToSql(where, 'n', values)];
  const from = ids ? `json_each(${values.add(listOf(ids))}) wanted CROSS JOIN node n` : 'node n';
  if (ids) conditions.push('n.id = wanted.value');
  return `SELECT n.pk FROM ${from} WHERE ${conditions.join(' AND ')}`;
}

const column = (property: Parameters<typeof columnOf>[0], part: Parameters<typeof columnOf>[1] = 'value') =>
  `n."${columnOf(property, part)}"`;

const gradeKeySql = `
  CASE WHEN ${column('grade')} IS NULL THEN 'none#' || ${column('label')}
    ELSE ${column('grade')} || '#' || ${column('grade', 'rank')} END AS key`;

const ofChosen = 'FROM chosen c CROSS JOIN node n ON n.pk = c.pk';

/** The key and the dispute of everything that a dimension counts, once for each key. */
const keysSql: Record<FacetDimension, string> = {
  type: `SELECT n.type AS key, n.is_disputed ${ofChosen}`,
  kind: `SELECT ${column('kind')} AS key, n.is_disputed ${ofChosen} WHERE ${column('kind')} IS NOT NULL`,
  grade: `
    SELECT ${gradeKeySql}, n.is_disputed
    ${ofChosen}
    WHERE n.type = 'Judgement' AND (${column('standing')} = 'stands' OR n.is_disputed = 1)
      AND (${column('grade')} IS NOT NULL OR ${column('label')} IS NOT NULL)`,
  year: `
    SELECT substr(${column('date', 'earliest')}, 1, 4) AS key, n.is_disputed
    ${ofChosen} WHERE ${column('date')} IS NOT NULL`,
  document: `
    SELECT DISTINCT e.document AS key, n.is_disputed, n.pk
    ${ofChosen} CROSS JOIN evidence e ON e.of = n.id WHERE e.document IS NOT NULL`,
  relationship: `
    SELECT r.type AS key, r.is_disputed
    FROM relationship r
    WHERE r.pk IN (
      SELECT o.pk FROM chosen c CROSS JOIN relationship o ON o.from_pk = c.pk
      UNION ALL SELECT i.pk FROM chosen c CROSS JOIN relationship i ON i.to_pk = c.pk
    )`,
};

/**
 * The same of the whole graph where an index has all that is counted: the explorer opens with these counts, and to look
 * every record up for them takes seconds in a graph of a million.
 */
const wholeKeysSql: Partial<Record<FacetDimension, string>> = {
  type: 'SELECT n.type AS key, n.is_disputed FROM node n INDEXED BY node_counts',
  grade: `
    SELECT ${gradeKeySql}, n.is_disputed
    FROM node n INDEXED BY judgement_counts
    WHERE n.type = 'Judgement' AND (${column('standing')} = 'stands' OR n.is_disputed = 1)
      AND (${column('grade')} IS NOT NULL OR ${column('label')} IS NOT NULL)`,
  relationship: 'SELECT r.type AS key, r.is_disputed FROM relationship r INDEXED BY relationship_counts',
};
