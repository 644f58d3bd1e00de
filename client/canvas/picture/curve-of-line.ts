import type { Point } from '../../exploration/exploration.ts';
import { controlPoints } from '../drawing/bend-relationship.ts';
import { at } from './outline-path.ts';

interface Curve {
  readonly path: string;
  readonly middle: Point;
}

/**
 * A line between two nodes, bent as Cytoscape bends it on the canvas: its control points stand at a distance from the
 * straight line, and where there are two the curve passes through the point half-way between them.
 */
export function curveOfLine(from: Point, to: Point, isUpright: boolean): Curve {
  const [first = from, second] = controlPoints(from, to, isUpright);
  const start = `M${at(from.x, from.y)}Q${at(first.x, first.y)} `;
  const end = at(to.x, to.y);
  if (!second) {
    const middle = { x: (from.x + 2 * first.x + to.x) / 4, y: (from.y + 2 * first.y + to.y) / 4 };
    return { path: `${start}${end}`, middle };
  }
  const middle = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  return { path: `${start}${at(middle.x, middle.y)}Q${at(second.x, second.y)} ${end}`, middle };
}
