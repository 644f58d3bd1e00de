import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadRow } from './spread-row.ts';

const someItems = fc
  .array(
    fc.record({
      want: fc.integer({ min: -400, max: 400 }),
      left: fc.integer({ min: 1, max: 60 }),
      right: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 14 },
  )
  .map((items) => items.sort((a, b) => a.want - b.want));

test('nothing in a row comes nearer than the gap', () => {
  fc.assert(
    fc.property(someItems, (items) => {
      const places = spreadRow(items, 10);
      for (const [index, item] of items.slice(1).entries()) {
        const before = items[index];
        const distance = (places[index + 1] ?? 0) - (places[index] ?? 0);
        expect(distance).toBeGreaterThanOrEqual((before?.right ?? 0) + 10 + item.left - 1e-6);
      }
    }),
  );
});

test('what has room stands where it wants', () => {
  const row = [-200, 0, 200].map((want) => ({ want, left: 40, right: 40 }));
  expect(spreadRow(row, 10)).toEqual([-200, 0, 200]);
});

test('two that want the same place share the way', () => {
  expect(
    spreadRow(
      [
        { want: 0, left: 20, right: 20 },
        { want: 0, left: 20, right: 20 },
      ],
      10,
    ),
  ).toEqual([-25, 25]);
});
