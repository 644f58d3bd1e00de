import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import { viewportFor } from '../../camera.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';

/** By so much more room from side to side an arrangement is tried. */
const SWELLS = [1.25, 1.5, 1.75, 2];
/** Of more nodes than this not all names can be read at once, and it would take long to try. */
const MOST_NODES = 60;
/** Words stay nearly as large as they are at zoom 1, however small the view. */
const SMALLEST = 0.95;

type Places = Map<NodeId, Point>;

/**
 * Arranges so that names can be read when the whole is fitted into the canvas. Words do not shrink with the view, so
 * that nodes, which are kept apart as at zoom 1, come too near each other in a smaller one: of the arrangement as it is
 * and wider ones, that is taken in which the fewest names touch, and among equals the closest.
 */
export function leaveRoomToRead(task: LayoutTask, arrange: (task: LayoutTask) => Places): Places {
  let best = arrange(task);
  if (task.nodes.length > MOST_NODES) return best;
  const zoom = fittedZoom(task, best);
  let fewest = countTouching(task, best);
  for (const swell of SWELLS) {
    if (fewest === 0 || zoom >= 1) break;
    // The canvas as the fitted view sees it: so wide a row may be without making the whole smaller.
    const [width, height] = [task.width / zoom, task.height / zoom];
    const nodes = task.nodes.map((node) => widen(node, swell));
    const places = arrange({ ...task, nodes, width, height });
    const touching = countTouching(task, places);
    if (touching >= fewest) continue;
    fewest = touching;
    best = places;
  }
  return best;
}

/** How many pairs of names touch when the whole is fitted into the canvas. */
export function countTouching(task: LayoutTask, places: ReadonlyMap<NodeId, Point>): number {
  const swell = Math.max(1, SMALLEST / fittedZoom(task, places));
  const boxes = task.nodes.map((node) => edgesOf(widen(node, swell), places));
  let count = 0;
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) count++;
  return count;
}

function fittedZoom(task: LayoutTask, places: ReadonlyMap<NodeId, Point>): number {
  const edges = task.nodes.map((node) => edgesOf(node, places));
  const bounds = {
    left: Math.min(...edges.map(({ left }) => left)),
    right: Math.max(...edges.map(({ right }) => right)),
    top: Math.min(...edges.map(({ top }) => top)),
    bottom: Math.max(...edges.map(({ bottom }) => bottom)),
  };
  // A canvas that is not laid out yet has no size.
  return Math.max(0.1, viewportFor(bounds, task.width, task.height).zoom);
}

function edgesOf({ id, box, fixed }: LayoutNode, places: ReadonlyMap<NodeId, Point>) {
  const { x, y } = fixed ?? places.get(id) ?? { x: 0, y: 0 };
  return { left: x - box.left, right: x + box.right, top: y - box.top, bottom: y + box.bottom };
}

function widen(node: LayoutNode, swell: number): LayoutNode {
  return { ...node, box: { ...node.box, left: node.box.left * swell, right: node.box.right * swell } };
}
