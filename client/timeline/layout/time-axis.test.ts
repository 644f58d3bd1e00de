import { expect, test } from 'vitest';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { countDays, countMonths, dayOf, makeTimeAxis, monthOf, spanOfMonths } from './time-axis.ts';

function axisOf(...dates: readonly string[]) {
  const axis = makeTimeAxis(dates.map(partialDate), 100, 900);
  if (!axis) throw new Error('no axis');
  return axis;
}

test('an open side of an interval does not stretch the axis', () => {
  const axis = axisOf('2009/..', '2014-04');
  expect([axis.first, axis.last]).toEqual(['2009-01', '2014-12']);
  expect(axis.endOf('9999-12-31')).toBe(900);
});

test('places and months are each other’s way back, up to both ends', () => {
  const axis = axisOf('2009', '2018');
  expect(axis.monthAt(100)).toBe('2009-01');
  expect(axis.monthAt(900)).toBe('2018-12');
  for (const month of ['2009-01', '2013-06', '2018-12']) {
    const { from, to } = spanOfMonths(axis, month, month);
    expect(axis.monthAt((from + to) / 2)).toBe(month);
  }
});

test('ticks are few enough to be read, and a short time is told in months', () => {
  const many = axisOf('1975', '2024').ticks;
  for (const [index, { x }] of many.entries()) expect(x - (many[index - 1]?.x ?? -99)).toBeGreaterThan(30);
  expect(axisOf('2014').ticks.map(({ label }) => label)).toContain('April');
});

test('months are counted over the ends of years', () => {
  expect(monthOf(countMonths('2013-12') + 1)).toBe('2014-01');
  expect(monthOf(countMonths('2014-01') - 1)).toBe('2013-12');
});

test('days are counted over the ends of months, and found again on the axis', () => {
  expect(dayOf(countDays('2012-02-28') + 2)).toBe('2012-03-01');
  const axis = axisOf('2009', '2018');
  expect(axis.dayAt(100)).toBe('2009-01-01');
  expect(axis.dayAt(900)).toBe('2018-12-31');
  expect(axis.dayAt((axis.startOf('2014-04-01') + axis.endOf('2014-04-01')) / 2)).toBe('2014-04-01');
});
