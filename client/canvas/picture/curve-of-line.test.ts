import { expect, test } from 'vitest';
import { curveOfLine } from './curve-of-line.ts';

const upright = { isPlain: false, isUpright: true };

test('an upright line leaves straight down, arrives straight down, and crosses its middle', () => {
  const path = curveOfLine(upright, { x: 0, y: 0 }, { x: 100, y: 200 });
  expect(path).toBe('M0 0Q0 100 50 100Q100 100 100 200');
});

test('a line along a row is an arc above it, whichever way it is read', () => {
  const [there, back] = [
    curveOfLine(upright, { x: 0, y: 0 }, { x: 100, y: 0 }),
    curveOfLine(upright, { x: 100, y: 0 }, { x: 0, y: 0 }),
  ];
  expect(there).toBe('M0 0Q50 -14 100 0');
  expect(back).toBe('M100 0Q50 -14 0 0');
});

test('a line of a plain drawing is straight', () => {
  expect(curveOfLine({ isPlain: true, isUpright: true }, { x: 0, y: 0 }, { x: 100, y: 200 })).toBe(
    'M0 0L100 200',
  );
});

test('a node that is related to itself still has a line', () => {
  const path = curveOfLine({ isPlain: false, isUpright: false }, { x: 5, y: 5 }, { x: 5, y: 5 });
  expect(path).toBe('M5 5Q5 5 5 5');
});
