import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liesUnderUndoBar, viewportFor } from './camera.ts';

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

test('what would stand under the undo bar stands above it with a foot that is left free', () => {
  const nodes = [0, 1, 2].map((row) => ({
    at: { x: 100, y: row * 400 },
    box: { left: 40, right: 40, top: 20, bottom: 30 },
  }));
  const bounds = { left: 60, right: 800, top: -20, bottom: 830 };
  const plain = viewportFor(bounds, 900, 700);
  expect(liesUnderUndoBar(nodes, 1, plain, 700)).toBe(true);
  expect(liesUnderUndoBar(nodes, 1, viewportFor(bounds, 900, 700, 52), 700)).toBe(false);
  const aside = nodes.map(({ at, box }) => ({ at: { ...at, x: at.x + 600 }, box }));
  expect(liesUnderUndoBar(aside, 1, plain, 700)).toBe(false);
});
