import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { readGround } from './ground.ts';
import { boxOfChip, FEW, type LayoutNode, type LayoutTask, type Placement } from './layout-task.ts';
import { neighboursOf } from './neighbours-of.ts';
import { OccupiedSpace } from './occupied-space.ts';
import { placeChips } from './place-chips.ts';

/**
 * Places for few newcomers to an arrangement that stands, each near what it is related to. Null where there is more to
 * be arranged. Pure, and what is fixed never moves.
 */
export function placeNewcomers(task: LayoutTask): Placement | null {
  const loose = task.nodes.filter(({ fixed }) => fixed === null);
  // An arrangement is made whole; into one that stands already, newcomers are fitted.
  if (loose.length > 0 && (task.isFresh || loose.length > FEW)) return null;
  return withChips(task, placeNearParents(task, loose));
}

/** The places that were found, and those of the chips that go with them. */
export function withChips(task: LayoutTask, found: ReadonlyMap<NodeId, Point>): Placement {
  const everywhere = new Map(found);
  for (const { id, fixed } of task.nodes) if (fixed) everywhere.set(id, fixed);
  return [...found, ...placeChips(task, everywhere)];
}

function placeNearParents(task: LayoutTask, loose: readonly LayoutNode[]): Map<NodeId, Point> {
  const space = occupy(task);
  const known = new Map(task.nodes.flatMap(({ id, fixed }) => (fixed ? [[id, fixed] as const] : [])));
  const centre = meanOf([...known.values(), ...readGround(task.ground).map(({ at }) => at)]);
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
    const anchor = anchorOf(task, node, known) ?? centre;
    const heading = Math.atan2(anchor.y - centre.y || 1, anchor.x - centre.x);
    const want = { x: anchor.x + Math.cos(heading) * 70, y: anchor.y + Math.sin(heading) * 70 };
    const at = space.findFree(node.box, want, heading);
    space.add(node.box, at);
    known.set(node.id, at);
    places.set(node.id, at);
  }
  return places;
}

/** Where it is to stand near: at what was chosen last, as the node that is expanded, or else at what it is related to. */
function anchorOf(
  task: LayoutTask,
  { id }: LayoutNode,
  known: ReadonlyMap<NodeId, Point>,
): Point | undefined {
  const near = neighboursOf(task, id).filter((far) => known.has(far));
  const far = near.find((each) => each === task.around) ?? near[0];
  return far && known.get(far);
}

/** All that is fixed. */
export function occupy(task: LayoutTask): OccupiedSpace {
  const space = new OccupiedSpace();
  for (const { box, fixed } of task.nodes) if (fixed) space.add(box, fixed);
  // They stand where they were put, however long the words of their inspection are by now.
  for (const { height, fixed } of task.chips) if (fixed) space.add(boxOfChip(height), fixed);
  for (const { box, at } of readGround(task.ground)) space.add(box, at);
  return space;
}

function meanOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
