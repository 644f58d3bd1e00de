import type { LayoutTask } from '../layout-task.ts';

/**
 * How wide rows should be so that all boxes, set close in rows, fill the shape of the canvas: as wide as the canvas,
 * or wider where that would make a column.
 */
export function rowWidth({ nodes, width, height }: LayoutTask, gap: number): number {
  const area = nodes.reduce(
    (sum, { box }) => sum + (box.left + box.right + gap) * (box.top + box.bottom + gap),
    0,
  );
  return Math.max(width, Math.sqrt((area * Math.max(width, 1)) / Math.max(height, 1)));
}
