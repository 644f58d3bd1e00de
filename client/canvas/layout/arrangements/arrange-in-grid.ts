import type { NodeId } from '../../../../schema/ids.ts';
import { nodeTypeNames } from '../../../../schema/node-types.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { rowWidth } from './row-width.ts';

const GAP = 14;
/** Between one type and the next. */
const TYPE_GAP = 44;

/** Type by type in the order of the table of node types, each in rows by name. No two boxes overlap. */
export function arrangeInGrid(task: LayoutTask): Map<NodeId, Point> {
  const places = new Map<NodeId, Point>();
  const width = rowWidth(task, GAP);
  let top = 0;
  for (const type of nodeTypeNames) {
    const nodes = task.nodes.filter((node) => node.type === type).sort(byName);
    if (nodes.length > 0) top = placeBlock(nodes, { top, width }, places) + TYPE_GAP;
  }
  return places;
}

/** Puts nodes into cells as wide as the widest of them; gives the lower edge. */
function placeBlock(
  nodes: readonly LayoutNode[],
  { top, width }: { readonly top: number; readonly width: number },
  places: Map<NodeId, Point>,
): number {
  const left = Math.max(...nodes.map(({ box }) => box.left));
  const cell = left + Math.max(...nodes.map(({ box }) => box.right)) + GAP;
  const columns = Math.max(1, Math.floor(width / cell));
  let edge = top;
  for (let start = 0; start < nodes.length; start += columns) {
    const row = nodes.slice(start, start + columns);
    const y = edge + Math.max(...row.map(({ box }) => box.top));
    for (const [column, { id }] of row.entries()) places.set(id, { x: left + column * cell, y });
    edge = y + Math.max(...row.map(({ box }) => box.bottom)) + GAP;
  }
  return edge - GAP;
}

function byName(a: LayoutNode, b: LayoutNode): number {
  // Not by the language of the reader, so that a view is the same for everybody.
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}
