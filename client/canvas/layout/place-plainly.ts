import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { arrangeInGrid } from './arrangements/arrange-in-grid.ts';
import { readGround } from './ground.ts';
import type { LayoutTask, Placement } from './layout-task.ts';
import { placeChips } from './place-chips.ts';

/** Between what stands and what is placed plainly below it, in pixels. */
const APART = 60;

/**
 * Places that cost next to nothing, for when the user does not want to wait: each node stays where it stood
 * before, and those that stood nowhere come in rows below.
 */
export function placePlainly(task: LayoutTask, before: ReadonlyMap<NodeId, Point>): Placement {
  const places = new Map<NodeId, Point>();
  for (const { id, fixed } of task.nodes) {
    const at = fixed ?? before.get(id);
    if (at) places.set(id, at);
  }
  const lower = [
    ...task.nodes.flatMap(({ id, box }) => {
      const at = places.get(id);
      return at ? [at.y + box.bottom] : [];
    }),
    ...readGround(task.ground).map(({ box, at }) => at.y + box.bottom),
  ];
  const drop = lower.length > 0 ? Math.max(...lower) + APART : 0;
  const rows = { ...task, nodes: task.nodes.filter(({ id }) => !places.has(id)) };
  for (const [id, { x, y }] of arrangeInGrid(rows)) places.set(id, { x, y: y + drop });
  const chips = task.chips.map((chip) => ({ ...chip, fixed: chip.fixed ?? before.get(chip.id) ?? null }));
  const loose = [...task.nodes, ...task.chips].filter(({ fixed }) => fixed === null);
  return [
    ...loose.flatMap(({ id }) => {
      const at = places.get(id) ?? before.get(id);
      return at ? [[id, at] as const] : [];
    }),
    ...placeChips({ ...task, chips }, places),
  ];
}
