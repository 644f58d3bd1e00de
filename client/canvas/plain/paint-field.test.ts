import { expect, test } from 'vitest';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { readPalette } from '../look/read-palette.ts';
import { makeFieldPainter } from './paint-field.ts';
import { makePlainField } from './plain-field.ts';

const drawing = describeDrawing(placedSmallWorld());
const everywhere = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
const sight = { zoom: 1, pan: { x: 0, y: 0 }, ratio: 1 };

/** A surface that counts what is drawn on it and remembers how wide lines are. */
function counter() {
  const counts = { stroke: 0, fill: 0, lineTo: 0, moveTo: 0, shapes: 0 };
  const widths: number[] = [];
  const count = (what: keyof typeof counts) => () => {
    counts[what] += 1;
  };
  const surface: Partial<CanvasRenderingContext2D> = {
    lineWidth: 0,
    beginPath: () => {},
    setLineDash: () => {},
    stroke() {
      counts.stroke += 1;
      widths.push(surface.lineWidth ?? 0);
    },
    fill: count('fill'),
    lineTo: count('lineTo'),
    moveTo: count('moveTo'),
    closePath: count('shapes'),
    ellipse: count('shapes'),
    roundRect: count('shapes'),
    rect: count('shapes'),
  };
  return { surface: surface as CanvasRenderingContext2D, counts, widths };
}

function painted(area = everywhere, zoom = 1) {
  const field = makePlainField();
  field.hold(drawing);
  const { surface, counts, widths } = counter();
  makeFieldPainter(field)(
    surface,
    readPalette(() => 'black'),
    { ...sight, zoom },
    area,
  );
  return { counts, widths };
}

test('every shape and every line is painted, in far fewer strokes and fillings than there are', () => {
  const { counts } = painted();
  expect(counts.shapes).toBe(drawing.nodes.size);
  const looks = new Set(
    [...drawing.nodes.values()].map(({ kind, shape, tone }) => `${kind} ${shape} ${tone}`),
  );
  expect(counts.fill).toBe(looks.size);
  expect(counts.fill).toBeLessThan(drawing.nodes.size);
});

test('of what lies outside the area nothing is painted', () => {
  const { counts } = painted({ left: 5e5, top: 5e5, right: 6e5, bottom: 6e5 });
  expect(counts).toEqual({ stroke: 0, fill: 0, lineTo: 0, moveTo: 0, shapes: 0 });
});

test('no line is wider than a pixel of the screen, however near one looks', () => {
  const { widths } = painted(everywhere, 4);
  const borders = 4;
  expect(Math.max(...widths.filter((width) => width !== borders))).toBeLessThanOrEqual(1);
});
