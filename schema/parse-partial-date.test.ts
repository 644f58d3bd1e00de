import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePartialDate, partialDate } from './parse-partial-date.ts';
import { dateSpan, datesOverlap, printPartialDate } from './partial-date.ts';

const isoDay = fc
  .integer({ min: Date.UTC(1000, 0, 1) / 86_400_000, max: Date.UTC(2999, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const side = fc
  .tuple(isoDay, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~', '%'))
  .map(([day, length, qualifier]) => day.slice(0, length) + qualifier);
const interval = fc.tuple(side, side).filter(([start, end]) => {
  const bounds = [parsePartialDate(start), parsePartialDate(end)];
  return (bounds[0]?.earliest ?? '') <= (bounds[1]?.latest ?? '');
});
const anyDate = fc.oneof(
  side,
  interval.map(([start, end]) => `${start}/${end}`),
  side.map((start) => `${start}/..`),
  side.map((end) => `../${end}`),
);

describe('the first and last day that a date can mean', () => {
  test.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2014-02', '2014-02-01', '2014-02-28'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2014-04-24', '2014-04-24', '2014-04-24'],
    ['2014-04~', '2014-04-01', '2014-04-30'],
    ['2022-01?', '2022-01-01', '2022-01-31'],
    ['2009-01-12~', '2009-01-12', '2009-01-12'],
    ['2020-11-11/2021-04', '2020-11-11', '2021-04-30'],
    ['2009-04/2010-03', '2009-04-01', '2010-03-31'],
    ['2009/..', '2009-01-01', '9999-12-31'],
    ['../2009', '0001-01-01', '2009-12-31'],
    ['200X', '2000-01-01', '2009-12-31'],
    ['2014-XX-XX', '2014-01-01', '2014-12-31'],
  ])('%s', (edtf, earliest, latest) => {
    expect(parsePartialDate(edtf)).toEqual({ edtf, earliest, latest });
  });

  test('are in order, and those of a side of an interval lie in it', () => {
    fc.assert(
      fc.property(anyDate, (text) => {
        const date = partialDate(text);
        expect(date.edtf).toBe(text);
        expect(date.earliest <= date.latest).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  '',
  'April 2014',
  '2014-13',
  '2014-02-30',
  '24.4.2014',
  '2014/2013',
  '../..',
  '2014/2015/2016',
  '2014-04-24T10:00:00',
  '2014~-04',
  '1XXX',
  '2008-21',
  'x',
])('“%s” is no date', (text) => {
  expect(parsePartialDate(text)).toBeNull();
  expect(() => partialDate(text)).toThrow(TypeError);
});

describe('a date in words', () => {
  test.each([
    ['2014', '2014'],
    ['2014-04', 'April 2014'],
    ['2014-04-24', '24 April 2014'],
    ['2014-04~', 'about April 2014'],
    ['2022?', 'perhaps 2022'],
    ['2022-01%', 'perhaps about January 2022'],
    ['2009-01-12~', 'about 12 January 2009'],
    ['2020-10-14/2020-11-11', '14 October 2020 to 11 November 2020'],
    ['2009/..', 'from 2009'],
    ['../2009-03', 'until March 2009'],
    ['200X', '2000s'],
  ])('%s is “%s”', (edtf, words) => {
    expect(printPartialDate(partialDate(edtf))).toBe(words);
  });
});

describe('two dates', () => {
  test('can both be true where they share a day', () => {
    expect(datesOverlap(partialDate('2014'), partialDate('2014-04-24'))).toBe(true);
    expect(datesOverlap(partialDate('2014-04-30/2014-06'), partialDate('2014-04'))).toBe(true);
    expect(datesOverlap(partialDate('2008-02'), partialDate('2008-01'))).toBe(false);
    expect(datesOverlap(partialDate('2022-01?'), partialDate('2023'))).toBe(false);
  });

  test('overlap the same both ways, and each date overlaps itself', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const [a, b] = [partialDate(one), partialDate(other)];
        expect(datesOverlap(a, b)).toBe(datesOverlap(b, a));
        expect(datesOverlap(a, a)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('leave open as many days as lie between their bounds', () => {
    expect(dateSpan(partialDate('2014-04-24'))).toBe(0);
    expect(dateSpan(partialDate('2014-04'))).toBe(29);
    expect(dateSpan(partialDate('2016'))).toBe(365);
  });
});
