import type { Point } from '../../exploration/exploration.ts';
import type { Outline } from '../../ui/shapes.ts';

/** The path of a shape of this size around a middle. */
export function outlinePath(outline: Outline, { x, y }: Point, width: number, height: number): string {
  switch (outline.kind) {
    case 'ellipse':
      return ellipsePath({ x, y }, width / 2, height / 2);
    case 'rounded-rectangle':
      return roundedPath({ x: x - width / 2, y: y - height / 2 }, width, height, 4);
    case 'polygon':
      return `${outline.points
        .flatMap((_, index, points) =>
          index % 2 === 0 ? [[points[index] ?? 0, points[index + 1] ?? 0]] : [],
        )
        .map(
          ([px = 0, py = 0], index) =>
            `${index === 0 ? 'M' : 'L'}${at(x + (px * width) / 2, y + (py * height) / 2)}`,
        )
        .join('')}Z`;
  }
}

export function ellipsePath({ x, y }: Point, across: number, down: number): string {
  const arc = `A${round(across)} ${round(down)} 0 1 1 `;
  return `M${at(x - across, y)}${arc}${at(x + across, y)}${arc}${at(x - across, y)}Z`;
}

/** A rectangle with round corners, from its upper left one. */
export function roundedPath({ x, y }: Point, width: number, height: number, corner: number): string {
  const r = Math.min(corner, width / 2, height / 2);
  const turn = (dx: number, dy: number) => `a${round(r)} ${round(r)} 0 0 1 ${at(dx, dy)}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return `M${at(x + r, y)}h${round(across)}${turn(r, r)}v${round(down)}${turn(-r, r)}h${round(-across)}${turn(-r, -r)}v${round(-down)}${turn(r, -r)}Z`;
}

export function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** A hundredth of a pixel is finer than any eye, and keeps files small. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
