import type { NodeId } from '../../../schema/ids.ts';
import type { DrawnNode } from './drawing.ts';

/** Words of an inspection may have become shorter since its chips were placed below them: by so much, in pixels. */
const LOOSEST = 48;
/** From one chip to the next. */
const LOOSE = 12;

/**
 * The chips that stand in a row below their inspection, which says what a line between them would say. Those that had
 * no room there need one.
 */
export function findHangingChips(nodes: ReadonlyMap<NodeId, DrawnNode>): ReadonlySet<NodeId> {
  const hanging = new Set<NodeId>();
  const chips = [...nodes.values()].filter(({ kind }) => kind === 'chip').sort((a, b) => a.at.y - b.at.y);
  const edges = new Map<NodeId, number>();
  for (const chip of chips) {
    const inspection = chip.kind === 'chip' && chip.of ? nodes.get(chip.of) : undefined;
    if (!inspection) continue;
    const edge = edges.get(inspection.id) ?? inspection.at.y + inspection.box.bottom + LOOSEST;
    const top = chip.at.y - chip.height / 2;
    const isBelow = Math.abs(chip.at.x - inspection.at.x) < 2 && top > inspection.at.y && top <= edge;
    if (!isBelow) continue;
    hanging.add(chip.id);
    edges.set(inspection.id, chip.at.y + chip.height / 2 + LOOSE);
  }
  return hanging;
}
