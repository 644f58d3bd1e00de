import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTangled, type Lead, leadTo, runsThrough } from './lead.ts';

const box = (left: number, top: number) => ({
  id: `${left} ${top}`,
  priority: 0,
  left,
  right: left + 40,
  top,
  bottom: top + 12,
});
const lead = (x: number, y: number, left: number, top: number): Lead => leadTo({ x, y }, box(left, top));

test('a lead ends where the box of the name is nearest', () => {
  expect(lead(0, 0, 100, 50).to).toEqual({ x: 100, y: 50 });
  expect(lead(120, 0, 100, 50).to).toEqual({ x: 120, y: 50 });
  expect(lead(200, 56, 100, 50).to).toEqual({ x: 140, y: 56 });
});

test('leads are tangled where lines cross, or one runs through the name of another', () => {
  expect(isTangled(lead(0, 0, 100, 100), lead(100, 0, -50, 100))).toBe(true);
  expect(isTangled(lead(0, 0, 100, 0), lead(0, 50, 100, 50))).toBe(false);
  expect(isTangled(lead(0, 5, 200, 0), lead(70, 100, 50, 0))).toBe(true);
  expect(isTangled(lead(70, 100, 50, 0), lead(0, 5, 200, 0))).toBe(true);
});

test('a line runs through a box where some point of it is inside, however near to a corner', () => {
  const ends = fc.record({ x: fc.integer({ min: -60, max: 100 }), y: fc.integer({ min: -60, max: 72 }) });
  fc.assert(
    fc.property(ends, ends, (from, to) => {
      const isOutside = ({ x, y }: typeof from) => x <= 0 || x >= 40 || y <= 0 || y >= 12;
      fc.pre(isOutside(from) && isOutside(to));
      const steps = Array.from({ length: 999 }, (_, step) => (step + 1) / 1000);
      const isInside = steps.some(
        (share) => !isOutside({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }),
      );
      // A point in a thousand may miss the tip of a corner, which the diagonals find.
      if (isInside) expect(runsThrough({ from, to }, box(0, 0))).toBe(true);
    }),
  );
  expect(runsThrough({ from: { x: -10, y: 30 }, to: { x: 60, y: 30 } }, box(0, 0))).toBe(false);
  expect(runsThrough({ from: { x: -10, y: 9 }, to: { x: 9, y: -10 } }, box(0, 0))).toBe(false);
});
