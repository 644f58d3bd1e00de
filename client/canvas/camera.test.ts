import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { Point } from '../exploration/exploration.ts';
import { clearOfUndoBar, fittedViewport, panToShow, viewportFor } from './camera.ts';
import { type Drawing, emptyDrawing } from './drawing/drawing.ts';
import { MIN_ZOOM } from './start-cytoscape.ts';

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

test('as many nodes as can be opened are fitted on a phone with a zoom that Cytoscape takes', () => {
  // 10,000 nodes, each with its name, stand on a square of so many units.
  const all = { left: 0, right: 20_000, top: 0, bottom: 20_000 };
  expect(viewportFor(all, 360, 600, { side: 10, foot: 52 }).zoom).toBeGreaterThanOrEqual(MIN_ZOOM);
});

const box = { left: 40, right: 40, top: 20, bottom: 30 };
const bounds = { left: -40, right: 1040, top: -20, bottom: 830 };
const barOf = (height: number) => ({ right: 256, top: height - 52 });

/** Nodes of which one stands at the foot, so far to the right. */
const withFoot = (x: number) => [
  { at: { x: 0, y: 0 }, box },
  { at: { x: 1000, y: 0 }, box },
  { at: { x, y: 800 }, box },
];

test('what would stand under the undo bar stands beside it, as large as before, where there is room', () => {
  const size = { width: 1100, height: 700 };
  const { zoom, pan } = clearOfUndoBar(withFoot(100), { bounds, swell: 1, ...size });
  expect(zoom).toBe(viewportFor(bounds, size.width, size.height).zoom);
  expect((100 - box.left) * zoom + pan.x).toBeCloseTo(barOf(size.height).right);
  expect(bounds.right * zoom + pan.x).toBeLessThanOrEqual(size.width);
});

test('without room beside the undo bar it stands above it', () => {
  const size = { width: 900, height: 700 };
  const { zoom, pan } = clearOfUndoBar(withFoot(0), { bounds, swell: 1, ...size });
  expect((800 + box.bottom) * zoom + pan.y).toBeLessThanOrEqual(barOf(size.height).top);
});

test('what leaves the room of the undo bar free is fitted into the middle', () => {
  const size = { width: 900, height: 700 };
  expect(clearOfUndoBar(withFoot(800), { bounds, swell: 1, ...size })).toEqual(
    viewportFor(bounds, size.width, size.height),
  );
});

test('on a canvas as narrow as that of a phone the whole foot is left free', () => {
  const size = { width: 500, height: 400 };
  const { zoom, pan } = clearOfUndoBar(withFoot(800), { bounds, swell: 1, ...size });
  expect((800 + box.bottom) * zoom + pan.y).toBeLessThan(barOf(size.height).top + 0.01);
});

test('above a sheet, too, it stands in the middle and above the whole foot', () => {
  const size = { width: 360, height: 215 };
  const { zoom, pan } = clearOfUndoBar(withFoot(0), { bounds, swell: 1, ...size });
  expect(((bounds.left + bounds.right) / 2) * zoom + pan.x).toBeCloseTo(size.width / 2);
  expect(bounds.bottom * zoom + pan.y).toBeLessThan(barOf(size.height).top + 0.01);
});

test('whatever is fitted is in view, so that selecting it moves nothing', () => {
  fc.assert(
    fc.property(size, size, fc.integer({ min: 300, max: 2000 }), (wide, high, width) => {
      const all = { left: 0, right: wide, top: 0, bottom: high };
      const fitted = viewportFor(all, width, 700, { side: 10, foot: 52 });
      for (const at of [
        { x: box.left, y: box.top },
        { x: wide - box.right, y: high - box.bottom },
      ])
        if (wide > box.left + box.right && high > box.top + box.bottom)
          expect(panToShow({ at, box }, fitted, { width, height: 700 })).toBeNull();
    }),
  );
});

test('what stands outside, under the cards above or below the undo bar comes into the middle, as large as before', () => {
  const [zoom, canvas] = [1.5, { width: 360, height: 200 }];
  const middle = { x: 180, y: (56 + 200 - 52) / 2 };
  for (const at of [
    { x: 500, y: 80 },
    { x: 120, y: 40 },
    { x: 60, y: 100 },
  ]) {
    const pan = panToShow({ at, box }, { zoom, pan: { x: 0, y: 0 } }, canvas);
    expect({ x: at.x * zoom + (pan?.x ?? 0), y: at.y * zoom + (pan?.y ?? 0) }).toEqual(middle);
  }
});

test.each([
  ['a desk', { width: 900, height: 800 }],
  ['a phone', { width: 360, height: 560 }],
])('a large view on %s leaves room at its edges for words, which have one size', (_case, canvas) => {
  const far = [
    { x: -5000, y: -4000 },
    { x: 5000, y: 4000 },
  ].map((at, index) => [nodeId(`person/${index}`), { at, box }] as const);
  const drawing = { ...emptyDrawing, isPlain: true, nodes: new Map(far) } as unknown as Drawing;
  const fitted = fittedViewport(drawing, canvas);
  if (!fitted) throw new Error('there is room');
  const place = ({ x, y }: Point) => ({
    x: x * fitted.zoom + fitted.pan.x,
    y: y * fitted.zoom + fitted.pan.y,
  });
  const [first, last] = far.map(([, { at }]) => place(at));
  expect(first?.x).toBeGreaterThan(20);
  expect(first?.y).toBeGreaterThanOrEqual(56);
  expect(canvas.width - (last?.x ?? 0)).toBeGreaterThan(20);
  expect(canvas.height - (last?.y ?? 0)).toBeGreaterThan(52 + 20);
});

test('above a view that is too large to be read there is room for what is said of it', () => {
  const topOf = (count: number, canvas: { readonly width: number; readonly height: number }) => {
    const nodes = Array.from({ length: count }, (_, index) => {
      const id = nodeId(`person/${index}`);
      return [id, { kind: 'mark', at: { x: index % 50, y: index }, box }] as const;
    });
    const drawing = { ...emptyDrawing, isPlain: true, nodes: new Map(nodes) } as unknown as Drawing;
    return fittedViewport(drawing, canvas)?.pan.y ?? 0;
  };
  for (const canvas of [
    { width: 900, height: 800 },
    { width: 360, height: 600 },
  ])
    expect(topOf(2501, canvas) - topOf(2500, canvas)).toBeGreaterThan(50);
});
