import { expect, test } from 'vitest';
import type { Point } from '../../exploration/exploration.ts';
import { OccupiedSpace } from './occupied-space.ts';

test('however many want one place, each finds a free one, and they stand around it and not in a row', () => {
  const space = new OccupiedSpace();
  const box = { left: 40, right: 40, top: 15, bottom: 15 };
  const places: Point[] = [];
  for (let index = 0; index < 6_000; index++) {
    const at = space.findFree(box, { x: 0, y: 0 }, index);
    expect(space.isFree(box, at)).toBe(true);
    space.add(box, at);
    places.push(at);
  }
  const reach = Math.max(...places.map(({ x, y }) => Math.hypot(x, y)));
  // A circle of five times what the boxes take up with their gaps.
  expect(reach).toBeLessThan(Math.sqrt((5 * 6_000 * 86 * 36) / Math.PI));
});
