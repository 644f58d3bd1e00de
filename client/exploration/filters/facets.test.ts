import { expect, test } from 'vitest';
import { isFacetShown, isOnlyFacet, letsThrough, switchFacet } from './facets.ts';

const without = { kind: 'without', keys: new Set(['2014']) } as const;
const only = { kind: 'only', keys: new Set(['2014']) } as const;

test('one group that is shown is enough to be seen', () => {
  expect(letsThrough(without, ['2014', '2015'])).toBe(true);
  expect(letsThrough(without, ['2014'])).toBe(false);
  expect(letsThrough(only, ['2013', '2014'])).toBe(true);
  expect(letsThrough(only, ['2013'])).toBe(false);
});

test('what lacks the value is left out by “only” alone', () => {
  expect(letsThrough(without, [])).toBe(true);
  expect(letsThrough(only, [])).toBe(false);
});

test('switching groups on and off ends where it began, and a filter that leaves nothing out is none', () => {
  const off = switchFacet(undefined, '2014', false);
  expect(off).toEqual(without);
  expect(switchFacet(off, '2014', true)).toBeUndefined();
  expect(switchFacet(off, '2014', false)).toBe(off);
});

test('after “only”, switching another group on adds it', () => {
  const both = switchFacet(only, '2018', true);
  expect(both).toEqual({ kind: 'only', keys: new Set(['2014', '2018']) });
  const filters = new Map([['year', both ?? only]] as const);
  expect(isFacetShown(filters, { dimension: 'year', key: '2018' })).toBe(true);
  expect(isFacetShown(filters, { dimension: 'year', key: '2016' })).toBe(false);
  expect(isOnlyFacet(filters, { dimension: 'year', key: '2018' })).toBe(false);
  expect(isOnlyFacet(new Map([['year', only]]), { dimension: 'year', key: '2014' })).toBe(true);
});
