import { int } from 'neo4j-driver';
import { kindOf } from '../../../../schema/node-types.ts';
import type { Order, PageRequest } from '../../node-query.ts';
import { rowsFor } from '../../page-of.ts';
import {
  beyond,
  type KeysetTest,
  type SortColumn,
  sortColumnsOf,
  type WalkColumn,
  walkOf,
} from '../../sort-position.ts';
import { spellKey } from '../text-key.ts';
import type { CypherText } from './cypher-text.ts';

/** How a page walks through its list: the columns of the order, with the expression of each. */
export interface Walk {
  readonly columns: readonly WalkColumn[];
  readonly expressions: readonly string[];
  readonly page: PageRequest;
}

/** The walk through a list whose items bind a node and, where relationships are listed, a relationship. */
export function walkThrough(
  order: Order,
  page: PageRequest,
  node: string,
  relationship: string | null,
): Walk {
  const columns = sortColumnsOf(order, relationship === null ? 'nodes' : 'relationships');
  return {
    columns: walkOf(columns, page.direction),
    expressions: columns.map((column) => expressionOf(column, node, relationship ?? node)),
    page,
  };
}

/** The condition that an item lies beyond the page's position; none where the page has no position. */
export function beyondPosition(cypher: CypherText, { columns, expressions, page }: Walk): readonly string[] {
  if (page.from === null) return [];
  const values = page.from.map((value) =>
    value === null ? '' : cypher.parameter(typeof value === 'string' ? spellKey(value) : value),
  );
  const alternatives = beyond(columns, page.from).map((tests) =>
    tests.map((test) => keysetTest(test, expressions[test.column] ?? '', values[test.column] ?? '')),
  );
  const condition = alternatives.map((tests) => `(${tests.join(' AND ')})`).join(' OR ');
  const [first] = columns;
  if (first?.missing !== 'never') return [condition];
  // Said first and alone, so that an index on the first column can begin there. The rest is hidden from the planner by a
  // function: it would look for the alternatives one by one, and then sort all that lies beyond instead of one page.
  const start = `${expressions[0]} ${first.direction === 'asc' ? '>=' : '<='} ${values[0]}`;
  return [start, alternatives.length > 1 ? `coalesce(${condition}, false)` : condition];
}

/**
 * The text that names the sort keys, sorts, and limits to one item more than the page asks for. Afterwards the
 * names of `carried` and those of the sort keys are bound; the ids are the last of these. `constant`: expressions that are
 * equal for all that is sorted, named before the keys to tell the planner of an index that begins with them.
 */
export function sortAndLimit(
  cypher: CypherText,
  { columns, expressions, page }: Walk,
  carried: readonly string[],
  constant: readonly string[] = [],
): { readonly text: string; readonly names: readonly string[] } {
  const names = expressions.map(() => cypher.variable('k'));
  const named = expressions.map((expression, index) => `${expression} AS ${names[index]}`);
  const sorts = columns.flatMap(({ direction, missing }, index) => {
    const name = names[index] ?? '';
    // Cypher takes null for the greatest value: where that is not what the walk wants, nulls are sorted first.
    const asCypher = missing === 'never' || (missing === 'last') === (direction === 'asc');
    const value = direction === 'asc' ? name : `${name} DESC`;
    return asCypher ? [value] : [`${name} IS NULL${missing === 'first' ? ' DESC' : ''}`, value];
  });
  const limit = cypher.parameter(int(rowsFor(page)));
  const equal = constant.map(() => cypher.variable('g'));
  const asFirst = columns[0]?.direction === 'desc' ? ' DESC' : '';
  const all = [
    ...carried,
    ...constant.map((expression, index) => `${expression} AS ${equal[index]}`),
    ...named,
  ];
  const order = [...equal.map((name) => name + asFirst), ...sorts];
  return {
    text: `WITH ${all.join(', ')} ORDER BY ${order.join(', ')} LIMIT ${limit}`,
    names,
  };
}

function expressionOf(column: SortColumn, node: string, relationship: string): string {
  switch (column.kind) {
    case 'nodeId':
      return `${node}.id`;
    case 'relationshipId':
      return `${relationship}.id`;
    case 'relationshipType':
      return `type(${relationship})`;
    case 'property': {
      const { property, part } = column;
      if (part !== 'value') return `${node}.${property}_${part}`;
      // A position holds no booleans: as numbers false is 0 and true is 1. A number that has a fraction keeps it.
      return kindOf(property) === 'boolean' ? `toInteger(${node}.${property})` : `${node}.${property}`;
    }
  }
}

function keysetTest(test: KeysetTest, expression: string, value: string): string {
  switch (test.kind) {
    case 'missing':
      return `${expression} IS NULL`;
    case 'present':
      return `${expression} IS NOT NULL`;
    case 'equal':
      return `${expression} = ${value}`;
    case 'above':
      return `${expression} > ${value}`;
    case 'below':
      return `${expression} < ${value}`;
    case 'aboveOrMissing':
      return `(${expression} > ${value} OR ${expression} IS NULL)`;
    case 'belowOrMissing':
      return `(${expression} < ${value} OR ${expression} IS NULL)`;
  }
}
