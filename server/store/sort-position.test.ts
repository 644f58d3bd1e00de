import { expect, test } from 'vitest';
import { pageOf, rowsFor } from './page-of.ts';
import { beyond, sortColumnsOf, walkOf } from './sort-position.ts';

const byDate = sortColumnsOf([{ by: { kind: 'node', property: 'date' }, direction: 'desc' }], 'nodes');

test('a date is ordered by its earliest and latest day, then by id', () => {
  expect(byDate).toEqual([
    { kind: 'property', property: 'date', part: 'earliest', direction: 'desc' },
    { kind: 'property', property: 'date', part: 'latest', direction: 'desc' },
    { kind: 'nodeId', direction: 'asc' },
  ]);
});

test('a list property has no order', () => {
  expect(() =>
    sortColumnsOf([{ by: { kind: 'node', property: 'aliases' }, direction: 'asc' }], 'nodes'),
  ).toThrow('list');
});

test('beyond a date, forward, lie earlier dates and then those that are missing', () => {
  expect(beyond(walkOf(byDate, 'forward'), ['2018-01-01', '2018-12-31', 'a/b'])).toEqual([
    [{ column: 0, kind: 'belowOrMissing', value: '2018-01-01' }],
    [
      { column: 0, kind: 'equal', value: '2018-01-01' },
      { column: 1, kind: 'belowOrMissing', value: '2018-12-31' },
    ],
    [
      { column: 0, kind: 'equal', value: '2018-01-01' },
      { column: 1, kind: 'equal', value: '2018-12-31' },
      { column: 2, kind: 'above', value: 'a/b' },
    ],
  ]);
});

test('beyond a missing date, backward, lie all dates and missing ones with a smaller id', () => {
  expect(beyond(walkOf(byDate, 'backward'), [null, null, 'a/b'])).toEqual([
    [{ column: 0, kind: 'present' }],
    [
      { column: 0, kind: 'missing' },
      { column: 1, kind: 'present' },
    ],
    [
      { column: 0, kind: 'missing' },
      { column: 1, kind: 'missing' },
      { column: 2, kind: 'below', value: 'a/b' },
    ],
  ]);
});

test('a position of another order is refused', () => {
  expect(() => beyond(walkOf(byDate, 'forward'), ['a/b'])).toThrow(RangeError);
});

test('a backward page comes back in the order of its list', () => {
  const request = { direction: 'backward', limit: 2, from: null } as const;
  expect(rowsFor(request)).toBe(3);
  expect(pageOf(['c', 'b', 'a'], request, 3)).toEqual({
    items: ['b', 'c'],
    hasNext: false,
    hasPrevious: true,
    totalCount: 3,
  });
});
