import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampScale } from './paint-picture.ts';

test('a picture of usual size keeps its scale', () => {
  expect(clampScale({ width: 1200, height: 900 }, 3)).toBe(3);
});

test('whatever the size, what comes out fits on a drawing surface and is no larger than asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 200_000 }),
      fc.constantFrom(1, 2, 3),
      (width, height, wanted) => {
        const scale = clampScale({ width, height }, wanted);
        const [across, down] = [Math.floor(width * scale), Math.floor(height * scale)];
        expect(scale).toBeLessThanOrEqual(wanted);
        expect(Math.max(across, down)).toBeLessThanOrEqual(16_384);
        expect(across * down).toBeLessThanOrEqual(16_777_216);
      },
    ),
  );
});
