import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLabels, type LabelBox } from './choose-labels.ts';

const someBoxes = fc
  .array(fc.record({ x: fc.nat(500), y: fc.nat(300), w: fc.integer({ min: 5, max: 90 }), p: fc.nat(5) }), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(
      ({ x, y, w, p }, index): LabelBox => ({
        id: String(index),
        priority: p,
        left: x,
        right: x + w,
        top: y,
        bottom: y + 14,
      }),
    ),
  );

const touch = (a: LabelBox, b: LabelBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('no label touches what stands already, also where that overlaps itself', () => {
  fc.assert(
    fc.property(someBoxes, someBoxes, (boxes, standing) => {
      const chosen = chooseLabels(boxes, standing);
      for (const box of boxes)
        if (standing.some((other) => touch(box, other))) expect(chosen.has(box.id)).toBe(false);
    }),
  );
});

test('chosen labels do not touch, and one that is left out gives way to one as important', () => {
  fc.assert(
    fc.property(someBoxes, (boxes) => {
      const chosen = chooseLabels(boxes);
      const shown = boxes.filter(({ id }) => chosen.has(id));
      for (const a of shown) for (const b of shown) expect(a !== b && touch(a, b)).toBe(false);
      for (const left of boxes.filter(({ id }) => !chosen.has(id)))
        expect(shown.some((box) => touch(box, left) && box.priority >= left.priority)).toBe(true);
    }),
  );
});
