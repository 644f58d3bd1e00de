import { int } from 'neo4j-driver';
import { rowsFor } from '../../page-of.ts';
import type { CypherText } from './cypher-text.ts';
import { beyondPosition, sortAndLimit, type Walk } from './order-to-cypher.ts';
import { whereClause } from './where-to-cypher.ts';

/** Both days of the date; they are there or missing together. */
const DATE_COLUMNS = 2;

/** Whether a list of nodes `n` is ordered by their date before all else. */
export function walksByDate({ expressions }: Walk): boolean {
  return expressions[0] === 'n.date_earliest';
}

/**
 * Binds `n` to the nodes of a label that a page may hold, in no order, where nothing but their date leads to them.
 * An index knows no missing values; so those with a date come from the index in its order, and those without are
 * looked for only where the page reaches them.
 */
export function dateWalk(cypher: CypherText, label: string, walk: Walk): readonly string[] {
  const forward = walk.page.direction === 'forward';
  const parts = forward
    ? [datedPart(cypher, label, walk), undatedPart(cypher, label, walk)]
    : [undatedPart(cypher, label, walk), datedPart(cypher, label, walk)];
  const [first, second] = parts.filter((part) => part !== null);
  if (!first) return ['UNWIND [] AS n'];
  if (!second) return ['CALL () {', ...first, 'RETURN n', '}'];
  return [
    'CALL () {',
    ...first,
    'RETURN collect(n) AS first',
    '}',
    'CALL (first) {',
    `WITH first WHERE size(first) < ${cypher.parameter(int(rowsFor(walk.page)))}`,
    ...second,
    'RETURN collect(n) AS second',
    '}',
    'UNWIND first + second AS n',
  ];
}

/** Nodes with a date; null where the position lies behind all of them. */
function datedPart(cypher: CypherText, label: string, walk: Walk): readonly string[] | null {
  const { columns, expressions, page } = walk;
  const { direction, from } = page;
  const fromUndated = from !== null && from[0] === null;
  if (fromUndated && direction === 'forward') return null;
  const dated: Walk = {
    columns: columns.map((step, index) => (index < DATE_COLUMNS ? { ...step, missing: 'never' } : step)),
    expressions,
    page: fromUndated ? { ...page, from: null } : page,
  };
  const present = [...expressions.slice(0, DATE_COLUMNS), 'n.id'].map((column) => `${column} IS NOT NULL`);
  return [
    `MATCH (n:${label}) USING INDEX n:${label}(date_earliest, date_latest, id)` +
      whereClause([...present, ...beyondPosition(cypher, dated)]),
    sortAndLimit(cypher, dated, ['n']).text,
  ];
}

/** Nodes without a date; null where the position lies behind all of them. */
function undatedPart(cypher: CypherText, label: string, walk: Walk): readonly string[] | null {
  const { columns, expressions, page } = walk;
  const { direction, from } = page;
  const fromDated = from !== null && from[0] !== null;
  if (fromDated && direction === 'backward') return null;
  const undated: Walk = {
    columns: columns.slice(DATE_COLUMNS),
    expressions: expressions.slice(DATE_COLUMNS),
    page: { ...page, from: fromDated || from === null ? null : from.slice(DATE_COLUMNS) },
  };
  return [
    `MATCH (n:${label})${whereClause(['n.date_earliest IS NULL', ...beyondPosition(cypher, undated)])}`,
    sortAndLimit(cypher, undated, ['n']).text,
  ];
}
