import type { Point } from '../../exploration/exploration.ts';
import { controlPoints } from '../drawing/bend-relationship.ts';
import type { DrawnRelationship } from '../drawing/drawing.ts';
import { at } from './outline-path.ts';

/**
 * The path of a line between two nodes as it is on the canvas: straight in a plain drawing, else bent by control
 * points that stand at a distance from the straight line; where there are two, the curve passes half-way between them.
 */
export function curveOfLine(
  { isPlain, isUpright }: Pick<DrawnRelationship, 'isPlain' | 'isUpright'>,
  from: Point,
  to: Point,
): string {
  if (isPlain) return `M${at(from.x, from.y)}L${at(to.x, to.y)}`;
  const [first = from, second] = controlPoints(from, to, isUpright);
  const start = `M${at(from.x, from.y)}Q${at(first.x, first.y)} `;
  const end = at(to.x, to.y);
  if (!second) return `${start}${end}`;
  const middle = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  return `${start}${at(middle.x, middle.y)}Q${at(second.x, second.y)} ${end}`;
}
