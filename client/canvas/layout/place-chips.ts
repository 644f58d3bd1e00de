import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { CHIP_GAP, type LayoutChip, type LayoutTask, type Placement } from './layout-task.ts';

/** Places for the chips that have none: stacked below the words of their inspection, after those that stand. */
export function placeChips({ chips, nodes }: LayoutTask, places: ReadonlyMap<NodeId, Point>): Placement {
  const groups = new Map<NodeId, LayoutChip[]>();
  for (const chip of chips) groups.set(chip.of, [...(groups.get(chip.of) ?? []), chip]);
  const boxes = new Map(nodes.map(({ id, box }) => [id, box]));
  return [...groups].flatMap(([of, group]) => {
    const at = places.get(of);
    const box = boxes.get(of);
    if (!at || !box) return [];
    const stack = group.reduce((sum, { height }) => sum + height + CHIP_GAP, 0);
    return stackChips(group, { x: at.x, y: at.y + box.bottom - stack });
  });
}

function stackChips(group: readonly LayoutChip[], from: Point): Placement {
  const standing = group.flatMap(({ fixed, height }) => (fixed ? [fixed.y + height / 2 + CHIP_GAP] : []));
  let edge = Math.max(from.y, ...standing);
  const placed: (readonly [NodeId, Point])[] = [];
  let before: LayoutChip | null = null;
  for (const chip of inOrder(group.filter(({ fixed }) => fixed === null))) {
    // The parts of a dispute touch, so that they read as one chip.
    if (before?.dispute && before.dispute === chip.dispute) edge -= CHIP_GAP;
    placed.push([chip.id, { x: from.x, y: edge + chip.height / 2 }]);
    edge += chip.height + CHIP_GAP;
    before = chip;
  }
  return placed;
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
