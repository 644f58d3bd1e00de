import type { Point } from '../../exploration/exploration.ts';
import type { Drawing } from '../drawing/drawing.ts';

/** The plain line nearest to the point and no further from it than `reach`, all in the canvas's own units; or null. */
export function plainLineAt({ nodes, relationships }: Drawing, at: Point, reach: number): string | null {
  let nearest: { readonly id: string; readonly distance: number } | null = null;
  for (const { id, from, to, isPlain } of relationships.values()) {
    const [start, end] = [nodes.get(from)?.at, nodes.get(to)?.at];
    if (!isPlain || !start || !end) continue;
    const distance = distanceTo(at, start, end);
    if (distance <= (nearest?.distance ?? reach)) nearest = { id, distance };
  }
  return nearest?.id ?? null;
}

function distanceTo(at: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const square = dx * dx + dy * dy || 1;
  const share = Math.min(1, Math.max(0, ((at.x - start.x) * dx + (at.y - start.y) * dy) / square));
  return Math.hypot(at.x - start.x - share * dx, at.y - start.y - share * dy);
}
