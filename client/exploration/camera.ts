import type { Point } from './exploration.ts';

/**
 * Where the user looks from. It is no part of the exploration, because moving it is no step; it goes into links
 * beside it. Said by the middle of the canvas and not by its corner, so that a canvas of another size shows the same.
 */
export interface Camera {
  readonly zoom: number;
  /** What stands in the middle of the canvas, in its own units. */
  readonly middle: Point;
  readonly sight: Sight;
}

/**
 * How much of the view is in sight: all of it as the canvas fits it, all of it otherwise, or a part. What was whole is
 * whole on a canvas of another size, too.
 */
type Sight = (typeof sights)[number];

/** In an order that links keep; new ones come last. */
export const sights = ['part', 'fitted', 'whole'] as const;

/** Asks the canvas to look from there, once for each such object; a camera of null fits the view. */
export interface Look {
  readonly camera: Camera | null;
}

/** The camera as exactly as links keep it: a fifth of a pixel at the largest zoom. */
export function roundCamera({ zoom, middle, sight }: Camera): Camera {
  return {
    zoom: roundTo(zoom, 100_000),
    middle: { x: roundTo(middle.x, 100), y: roundTo(middle.y, 100) },
    sight,
  };
}

/** Places are kept to a tenth of a pixel, so that a link holds them exactly. */
export function roundPoint({ x, y }: Point): Point {
  return { x: roundTo(x, 10), y: roundTo(y, 10) };
}

function roundTo(value: number, parts: number): number {
  // Adding zero makes a plain zero of a negative one, which JSON could not tell apart.
  return Math.round(value * parts) / parts + 0;
}
