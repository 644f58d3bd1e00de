import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { CHIP_WIDTH } from '../drawing/chip-label.ts';
import { readGround } from './ground.ts';
import {
  boxOfChip,
  CHIP_GAP,
  type LayoutChip,
  type LayoutNode,
  type LayoutTask,
  type Placement,
} from './layout-task.ts';
import { OccupiedSpace } from './occupied-space.ts';

/** All chips of an inspection. */
interface Stack {
  readonly of: NodeId;
  readonly inspection: LayoutNode;
  readonly at: Point;
  readonly chips: readonly LayoutChip[];
  /** Where the words of the inspection end and its chips may begin. */
  readonly top: number;
}

/**
 * Places for the chips that have none: stacked below the words of their inspection, after those that stand. An
 * inspection that gets its place now has kept room for them; where one stands already and something else stands below
 * it, its new chips go to the nearest place that is free.
 */
export function placeChips(task: LayoutTask, places: ReadonlyMap<NodeId, Point>): Placement {
  const stacks = stacksOf(task, places).filter(({ chips }) => chips.some(({ fixed }) => fixed === null));
  const crowded = stacks.filter(({ inspection }) => inspection.fixed !== null);
  const space = crowded.length > 0 ? occupy(task, places) : null;
  return stacks.flatMap((stack) => {
    const loose = inOrder(stack.chips.filter(({ fixed }) => fixed === null));
    const wanted = stackUp(loose, { x: stack.at.x, y: topFor(stack) });
    if (!space || stack.inspection.fixed === null) return wanted;
    const chips = findRoom(space, stack.of, loose, wanted);
    for (const [index, { height }] of loose.entries()) {
      const at = chips[index]?.[1];
      if (at) space.add(boxOfChip(height), at, stack.of);
    }
    return chips;
  });
}

function stacksOf({ nodes, chips }: LayoutTask, places: ReadonlyMap<NodeId, Point>): readonly Stack[] {
  const groups = new Map<NodeId, LayoutChip[]>();
  for (const chip of chips) {
    const group = groups.get(chip.of);
    if (group) group.push(chip);
    else groups.set(chip.of, [chip]);
  }
  return nodes.flatMap((inspection) => {
    const [group, at] = [groups.get(inspection.id), places.get(inspection.id)];
    if (!group || !at) return [];
    const top = at.y + inspection.box.bottom - heightOf(group);
    return [{ of: inspection.id, inspection, at, chips: group, top }];
  });
}

function heightOf(chips: readonly LayoutChip[]): number {
  return chips.reduce((sum, { height }) => sum + height + CHIP_GAP, 0);
}

/** Below the words, and below the chips that stand there already. */
function topFor({ chips, at, top }: Stack): number {
  const standing = chips.flatMap(({ fixed, height }) =>
    fixed && Math.abs(fixed.x - at.x) < CHIP_WIDTH / 2 ? [fixed.y + height / 2 + CHIP_GAP] : [],
  );
  return Math.max(top, ...standing);
}

function stackUp(chips: readonly LayoutChip[], from: Point): Placement {
  let edge = from.y;
  let before: LayoutChip | null = null;
  return chips.map((chip) => {
    // The parts of a dispute touch, so that they read as one chip.
    if (before?.dispute && before.dispute === chip.dispute) edge -= CHIP_GAP;
    const at = { x: from.x, y: edge + chip.height / 2 };
    edge += chip.height + CHIP_GAP;
    before = chip;
    return [chip.id, at] as const;
  });
}

/** The stack where it is wanted or else, whole, at the nearest place that is free. */
function findRoom(
  space: OccupiedSpace,
  of: NodeId,
  chips: readonly LayoutChip[],
  wanted: Placement,
): Placement {
  const [first] = wanted;
  const high = chips[0]?.height ?? 0;
  if (!first) return wanted;
  const from = { x: first[1].x, y: first[1].y - high / 2 };
  const box = { ...boxOfChip(0), bottom: heightOf(chips) - CHIP_GAP };
  if (space.isFree(box, from, of)) return wanted;
  return stackUp(chips, space.findFree(box, from, Math.PI / 2));
}

/** Words of all nodes and chips that stand, each chip and its inspection as one thing. */
function occupy(task: LayoutTask, places: ReadonlyMap<NodeId, Point>): OccupiedSpace {
  const { nodes, chips } = task;
  const space = new OccupiedSpace();
  const heights = new Map<NodeId, number>();
  for (const { of, height } of chips) heights.set(of, (heights.get(of) ?? 0) + height + CHIP_GAP);
  for (const { id, box, fixed } of nodes) {
    const at = places.get(id);
    // An inspection that came in now has kept room for its chips; that of another is not its own.
    const room = fixed === null ? 0 : (heights.get(id) ?? 0);
    if (at) space.add({ ...box, bottom: box.bottom - room }, at, id);
  }
  for (const { of, height, fixed } of chips) if (fixed) space.add(boxOfChip(height), fixed, of);
  for (const { box, at } of readGround(task.ground)) space.add(box, at);
  return space;
}

/** As given, but what contradicts each other stands together, at the place of the first. */
function inOrder(chips: readonly LayoutChip[]): readonly LayoutChip[] {
  const firsts = new Map<string, number>();
  for (const [index, { dispute }] of chips.entries())
    if (dispute && !firsts.has(dispute)) firsts.set(dispute, index);
  const rank = (chip: LayoutChip, index: number) =>
    chip.dispute ? (firsts.get(chip.dispute) ?? index) : index;
  return chips
    .map((chip, index) => ({ chip, rank: rank(chip, index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ chip }) => chip);
}
