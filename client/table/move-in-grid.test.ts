import { expect, test } from 'vitest';
import { moveInGrid } from './move-in-grid.ts';

const size = { rows: 30, columns: 4 };
const from = { row: 5, column: 1 };

test('arrows go from cell to cell and stop at the edges; the heads are the row above the first', () => {
  expect(moveInGrid(from, size, 'ArrowRight')).toEqual({ row: 5, column: 2 });
  expect(moveInGrid({ row: 1, column: 0 }, size, 'ArrowUp')).toEqual({ row: 0, column: 0 });
  expect(moveInGrid({ row: 0, column: 0 }, size, 'ArrowUp')).toEqual({ row: 0, column: 0 });
  expect(moveInGrid({ row: 30, column: 3 }, size, 'ArrowRight')).toEqual({ row: 30, column: 3 });
});

test('Home and End keep to the row, with Ctrl to the whole grid', () => {
  expect(moveInGrid(from, size, 'End')).toEqual({ row: 5, column: 3 });
  expect(moveInGrid(from, size, 'Ctrl+Home')).toEqual({ row: 0, column: 0 });
  expect(moveInGrid(from, size, 'Ctrl+End')).toEqual({ row: 30, column: 3 });
});

test('other keys lead nowhere', () => {
  expect(moveInGrid(from, size, 'e')).toBeNull();
});
