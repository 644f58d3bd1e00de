import { expect, test } from 'vitest';
import { curveOfLine } from './curve-of-line.ts';

test('an upright line leaves straight down, arrives straight down, and crosses its middle', () => {
  const { path, middle } = curveOfLine({ x: 0, y: 0 }, { x: 100, y: 200 }, true);
  expect(path).toBe('M0 0Q0 100 50 100Q100 100 100 200');
  expect(middle).toEqual({ x: 50, y: 100 });
});

test('a line along a row is an arc above it, whichever way it is read', () => {
  const there = curveOfLine({ x: 0, y: 0 }, { x: 100, y: 0 }, true).middle;
  const back = curveOfLine({ x: 100, y: 0 }, { x: 0, y: 0 }, true).middle;
  expect(there.y).toBeLessThan(0);
  expect(back).toEqual(there);
});

test('a node that is related to itself still has a line', () => {
  expect(curveOfLine({ x: 5, y: 5 }, { x: 5, y: 5 }, false).path).toBe('M5 5Q5 5 5 5');
});
