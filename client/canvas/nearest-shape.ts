import type { NodeId } from '../../schema/ids.ts';
import type { Point } from '../exploration/exploration.ts';
import type { DrawnNode } from './drawing/drawing.ts';

/**
 * The node whose shape is nearest to the point, all in the canvas's own units; of several that hold it, the one whose
 * middle is nearest. Null where there is none.
 */
export function nearestShape(
  nodes: Iterable<Pick<DrawnNode, 'id' | 'width' | 'height'>>,
  placeOf: (id: NodeId) => Point,
  at: Point,
): NodeId | null {
  let nearest: { readonly id: NodeId; readonly edge: number; readonly middle: number } | null = null;
  for (const { id, width, height } of nodes) {
    const { x, y } = placeOf(id);
    const [across, down] = [Math.abs(at.x - x), Math.abs(at.y - y)];
    const edge = Math.hypot(Math.max(0, across - width / 2), Math.max(0, down - height / 2));
    const middle = Math.hypot(across, down);
    if (!nearest || edge < nearest.edge || (edge === nearest.edge && middle < nearest.middle))
      nearest = { id, edge, middle };
  }
  return nearest?.id ?? null;
}
