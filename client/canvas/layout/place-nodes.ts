import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { arrangeByForce } from './arrangements/arrange-by-force.ts';
import { arrangeByTime } from './arrangements/arrange-by-time.ts';
import { arrangeInGrid } from './arrangements/arrange-in-grid.ts';
import { arrangeInLevels } from './arrangements/arrange-in-levels.ts';
import { arrangeInRings } from './arrangements/arrange-in-rings.ts';
import { leaveRoomToRead } from './arrangements/leave-room-to-read.ts';
import type { LayoutNode, LayoutTask, Placement, TellShare } from './layout-task.ts';
import { occupy, placeNewcomers, withChips } from './place-newcomers.ts';

/** What share of the work is done when the arrangement is found and nodes settle in it. */
const FOUND = 0.8;

/**
 * Places for all nodes of the task that have none. What is fixed never moves, and no two boxes overlap but those that
 * were fixed so. Pure: the same task gives the same places. `tell` hears what share is done.
 */
export function placeNodes(task: LayoutTask, tell: TellShare = () => {}): Placement {
  const few = placeNewcomers(task);
  if (few) return few;
  const loose = task.nodes.filter(({ fixed }) => fixed === null);
  return withChips(task, placeLoose(task, loose, tell));
}

function placeLoose(task: LayoutTask, loose: readonly LayoutNode[], tell: TellShare): Map<NodeId, Point> {
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
