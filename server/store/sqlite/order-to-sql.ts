import type { Position } from '../node-query.ts';
import { beyond, type KeysetTest, type SortColumn, type WalkColumn } from '../sort-position.ts';
import { columnOf } from './columns.ts';
import type { Row } from './connection.ts';
import type { SqlValues } from './sql-values.ts';

/** The tables that an order looks at; `relationship` where relationships are listed. */
export interface OrderedTables {
  readonly node: string;
  readonly relationship?: string;
}

/** The columns of an order as a select list, named so that `positionOf` finds them: `s0`, `s1` … */
export function selectPosition(walk: readonly WalkColumn[], tables: OrderedTables): string {
  return walk.map(({ column }, index) => `${sortColumnToSql(column, tables)} AS s${index}`).join(', ');
}

export function positionOf(row: Row, walk: readonly WalkColumn[]): Position {
  return walk.map((_, index) => row[`s${index}`] ?? null);
}

/** The walk as the terms of an ORDER BY over the columns of `selectPosition`. */
export function walkToSql(walk: readonly WalkColumn[]): string {
  return walk
    .map(({ direction, missing }, index) => {
      const nulls = missing === 'never' ? '' : ` NULLS ${missing.toUpperCase()}`;
      return `s${index} ${direction.toUpperCase()}${nulls}`;
    })
    .join(', ');
}

/** A condition that only what lies beyond the position on the walk meets; without a position, everything does. */
export function beyondToSql(
  walk: readonly WalkColumn[],
  from: Position | null,
  tables: OrderedTables,
  values: SqlValues,
): string {
  if (from === null) return '1';
  const alternatives = beyond(walk, from);
  const columns = walk.map(({ column }) => sortColumnToSql(column, tables));
  const [first, ...others] = walk;
  const isPlain = walk.every(
    ({ missing, direction }) => missing === 'never' && direction === first?.direction,
  );
  // Compared as one row, the columns can be sought in an index.
  if (isPlain && others.length > 0)
    return `(${columns.join(', ')}) ${first?.direction === 'asc' ? '>' : '<'} (${from.map((value) => values.add(value)).join(', ')})`;
  const added = from.map((value) => (value === null ? '' : values.add(value)));
  return `(${alternatives
    .map(
      (tests) =>
        `(${tests.map((test) => testToSql(test, columns[test.column] ?? '', added[test.column] ?? '')).join(' AND ')})`,
    )
    .join(' OR ')})`;
}

/**
 * What lies beyond the position as conditions of which each node meets one at most, in the order of the walk. Each says
 * of the first column where it begins, so that an index is entered at the cursor: the alternatives of `beyondToSql`
 * alone would be sought from the start of the list.
 */
export function stretchesBeyond(
  walk: readonly WalkColumn[],
  from: Position | null,
  tables: OrderedTables,
  values: SqlValues,
): readonly string[] {
  const condition = beyondToSql(walk, from, tables, values);
  const [first] = walk;
  if (from === null || !first) return [condition];
  const value = from[0] ?? null;
  const column = sortColumnToSql(first.column, tables);
  const within = (bound: string) => `${bound} AND ${condition}`;
  const isMissing = `${column} IS NULL`;
  if (value === null)
    return first.missing === 'first' ? [within(isMissing), `${column} IS NOT NULL`] : [within(isMissing)];
  const begins = within(`${column} ${first.direction === 'asc' ? '>=' : '<='} ${values.add(value)}`);
  return first.missing === 'last' ? [begins, isMissing] : [begins];
}

function testToSql({ kind }: KeysetTest, column: string, value: string): string {
  switch (kind) {
    case 'missing':
      return `${column} IS NULL`;
    case 'present':
      return `${column} IS NOT NULL`;
    case 'equal':
      return `${column} = ${value}`;
    case 'above':
      return `${column} > ${value}`;
    case 'below':
      return `${column} < ${value}`;
    case 'aboveOrMissing':
      return `(${column} > ${value} OR ${column} IS NULL)`;
    case 'belowOrMissing':
      return `(${column} < ${value} OR ${column} IS NULL)`;
  }
}

function sortColumnToSql(column: SortColumn, { node, relationship = node }: OrderedTables): string {
  switch (column.kind) {
    case 'property':
      return `${node}."${columnOf(column.property, column.part)}"`;
    case 'relationshipType':
      return `${relationship}.type`;
    case 'nodeId':
      return `${node}.id`;
    case 'relationshipId':
      return `${relationship}.id`;
  }
}
