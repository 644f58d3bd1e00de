import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { controlPoints } from '../drawing/bend-relationship.ts';
import type { Drawing, DrawnRelationship } from '../drawing/drawing.ts';
import { LINES_SPEAK_FROM, type PlacedNode, type PlacedRelationship, type Scene } from './scene.ts';

/** How far from the middle of its node a badge stands on a line, in pixels of the screen. */
export const BADGE_WAY = 27;

/** Where the camera and the nodes are at this moment. */
export interface Placing {
  readonly zoom: number;
  readonly pan: Point;
  /** In the canvas's own units; null for what is not on it. */
  readonly placeOf: (id: NodeId) => Point | null;
}

/**
 * Where all nodes are on the screen, and those lines about which anything is drawn: lit ones, disputed ones and, when
 * zoomed in, all. The others are Cytoscape's alone, so that many of them cost nothing here.
 */
export function placeScene(
  { zoom, pan, placeOf }: Placing,
  drawing: Drawing,
  hovered: NodeId | null,
): Pick<Scene, 'nodes' | 'relationships' | 'lit'> {
  const toScreen = ({ x, y }: Point): Point => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
  const places = new Map<NodeId, Point>();
  const nodes: PlacedNode[] = [];
  for (const drawn of drawing.nodes.values()) {
    const place = placeOf(drawn.id);
    if (!place) continue;
    places.set(drawn.id, place);
    nodes.push({ drawn, at: toScreen(place) });
  }
  const lit = new Set<NodeId>();
  const relationships: PlacedRelationship[] = [];
  for (const drawn of drawing.relationships.values()) {
    const isHovered = hovered !== null && (drawn.from === hovered || drawn.to === hovered);
    if (drawn.isLit || isHovered) lit.add(drawn.from).add(drawn.to);
    const isWanted = isHovered || drawn.isLit || drawn.isSelected;
    if (!isWanted && !drawn.isDisputed && zoom < LINES_SPEAK_FROM) continue;
    const [from, to] = [places.get(drawn.from), places.get(drawn.to)];
    if (!from || !to) continue;
    relationships.push({
      drawn,
      isWanted,
      ends: [toScreen(from), toScreen(to)],
      middle: toScreen(middleOf(drawn, from, to)),
      badge: toScreen(badgePlace(drawn, from, to, BADGE_WAY / zoom)),
    });
  }
  return { nodes, relationships, lit };
}

/** Where a line says what it is. */
export function middleOf({ isPlain, isUpright }: DrawnRelationship, from: Point, to: Point): Point {
  const [first = from, second] = isPlain ? [between(from, to, 0.5)] : controlPoints(from, to, isUpright);
  return second
    ? between(first, second, 0.5)
    : between(between(from, first, 0.5), between(first, to, 0.5), 0.5);
}

/** A point on the line so far from its quiet end, or its middle where it is short. */
export function badgePlace(line: DrawnRelationship, from: Point, to: Point, way: number): Point {
  const [start, far] = line.quietEnd === 'from' ? [from, to] : [to, from];
  const controls = line.isPlain ? [between(from, to, 0.5)] : [...controlPoints(from, to, line.isUpright)];
  const [first = start, second] = line.quietEnd === 'from' ? controls : controls.reverse();
  const end = second ? between(first, second, 0.5) : far;
  const share = Math.min(0.5, way / Math.max(1, 2 * Math.hypot(first.x - start.x, first.y - start.y)));
  return between(between(start, first, share), between(first, end, share), share);
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
