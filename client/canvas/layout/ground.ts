import type { Point } from '../../exploration/exploration.ts';
import type { Box } from '../drawing/drawing.ts';

/** A box where it stands. */
export interface Standing {
  readonly box: Box;
  readonly at: Point;
}

/** Numbers of a box: where it stands, and how far it reaches from there. */
const FIELDS = 6;

/** Boxes as plain numbers, for the way to the worker. */
export function describeGround(standing: readonly Standing[]): Float64Array {
  const ground = new Float64Array(standing.length * FIELDS);
  for (const [index, { box, at }] of standing.entries())
    ground.set([at.x, at.y, box.left, box.right, box.top, box.bottom], index * FIELDS);
  return ground;
}

/** The boxes of `describeGround`. */
export function readGround(ground: Float64Array): readonly Standing[] {
  return Array.from({ length: ground.length / FIELDS }, (_, index) => {
    const [x = 0, y = 0, left = 0, right = 0, top = 0, bottom = 0] = ground.subarray(index * FIELDS);
    return { box: { left, right, top, bottom }, at: { x, y } };
  });
}
