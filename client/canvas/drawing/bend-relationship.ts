import type { Point } from '../../exploration/exploration.ts';

/** Control points of a line as Cytoscape wants them: distances from the straight line, at shares of its length. */
export interface Bend {
  readonly distances: string;
  readonly weights: string;
}

/** Lines that rise more than this, in pixels, leave and arrive upright; flatter ones are gentle arcs. */
const STEEP = 44;

/**
 * How the line between two nodes bends: upright ones in an S from row to row, so that a fan of lines parts early and
 * gently, others in an arc.
 */
export function bendRelationship(from: Point, to: Point, isUpright: boolean): Bend {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 1) return { distances: '0', weights: '0.5' };
  if (!isUpright || Math.abs(dy) < STEEP) {
    // Always upwards, so that lines along a row do not run through the words below it.
    const lift = Math.min(36, length * 0.14) * (dx >= 0 ? -1 : 1);
    return { distances: round(lift), weights: '0.5' };
  }
  // Control points half-way down, straight below the start and straight above the end.
  const weight = (dy * dy) / (2 * length * length);
  const distance = (dx * dy) / (2 * length);
  return {
    distances: `${round(distance)} ${round(-distance)}`,
    weights: `${round(weight)} ${round(1 - weight)}`,
  };
}

/** The control points of the bent line: it passes half-way between two of them. */
export function controlPoints(from: Point, to: Point, isUpright: boolean): readonly Point[] {
  const { distances, weights } = bendRelationship(from, to, isUpright);
  const shares = weights.split(' ').map(Number);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const aside = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  return distances.split(' ').map((text, index) => {
    const [distance, share] = [Number(text), shares[index] ?? 0.5];
    return {
      x: from.x + (to.x - from.x) * share + aside.x * distance,
      y: from.y + (to.y - from.y) * share + aside.y * distance,
    };
  });
}

function round(value: number): string {
  return value.toFixed(3);
}
