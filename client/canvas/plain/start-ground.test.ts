import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areasBehind } from './start-ground.ts';

test('what is carried over and what is painted anew cover the layer, and nothing is painted twice', () => {
  const size = { width: 30, height: 20 };
  fc.assert(
    fc.property(fc.integer({ min: -29, max: 29 }), fc.integer({ min: -19, max: 19 }), (x, y) => {
      const areas = areasBehind({ x, y }, size);
      for (let column = 0; column < size.width; column++)
        for (let row = 0; row < size.height; row++) {
          const [from, above] = [column - x, row - y];
          const isCarried = from >= 0 && from < size.width && above >= 0 && above < size.height;
          const times = areas.filter(
            ({ left, right, top, bottom }) => column >= left && column < right && row >= top && row < bottom,
          ).length;
          expect(times).toBe(isCarried ? 0 : 1);
        }
    }),
  );
});
