import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewportFor } from './camera.ts';

const size = fc.integer({ min: 100, max: 3000 });

test('what is fitted stands on the canvas whole, whatever the sizes', () => {
  fc.assert(
    fc.property(size, size, size, size, (wide, high, width, height) => {
      const bounds = { left: -wide / 3, right: (wide * 2) / 3, top: -50, bottom: high - 50 };
      const { zoom, pan } = viewportFor(bounds, width, height);
      expect(bounds.left * zoom + pan.x).toBeGreaterThanOrEqual(0);
      expect(bounds.right * zoom + pan.x).toBeLessThanOrEqual(width);
      expect(bounds.top * zoom + pan.y).toBeGreaterThanOrEqual(0);
      expect(bounds.bottom * zoom + pan.y).toBeLessThanOrEqual(height);
    }),
  );
});
