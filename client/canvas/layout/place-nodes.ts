import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { arrangeByForce } from './arrangements/arrange-by-force.ts';
import { arrangeByTime } from './arrangements/arrange-by-time.ts';
import { arrangeInGrid } from './arrangements/arrange-in-grid.ts';
import { arrangeInLevels } from './arrangements/arrange-in-levels.ts';
import { arrangeInRings } from './arrangements/arrange-in-rings.ts';
import { leaveRoomToRead } from './arrangements/leave-room-to-read.ts';
import type { LayoutNode, LayoutTask, Placement, TellShare } from './layout-task.ts';
import { neighboursOf } from './neighbours-of.ts';
import { OccupiedSpace } from './occupied-space.ts';
import { placeChips } from './place-chips.ts';

/** From so many new nodes on, forces find their places; below, each goes next to what it came from. */
const FEW = 40;
/** What share of the work is done when the arrangement is found and nodes settle in it. */
const FOUND = 0.8;

/**
 * Places for all nodes of the task that have none. What is fixed never moves, and no two boxes overlap but those that
 * were fixed so. Pure: the same task gives the same places. `tell` hears what share is done.
 */
export function placeNodes(task: LayoutTask, tell: TellShare = () => {}): Placement {
  const loose = task.nodes.filter(({ fixed }) => fixed === null);
  const found = loose.length > 0 ? placeLoose(task, loose, tell) : new Map<NodeId, Point>();
  const everywhere = new Map(found);
  for (const { id, fixed } of task.nodes) if (fixed) everywhere.set(id, fixed);
  return [...found, ...placeChips(task, everywhere)];
}

function placeLoose(task: LayoutTask, loose: readonly LayoutNode[], tell: TellShare): Map<NodeId, Point> {
  // An arrangement is made whole; into one that stands already, newcomers are fitted.
  if (!task.isFresh && loose.length <= FEW) return placeNearParents(task, loose);
  const wanted = task.isFresh ? arrange(task, tell) : arrangeByForce(task, (share) => tell(share * FOUND));
  return settle(task, loose, wanted, (share) => tell(FOUND + share * (1 - FOUND)));
}

function arrange(task: LayoutTask, tell: TellShare): ReadonlyMap<NodeId, Point> {
  switch (task.arrangement) {
    case 'time':
      return arrangeByTime(task);
    case 'free':
      return arrangeByForce(task, (share) => tell(share * FOUND));
    case 'rings':
      return leaveRoomToRead(task, arrangeInRings);
    case 'levels':
      return leaveRoomToRead(task, arrangeInLevels);
    case 'grid':
      return arrangeInGrid(task);
  }
}

/**
 * Puts each loose node where the arrangement wants it; those that would come to stand on another go to the nearest
 * place that is free then.
 */
function settle(
  task: LayoutTask,
  loose: readonly LayoutNode[],
  wanted: ReadonlyMap<NodeId, Point>,
  tell: TellShare,
): Map<NodeId, Point> {
  const space = occupy(task);
  const places = new Map<NodeId, Point>();
  const take = ({ id, box }: LayoutNode, at: Point) => {
    space.add(box, at);
    places.set(id, at);
    tell(places.size / loose.length);
  };
  // Forces alone let boxes overlap; the others keep clear of themselves, but not of what is pinned.
  const isLoose = !task.isFresh || task.arrangement === 'free';
  const taken = isLoose ? space : occupy(task);
  const crowded = loose.filter((node) => {
    const want = wanted.get(node.id);
    if (!want || !taken.isFree(node.box, want)) return true;
    take(node, want);
    return false;
  });
  for (const node of crowded) {
    const want = wanted.get(node.id) ?? { x: 0, y: 0 };
    take(node, space.findFree(node.box, want, Math.atan2(want.y, want.x)));
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

function meanOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
