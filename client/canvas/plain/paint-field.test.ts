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
  const patterns: string[] = [];
  const count = (what: keyof typeof counts) => () => {
    counts[what] += 1;
  };
  const surface: Partial<CanvasRenderingContext2D> = {
    lineWidth: 0,
    beginPath: () => {},
    setLineDash: (dashes) => patterns.push([...dashes].join(' ')),
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
  return { surface: surface as CanvasRenderingContext2D, counts, widths, patterns };
}

function painted(area = everywhere, zoom = 1, given = drawing) {
  const field = makePlainField();
  field.hold(given);
  const { surface, counts, widths, patterns } = counter();
  makeFieldPainter(field)(
    surface,
    readPalette(() => 'black'),
    { ...sight, zoom },
    area,
  );
  return { counts, widths, patterns };
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

test('a post that may not have been held is dotted however small the view, and what is inferred is dashed in a larger one', () => {
  const look = (given: { isDashed?: boolean; isDotted?: boolean }) => ({
    ...drawing,
    relationships: new Map([...drawing.relationships].map(([id, line]) => [id, { ...line, ...given }])),
  });
  const patternsAt = (zoom: number, given: Parameters<typeof look>[0]) =>
    new Set(painted(everywhere, zoom, look(given)).patterns.filter((each) => each !== ''));
  expect(patternsAt(1, { isDotted: true })).toEqual(new Set(['1.5 3.5']));
  expect(patternsAt(0.1, { isDotted: true }).size).toBe(1);
  expect(patternsAt(1, { isDashed: true })).toEqual(new Set(['4 3']));
  expect(patternsAt(0.1, { isDashed: true }).size).toBe(0);
});
