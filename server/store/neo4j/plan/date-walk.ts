import { int } from 'neo4j-driver';
import { rowsFor } from '../../page-of.ts';
import type { CypherText } from './cypher-text.ts';
import { beyondPosition, sortAndLimit, type Walk } from './order-to-cypher.ts';
import { whereClause } from './where-to-cypher.ts';

/** Both days of the date; they are there or missing together. */
export const DATE_COLUMNS = 2;

/** A list of nodes `n` of one label in the order of their dates. */
export interface DatedEntry {
  readonly label: string;
  /** What must hold of `n` beside its place; said anew for each part of the text. */
  readonly conditions: () => readonly string[];
  /** Whether the conditions let nodes with a date through alone. */
  readonly isDated: boolean;
}

/** Whether a list of nodes `n` is ordered by their date before all else. */
export function walksByDate({ expressions }: Walk): boolean {
  return expressions[0] === 'n.date_earliest';
}

/**
 * Binds `n` to the nodes of a label that a page may hold, in no order, where nothing but their date leads to them.
 */
export function dateWalk(cypher: CypherText, entry: DatedEntry, walk: Walk): readonly string[] {
  const { label } = entry;
  return datedOrNot(cypher, entry, walk, {
    dated: (part) => {
      const present = [...part.expressions.slice(0, DATE_COLUMNS), 'n.id'].map(
        (column) => `${column} IS NOT NULL`,
      );
      const conditions = [...present, ...entry.conditions(), ...beyondPosition(cypher, part)];
      return [
        `MATCH (n:${label}) USING INDEX n:${label}(date_earliest, date_latest, id)${whereClause(conditions)}`,
        sortAndLimit(cypher, part, ['n']).text,
      ];
    },
    undated: (part) => {
      const conditions = ['n.date_earliest IS NULL', ...entry.conditions(), ...beyondPosition(cypher, part)];
      return [`MATCH (n:${label})${whereClause(conditions)}`, sortAndLimit(cypher, part, ['n']).text];
    },
  });
}

/**
 * An index knows no missing values; so nodes with a date come from one in its order, and those without are looked for
 * only where the page reaches them. Each part binds `n`, for its own part of the walk.
 */
export function datedOrNot(
  cypher: CypherText,
  { isDated }: DatedEntry,
  walk: Walk,
  parts: Readonly<Record<'dated' | 'undated', (part: Walk) => readonly string[]>>,
): readonly string[] {
  const forward = walk.page.direction === 'forward';
  const datedPart = datedWalk(walk);
  const undatedPart = isDated ? null : undatedWalk(walk);
  const dated = datedPart && parts.dated(datedPart);
  const undated = undatedPart && parts.undated(undatedPart);
  const [first, second] = (forward ? [dated, undated] : [undated, dated]).filter((part) => part !== null);
  if (!first) return ['UNWIND [] AS n'];
  if (!second) return ['CALL () {', ...first, 'RETURN n', '}'];
  return [
    'CALL () {',
    ...first,
    'RETURN collect(n) AS first',
    '}',
    'CALL (first) {',
    // Called, so that nothing of it is done where it is not wanted: the planner would begin with its scan otherwise.
    `WITH first WHERE size(first) < ${cypher.parameter(int(rowsFor(walk.page)))}`,
    'CALL () {',
    ...second,
    'RETURN n',
    '}',
    'RETURN collect(n) AS second',
    '}',
    'UNWIND first + second AS n',
  ];
}

/** The walk through nodes with a date; null where the position lies behind all of them. */
function datedWalk({ columns, expressions, page }: Walk): Walk | null {
  const { direction, from } = page;
  const fromUndated = from !== null && from[0] === null;
  if (fromUndated && direction === 'forward') return null;
  return {
    columns: columns.map((step, index) => (index < DATE_COLUMNS ? { ...step, missing: 'never' } : step)),
    expressions,
    page: fromUndated ? { ...page, from: null } : page,
  };
}

/** The walk through nodes without a date; null where the position lies behind all of them. */
function undatedWalk({ columns, expressions, page }: Walk): Walk | null {
  const { direction, from } = page;
  const fromDated = from !== null && from[0] !== null;
  if (fromDated && direction === 'backward') return null;
  return {
    columns: columns.slice(DATE_COLUMNS),
    expressions: expressions.slice(DATE_COLUMNS),
    page: { ...page, from: fromDated || from === null ? null : from.slice(DATE_COLUMNS) },
  };
}
