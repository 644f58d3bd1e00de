import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { neighboursOf } from '../neighbours-of.ts';
import { OccupiedSpace } from '../occupied-space.ts';

/** By so much a ring grows until its nodes have room, in pixels. */
const GROWTH = 20;
/** A ring grows at most so often to hold all of a step evenly; then the step is set close, in several rings. */
const EVEN_TRIES = 28;
/** How finely a ring is searched for free places, in pixels along it. */
const STEP = 14;

/**
 * Rings around one node, by the number of steps from it; what no path leads to stands outermost. A ring that would
 * grow too wide is set close, in several. Nodes of a ring stand near what they come from, and no two boxes overlap.
 */
export function arrangeInRings(task: LayoutTask): Map<NodeId, Point> {
  const places = new Map<NodeId, Point>();
  const byId = new Map(task.nodes.map((node) => [node.id, node]));
  const space = new OccupiedSpace();
  let radius = 0;
  for (const [step, ids] of stepsFrom(task, middleOf(task)).entries()) {
    const nodes = ids.flatMap((id) => byId.get(id) ?? []);
    const ring = { space, nodes: orderByParents(task, nodes, places), radius };
    const placed = step === 0 ? placeMiddle(ring) : (placeEvenly(ring) ?? placeClose(ring));
    for (const [id, at] of placed) places.set(id, at);
    radius = Math.max(radius, ...[...placed.values()].map(({ x, y }) => Math.hypot(x, y))) + GROWTH;
  }
  return places;
}

/** What is in the middle: what the user chose, else what has most relationships. */
function middleOf(task: LayoutTask): NodeId | null {
  if (task.around && task.nodes.some(({ id }) => id === task.around)) return task.around;
  let middle: LayoutNode | null = null;
  const count = (node: LayoutNode) => neighboursOf(task, node.id).length;
  for (const node of task.nodes)
    if (!middle || count(node) > count(middle) || (count(node) === count(middle) && node.id < middle.id))
      middle = node;
  return middle?.id ?? null;
}

/** The nodes at each number of steps; the last are those that cannot be reached. */
function stepsFrom(task: LayoutTask, middle: NodeId | null): readonly (readonly NodeId[])[] {
  if (!middle) return [];
  const seen = new Set([middle]);
  const steps: NodeId[][] = [];
  for (let step = [middle]; step.length > 0; ) {
    steps.push(step);
    const next: NodeId[] = [];
    for (const id of step)
      for (const far of neighboursOf(task, id))
        if (!seen.has(far)) {
          seen.add(far);
          next.push(far);
        }
    step = next;
  }
  const apart = task.nodes.map(({ id }) => id).filter((id) => !seen.has(id));
  return apart.length > 0 ? [...steps, apart] : steps;
}

interface Ring {
  readonly space: OccupiedSpace;
  readonly nodes: readonly { readonly node: LayoutNode; readonly angle: number }[];
  /** Where it may begin. */
  readonly radius: number;
}

type Places = Map<NodeId, Point>;

function placeMiddle({ space, nodes }: Ring): Places {
  for (const { node } of nodes) space.add(node.box, { x: 0, y: 0 });
  return new Map(nodes.map(({ node }) => [node.id, { x: 0, y: 0 }]));
}

/** All of a step on one ring at even distances, on the smallest ring that has room; null where none has. */
function placeEvenly({ space, nodes, radius }: Ring): Places | null {
  const first = nodes[0]?.angle ?? 0;
  for (let grown = 1; grown <= EVEN_TRIES; grown++) {
    const tried = new OccupiedSpace();
    const places: Places = new Map();
    for (const [index, { node }] of nodes.entries()) {
      const at = onRing(radius + grown * GROWTH, first + (index * 2 * Math.PI) / nodes.length);
      if (!space.isFree(node.box, at) || !tried.isFree(node.box, at)) break;
      tried.add(node.box, at);
      places.set(node.id, at);
    }
    if (places.size < nodes.length) continue;
    for (const { node } of nodes) space.add(node.box, places.get(node.id) ?? { x: 0, y: 0 });
    return places;
  }
  return null;
}

/** As many as have room on a ring, the others on the next. */
function placeClose({ space, nodes, radius }: Ring): Places {
  const places: Places = new Map();
  let waiting = nodes;
  for (let reach = radius + GROWTH; waiting.length > 0; reach += GROWTH) {
    const left: Ring['nodes'][number][] = [];
    const start = waiting[0]?.angle ?? 0;
    let turned = 0;
    for (const each of waiting) {
      while (turned < 2 * Math.PI && !space.isFree(each.node.box, onRing(reach, start + turned)))
        turned += STEP / reach;
      if (turned >= 2 * Math.PI) {
        left.push(each);
        continue;
      }
      const at = onRing(reach, start + turned);
      space.add(each.node.box, at);
      places.set(each.node.id, at);
      turned += STEP / reach;
    }
    waiting = left;
  }
  return places;
}

function onRing(radius: number, angle: number): Point {
  return { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius) };
}

/** By where what they come from stands on the ring before, from the top clockwise; then by type and id. */
function orderByParents(
  task: LayoutTask,
  nodes: readonly LayoutNode[],
  places: ReadonlyMap<NodeId, Point>,
): Ring['nodes'] {
  return nodes
    .map((node) => ({
      node,
      angle: angleOf(neighboursOf(task, node.id).flatMap((far) => places.get(far) ?? [])),
    }))
    .sort(
      (a, b) =>
        a.angle - b.angle || a.node.type.localeCompare(b.node.type, 'en') || (a.node.id < b.node.id ? -1 : 1),
    );
}

/** The direction of the middle of the points, from −π/2 (the top) clockwise. */
function angleOf(points: readonly Point[]): number {
  const x = points.reduce((sum, point) => sum + point.x, 0);
  const y = points.reduce((sum, point) => sum + point.y, 0);
  if (x === 0 && y === 0) return -Math.PI / 2;
  const angle = Math.atan2(y, x);
  return angle < -Math.PI / 2 ? angle + 2 * Math.PI : angle;
}
