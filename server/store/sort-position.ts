import { kindOf } from '../../schema/node-types.ts';
import type { PropertyName } from '../../schema/properties.ts';
import type { Order, PageRequest, Position } from './node-query.ts';

/**
 * One column of an order. `key`: folded text. `value`: number, or boolean as 0 and 1. `earliest` and `latest`: days
 * of a date. `rank`: of a grade. A list's `Position` has the value of each column, in their order.
 */
export type SortColumn =
  | {
      readonly kind: 'property';
      readonly property: PropertyName;
      readonly part: 'key' | 'value' | 'earliest' | 'latest' | 'rank';
      readonly direction: 'asc' | 'desc';
    }
  | {
      readonly kind: 'relationshipType' | 'nodeId' | 'relationshipId';
      readonly direction: 'asc' | 'desc';
    };

/** The order in which a page walks through a column: backward turns all of the order round, missing values included. */
export interface WalkColumn {
  readonly column: SortColumn;
  readonly direction: 'asc' | 'desc';
  /** `never` where the column always has a value. */
  readonly missing: 'first' | 'last' | 'never';
}

/** One test of one column; `missing` and `present` need no value. */
export type KeysetTest =
  | { readonly column: number; readonly kind: 'missing' | 'present' }
  | { readonly column: number; readonly kind: 'equal' | 'above' | 'below'; readonly value: string | number }
  /** Above or below the value, or missing. */
  | {
      readonly column: number;
      readonly kind: 'aboveOrMissing' | 'belowOrMissing';
      readonly value: string | number;
    };

const partsByKind = {
  text: ['key'],
  longText: ['key'],
  link: ['key'],
  dateOrDuration: ['key'],
  number: ['value'],
  boolean: ['value'],
  date: ['earliest', 'latest'],
  grade: ['rank'],
  texts: null,
  dates: null,
} as const;

/**
 * The columns of a total order: its keys, then the ids that break ties. Throws a TypeError for what has no order:
 * a list, or the type of a relationship where nodes are listed.
 */
export function sortColumnsOf(order: Order, listed: 'nodes' | 'relationships'): readonly SortColumn[] {
  const columns = order.flatMap(({ by, direction }): SortColumn[] => {
    if (by.kind === 'relationshipType') {
      if (listed === 'nodes') throw new TypeError('a list of nodes has no relationship type to order by');
      return [{ kind: 'relationshipType', direction }];
    }
    const { property } = by;
    const parts = partsByKind[kindOf(property)];
    if (!parts) throw new TypeError(`“${property}” is a list, which has no order`);
    return parts.map((part) => ({ kind: 'property', property, part, direction }));
  });
  columns.push({ kind: 'nodeId', direction: 'asc' });
  if (listed === 'relationships') columns.push({ kind: 'relationshipId', direction: 'asc' });
  return columns;
}

export function walkOf(
  columns: readonly SortColumn[],
  direction: PageRequest['direction'],
): readonly WalkColumn[] {
  return columns.map((column) => {
    const forward = direction === 'forward';
    const reversed = column.direction === 'asc' ? 'desc' : 'asc';
    const missing = alwaysPresent(column) ? 'never' : forward ? 'last' : 'first';
    return { column, direction: forward ? column.direction : reversed, missing };
  });
}

/**
 * What lies beyond a position on a walk: one of the alternatives holds, each a list of tests that all hold. Throws
 * a RangeError where the position does not fit the order.
 */
export function beyond(walk: readonly WalkColumn[], position: Position): readonly (readonly KeysetTest[])[] {
  if (position.length !== walk.length)
    throw new RangeError(`the position has ${position.length} values, its order ${walk.length} columns`);
  const same: KeysetTest[] = [];
  const alternatives: KeysetTest[][] = [];
  walk.forEach((step, column) => {
    const value = position[column] ?? null;
    const further = furtherThan(step, column, value);
    if (further) alternatives.push([...same, further]);
    same.push(value === null ? { column, kind: 'missing' } : { column, kind: 'equal', value });
  });
  return alternatives;
}

function furtherThan(
  { direction, missing }: WalkColumn,
  column: number,
  value: string | number | null,
): KeysetTest | null {
  if (value === null) return missing === 'first' ? { column, kind: 'present' } : null;
  if (missing === 'last')
    return { column, kind: direction === 'asc' ? 'aboveOrMissing' : 'belowOrMissing', value };
  return { column, kind: direction === 'asc' ? 'above' : 'below', value };
}

function alwaysPresent(column: SortColumn): boolean {
  return column.kind !== 'property' || column.property === 'name';
}
