import type { Point } from '../../exploration/exploration.ts';
import type { LabelBox } from './choose-labels.ts';

/** A thin line from a node to its name, and the name's box; in pixels of the screen. */
export interface Lead {
  readonly from: Point;
  readonly to: Point;
  readonly box: LabelBox;
}

/** The lead to a name at this place: to where its box is nearest to the node. */
export function leadTo(from: Point, box: LabelBox): Lead {
  const to = {
    x: Math.min(Math.max(from.x, box.left), box.right),
    y: Math.min(Math.max(from.y, box.top), box.bottom),
  };
  return { from, to, box };
}

/** Whether one's line would run across the other's line or name. */
export function isTangled(one: Lead, other: Lead): boolean {
  return (
    crosses([one.from, one.to], [other.from, other.to]) ||
    runsThrough(one, other.box) ||
    runsThrough(other, one.box)
  );
}

/** Whether the line runs through the box: then it crosses a diagonal, however close to a corner it cuts it. */
export function runsThrough(
  { from, to }: Pick<Lead, 'from' | 'to'>,
  { left, right, top, bottom }: LabelBox,
): boolean {
  // Most lines are elsewhere, and a large view asks of hundreds.
  if (from.x <= left && to.x <= left) return false;
  if (from.x >= right && to.x >= right) return false;
  if (from.y <= top && to.y <= top) return false;
  if (from.y >= bottom && to.y >= bottom) return false;
  const line = [from, to] as const;
  return (
    crosses(line, [
      { x: left, y: top },
      { x: right, y: bottom },
    ]) ||
    crosses(line, [
      { x: right, y: top },
      { x: left, y: bottom },
    ])
  );
}

type Line = readonly [Point, Point];

function crosses([a, b]: Line, [c, d]: Line): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

/** Above 0 where the point is on one side of the line, below 0 on the other. */
function sideOf(a: Point, b: Point, at: Point): number {
  return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
}
