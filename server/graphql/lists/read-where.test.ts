import { expect, test } from 'vitest';
import { nodeTypeNames } from '../../../schema/node-types.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { readNodeWhere, readRelationshipWhere } from './read-where.ts';

test('nothing asked for filters nothing', () => {
  expect(readNodeWhere(undefined, ['Person'])).toBeNull();
  expect(readNodeWhere({}, ['Person'])).toBeNull();
  expect(readNodeWhere({ name: null, disputed: null }, ['Person'])).toBeNull();
});

test('several conditions must all hold, and so must several operators', () => {
  expect(readNodeWhere({ name: { contains: 'a', startsWith: 'b' }, disputed: true }, ['Person'])).toEqual({
    kind: 'and',
    of: [
      { kind: 'property', property: 'name', test: { kind: 'contains', text: 'a' } },
      { kind: 'property', property: 'name', test: { kind: 'startsWith', text: 'b' } },
      { kind: 'disputed', value: true },
    ],
  });
});

test('every operator has its test', () => {
  const where = readNodeWhere(
    {
      value: { eq: 1, in: [1, 2], lessThan: 3, atMost: 4, greaterThan: 5, atLeast: 6, isNull: false },
      period: { overlaps: partialDate('2014'), before: partialDate('2015') },
    },
    ['Measure'],
  );
  const tests = where?.kind === 'and' ? where.of.map((of) => (of.kind === 'property' ? of.test : of)) : [];
  expect(tests).toEqual([
    { kind: 'isNull', value: false },
    { kind: 'eq', value: 1 },
    { kind: 'in', values: [1, 2] },
    { kind: 'lessThan', value: 3, orEqual: false },
    { kind: 'lessThan', value: 4, orEqual: true },
    { kind: 'greaterThan', value: 5, orEqual: false },
    { kind: 'greaterThan', value: 6, orEqual: true },
    { kind: 'overlaps', earliest: '2014-01-01', latest: '2014-12-31' },
    { kind: 'before', earliest: '2015-01-01', latest: '2015-12-31' },
  ]);
});

test('a grade is tested by its scale, its ranks, or both', () => {
  expect(readNodeWhere({ grade: { ranks: [4] } }, ['Judgement'])).toEqual({
    kind: 'property',
    property: 'grade',
    test: { kind: 'grade', scale: null, ranks: [4] },
  });
});

test('`some: {}` asks for any relationship at all', () => {
  expect(readNodeWhere({ led: { some: {} } }, ['Person'])).toEqual({
    kind: 'related',
    relationship: 'LED',
    direction: 'out',
    quantifier: 'some',
    node: null,
    self: null,
  });
});

test('a filter on the relationship alone asks for one that is so', () => {
  expect(readNodeWhere({ posts: { relationship: { interim: { eq: true } } } }, ['Person'])).toMatchObject({
    quantifier: 'some',
    node: null,
    self: { kind: 'property', property: 'interim', test: { kind: 'eq', value: true } },
  });
});

test('a field that stands for several relationships matches if one of them does, and none only if none does', () => {
  const some = readNodeWhere({ inspections: { some: {} } }, nodeTypeNames);
  const none = readNodeWhere({ inspections: { none: {} } }, nodeTypeNames);
  const relationships = (where: typeof some) =>
    where?.kind === 'or' || where?.kind === 'and'
      ? where.of.map((of) => (of.kind === 'related' ? of.relationship : null))
      : [];
  expect(some?.kind).toBe('or');
  expect(none?.kind).toBe('and');
  expect(relationships(some)).toEqual(['INSPECTED', 'COVERED', 'CARRIED_OUT_UNDER']);
  expect(relationships(none)).toEqual(['INSPECTED', 'COVERED', 'CARRIED_OUT_UNDER']);
});

test('an empty `or` matches nothing and an empty `and` everything', () => {
  expect(readNodeWhere({ or: [] }, ['Person'])).toEqual({ kind: 'or', of: [] });
  expect(readRelationshipWhere({ and: [] })).toEqual({ kind: 'and', of: [] });
});

test('`not` denies all that stands in it at once', () => {
  expect(readRelationshipWhere({ not: { disputed: true, kind: { eq: 'x' } } })).toMatchObject({
    kind: 'not',
    of: { kind: 'and', of: [{ kind: 'disputed' }, { kind: 'property' }] },
  });
});

test('conditions inside one another have an end', () => {
  const nest = (depth: number): object => (depth === 0 ? {} : { not: nest(depth - 1) });
  expect(readNodeWhere(nest(8), ['Person'])).not.toBeNull();
  expect(() => readNodeWhere(nest(9), ['Person'])).toThrow(/nested 8 times/);
});
