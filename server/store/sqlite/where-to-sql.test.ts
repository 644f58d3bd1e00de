import { expect, test } from 'vitest';
import type { NodeWhere } from '../node-query.ts';
import { collectSqlValues } from './sql-values.ts';
import { nodeWhereToSql, relationshipWhereToSql } from './where-to-sql.ts';

const noteIs = (value: string): NodeWhere => ({
  kind: 'property',
  property: 'note',
  test: { kind: 'eq', value },
});

function compile(where: NodeWhere) {
  const values = collectSqlValues();
  return { sql: nodeWhereToSql(where, 'n', values), values: values.all };
}

test('text is compared by its folded key and never stands in the statement', () => {
  expect(compile(noteIs("É'; DROP TABLE node"))).toEqual({
    sql: 'n."p_note_key" = ?1',
    values: ["e\u0301'; drop table node"],
  });
});

test('lists of any length share one statement', () => {
  const named = (values: string[]) =>
    compile({ kind: 'property', property: 'kind', test: { kind: 'in', values } });
  expect(named(['a', 'b']).sql).toBe(named(['a', 'b', 'c', 'd']).sql);
});

test('what is missing matches a negation', () => {
  expect(compile({ kind: 'not', of: noteIs('x') }).sql).toBe('NOT coalesce(n."p_note_key" = ?1, 0)');
});

test('an empty “and” matches all, an empty “or” nothing', () => {
  expect(compile({ kind: 'and', of: [] }).sql).toBe('1');
  expect(compile({ kind: 'or', of: [] }).sql).toBe('0');
});

test('a test that the kind of a property does not know matches nothing', () => {
  const overlaps = {
    kind: 'overlaps',
    earliest: '2000-01-01',
    latest: '2000-12-31',
  } as const;
  expect(compile({ kind: 'property', property: 'note', test: overlaps })).toEqual({ sql: '0', values: [] });
  expect(compile({ kind: 'property', property: 'date', test: { kind: 'eq', value: '2000' } })).toEqual({
    sql: '0',
    values: [],
  });
});

test('each table of a nested filter has a name of its own', () => {
  const inspected = (node: NodeWhere): NodeWhere => ({
    kind: 'related',
    relationship: 'INSPECTED',
    direction: 'out',
    quantifier: 'some',
    node,
    self: null,
  });
  const { sql } = compile(inspected(inspected({ kind: 'disputed', value: true })));
  const names = sql.match(/(?<=(relationship|node) )t\d+/g) ?? [];
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
});

test('a keyword may be the name of a property', () => {
  const values = collectSqlValues();
  const where = { kind: 'property', property: 'from', test: { kind: 'isNull', value: false } } as const;
  expect(relationshipWhereToSql(where, 'r', values)).toBe('r."p_from" IS NOT NULL');
});
