import type { NodeId } from '../../schema/ids.ts';
import type { Drawing, DrawnNode } from './drawing/drawing.ts';

export type Heading = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const headings: Record<Heading, { readonly x: number; readonly y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How much a neighbour is preferred to a node that is no neighbour: it may be so many times as far. */
const NEIGHBOUR = 2.5;

/**
 * The node to which an arrow key leads: one that lies that way, the nearer and the straighter the better, and rather
 * along a relationship than beside it. Without a start it is the node nearest to the upper left. Null where nothing
 * lies that way.
 */
export function walkFrom(drawing: Drawing, from: NodeId | null, heading: Heading): NodeId | null {
  const start = from && drawing.nodes.get(from);
  if (!start) return firstNode(drawing);
  const neighbours = neighboursOf(drawing, start);
  let best: { readonly id: NodeId; readonly cost: number } | null = null;
  for (const node of drawing.nodes.values()) {
    if (node.id === start.id) continue;
    const cost = costOf(start, node, heading) / (neighbours.has(node.id) ? NEIGHBOUR : 1);
    if (Number.isFinite(cost) && (!best || cost < best.cost)) best = { id: node.id, cost };
  }
  return best?.id ?? null;
}

/** Infinite for what lies another way; else the distance, dearer the further it is off the line. */
function costOf(start: DrawnNode, node: DrawnNode, heading: Heading): number {
  const way = headings[heading];
  const [dx, dy] = [node.at.x - start.at.x, node.at.y - start.at.y];
  const along = dx * way.x + dy * way.y;
  const beside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
  return along <= 0 || beside > along * 1.2 ? Number.POSITIVE_INFINITY : along + 2.2 * beside;
}

function neighboursOf(drawing: Drawing, { id }: DrawnNode): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const { from, to } of drawing.relationships.values()) {
    if (from === id) found.add(to);
    if (to === id) found.add(from);
  }
  for (const node of drawing.nodes.values()) {
    if (node.kind !== 'chip' || !node.of) continue;
    if (node.of === id) found.add(node.id);
    if (node.id === id) found.add(node.of);
  }
  return found;
}

function firstNode(drawing: Drawing): NodeId | null {
  const [first] = [...drawing.nodes.values()].sort((a, b) => a.at.x + a.at.y - (b.at.x + b.at.y));
  return first?.id ?? null;
}
