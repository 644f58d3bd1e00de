import { expect, test } from 'vitest';
import { selectRange } from './select-range.ts';

const order = ['a', 'b', 'c', 'd'];

test('everything from where one began to where one is, the last one last', () => {
  expect(selectRange(order, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(selectRange(order, 'c', 'a')).toEqual(['c', 'b', 'a']);
  expect(selectRange(order, 'b', 'b')).toEqual(['b']);
});

test('where the beginning is gone, only what one is at', () => {
  expect(selectRange(order, 'x', 'c')).toEqual(['c']);
});
