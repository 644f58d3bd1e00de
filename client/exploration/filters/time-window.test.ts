import { expect, test } from 'vitest';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { isWithin, sayTimeWindow } from './time-window.ts';

const window = { from: '2013-06', to: '2018-11' };

test.each([
  ['2013-06-01', true],
  ['2018-11-30', true],
  ['2013-05-31', false],
  ['2018-12', false],
  ['2013', true],
  ['2019?', false],
  ['2009-04/2010-03', false],
  ['2018-11/..', true],
])('a date that can mean a day in the window is within: %s, %s', (date, is) => {
  expect(isWithin(partialDate(date), window)).toBe(is);
});

test('a window is said in months', () => {
  expect(sayTimeWindow(window)).toBe('June 2013 to November 2018');
  expect(sayTimeWindow({ from: '2018-03', to: '2018-03' })).toBe('March 2018');
});
