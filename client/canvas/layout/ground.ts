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
  let index = 0;
  // One by one: a list for each would cost as much as what is saved.
  for (const { box, at } of standing) {
    ground[index] = at.x;
    ground[index + 1] = at.y;
    ground[index + 2] = box.left;
    ground[index + 3] = box.right;
    ground[index + 4] = box.top;
    ground[index + 5] = box.bottom;
    index += FIELDS;
  }
  return ground;
}

/** The boxes of `describeGround`. */
export function readGround(ground: Float64Array): readonly Standing[] {
  return Array.from({ length: ground.length / FIELDS }, (_, index) => {
    const [x = 0, y = 0, left = 0, right = 0, top = 0, bottom = 0] = ground.subarray(
      index * FIELDS,
      (index + 1) * FIELDS,
    );
    return { box: { left, right, top, bottom }, at: { x, y } };
  });
}
