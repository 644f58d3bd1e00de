import type { Box } from '../../client/canvas/drawing/drawing.ts';
import type { Point } from '../../client/exploration/exploration.ts';

interface Standing {
  readonly box: Box;
  readonly at: Point;
}

/**
 * Whether two boxes overlap by more than `allowed`, in pixels: places are rounded, so that boxes may share one. For tests
 * alone, so that what places nodes is not held against itself.
 */
export function doOverlap(a: Standing, b: Standing, allowed: number): boolean {
  return (
    a.at.x - a.box.left < b.at.x + b.box.right - allowed &&
    b.at.x - b.box.left < a.at.x + a.box.right - allowed &&
    a.at.y - a.box.top < b.at.y + b.box.bottom - allowed &&
    b.at.y - b.box.top < a.at.y + a.box.bottom - allowed
  );
}
