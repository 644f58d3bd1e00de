import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { arrangeByForce } from './arrange-by-force.ts';
import { arrangeByTime } from './arrange-by-time.ts';
import type { LayoutNode, LayoutTask, Placement } from './layout-task.ts';
import { placeChips } from './place-chips.ts';
import { OccupiedSpace } from './settle-nodes.ts';

/** From so many new nodes on, forces find their places; below, each goes next to what it came from. */
const FEW = 40;

/**
 * Places for all nodes of the task that have none. What is fixed never moves. Pure: the same task gives the same
 * places.
 */
export function placeNodes(task: LayoutTask): Placement {
  const loose = task.nodes.filter(({ fixed }) => fixed === null);
  const found = loose.length > 0 ? placeLoose(task, loose) : new Map<NodeId, Point>();
  const everywhere = new Map(found);
  for (const { id, fixed } of task.nodes) if (fixed) everywhere.set(id, fixed);
  return [...found, ...placeChips(task, everywhere)];
}

function placeLoose(task: LayoutTask, loose: readonly LayoutNode[]): Map<NodeId, Point> {
  // An arrangement by time is made whole; into one that stands already, newcomers are fitted.
  const { arrangement, isFresh } = task;
  if (arrangement === 'time' && isFresh) return keepClear(task, loose, arrangeByTime(task));
  if (isFresh || loose.length > FEW) return settleAround(task, loose, arrangeByForce(task));
  return placeNearParents(task, loose);
}

/** The arrangement as it is, but for nodes that would come to stand on what is fixed. */
function keepClear(
  task: LayoutTask,
  loose: readonly LayoutNode[],
  wanted: ReadonlyMap<NodeId, Point>,
): Map<NodeId, Point> {
  const space = occupy(task);
  return new Map(
    loose.map(({ id, box }) => {
      const want = wanted.get(id) ?? { x: 0, y: 0 };
      return [id, space.findFree(box, want, Math.atan2(want.y, want.x))];
    }),
  );
}

/** Puts each loose node where the arrangement wants it, or at the nearest place that is free. */
function settleAround(
  task: LayoutTask,
  loose: readonly LayoutNode[],
  wanted: ReadonlyMap<NodeId, Point>,
): Map<NodeId, Point> {
  const space = occupy(task);
  const places = new Map<NodeId, Point>();
  for (const { id, box } of loose) {
    const want = wanted.get(id) ?? { x: 0, y: 0 };
    const at = space.findFree(box, want, Math.atan2(want.y, want.x));
    space.add(box, at);
    places.set(id, at);
  }
  return places;
}

function placeNearParents(task: LayoutTask, loose: readonly LayoutNode[]): Map<NodeId, Point> {
  const space = occupy(task);
  const known = new Map(task.nodes.flatMap(({ id, fixed }) => (fixed ? [[id, fixed] as const] : [])));
  const centre = meanOf([...known.values()]);
  const places = new Map<NodeId, Point>();
  const waiting = [...loose];
  while (waiting.length > 0) {
    // Those first that have a neighbour in place, so that chains grow from what is there.
    const index = Math.max(
      0,
      waiting.findIndex(({ id }) => neighboursOf(task, id).some((far) => known.has(far))),
    );
    const [node] = waiting.splice(index, 1);
    if (!node) break;
    const near = neighboursOf(task, node.id).flatMap((far) => known.get(far) ?? []);
    const anchor = near[0] ?? centre;
    const heading = Math.atan2(anchor.y - centre.y || 1, anchor.x - centre.x);
    const want = { x: anchor.x + Math.cos(heading) * 70, y: anchor.y + Math.sin(heading) * 70 };
    const at = space.findFree(node.box, want, heading);
    space.add(node.box, at);
    known.set(node.id, at);
    places.set(node.id, at);
  }
  return places;
}

function occupy(task: LayoutTask): OccupiedSpace {
  const space = new OccupiedSpace();
  for (const { box, fixed } of task.nodes) if (fixed) space.add(box, fixed);
  return space;
}

function neighboursOf(task: LayoutTask, id: NodeId): readonly NodeId[] {
  return task.relationships.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
}

function meanOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
