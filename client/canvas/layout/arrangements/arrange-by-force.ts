import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask, TellShare } from '../layout-task.ts';
import { placeInTree } from './place-in-tree.ts';
import { repel } from './repel.ts';
import { spreadEvenly } from './spread-evenly.ts';

interface Particle extends SimulationNodeDatum {
  readonly node: LayoutNode;
}

const TICKS = 220;
const FEWEST_TICKS = 20;
/**
 * Above this many nodes fewer steps are made, from places that are near the truth already. Where all are placed anew the
 * forces then say who stands near whom, and the nodes are spread evenly; else boxes push each other in the last steps.
 */
const MANY = 400;
const PUSHED_FROM = 0.7;

/**
 * Where related nodes stand near each other. Nodes that are fixed stay; the others start near what they are related
 * to. The same task gives the same places. Boxes may still overlap a little, which settling afterwards mends. `tell`
 * hears before each step what share is done.
 */
export function arrangeByForce(task: LayoutTask, tell: TellShare = () => {}): Map<NodeId, Point> {
  const random = randomFrom(task.seed);
  const parents = parentsOf(task);
  const isLarge = task.nodes.length > MANY;
  const tree = isLarge && task.isFresh ? placeInTree(task) : null;
  const spread = 40 * Math.sqrt(task.nodes.length);
  const particles = task.nodes.map(
    (node): Particle => ({
      node,
      ...startOf(node, tree?.get(node.id) ?? null, parents.get(node.id), spread, random),
    }),
  );
  const byId = new Map(particles.map((particle) => [particle.node.id, particle]));
  const links = task.relationships.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const push = forceCollide<Particle>(({ node }) => radiusOf(node)).strength(0.8);
  const simulation = forceSimulation(particles)
    .randomSource(random)
    .force(
      'link',
      forceLink<Particle, { source: string; target: string }>(
        links.map(({ from, to }) => ({ source: from, target: to })),
      )
        .id(({ node }) => node.id)
        .distance(120),
    )
    .force('charge', isLarge ? repel(-420) : forceManyBody().strength(-420).distanceMax(900))
    .force('collide', isLarge ? null : push)
    .force('x', forceX(0).strength(0.04 * Math.max(1, task.height / task.width)))
    .force('y', forceY(0).strength(0.04 * Math.max(1, task.width / task.height)))
    .stop();
  const ticks = ticksFor(particles.length);
  // So that they cool down to the same, whether there are few steps or many.
  simulation.alphaDecay(1 - 0.001 ** (1 / Math.max(ticks, FEWEST_TICKS)));
  for (let tick = 0; tick < ticks; tick++) {
    tell(tick / ticks);
    if (isLarge && !tree && tick === Math.floor(ticks * PUSHED_FROM)) simulation.force('collide', push);
    simulation.tick();
  }
  const places = new Map(
    particles.map(({ node, x = 0, y = 0 }) => [node.id, { x: Math.round(x), y: Math.round(y) }]),
  );
  return tree && task.nodes.every(({ fixed }) => fixed === null) ? spreadEvenly(task.nodes, places) : places;
}

function ticksFor(count: number): number {
  return Math.round(Math.max(FEWEST_TICKS, Math.min(TICKS, TICKS * (MANY / count) ** 1.5)));
}

/** For each node, where a neighbour stands that is fixed. */
function parentsOf({ nodes, relationships }: LayoutTask): ReadonlyMap<NodeId, Point> {
  const fixed = new Map(nodes.flatMap((node) => (node.fixed ? [[node.id, node.fixed] as const] : [])));
  const parents = new Map<NodeId, Point>();
  for (const { from, to } of relationships)
    for (const [id, far] of [
      [from, fixed.get(to)],
      [to, fixed.get(from)],
    ] as const)
      if (far && !parents.has(id)) parents.set(id, far);
  return parents;
}

function startOf(
  { fixed }: LayoutNode,
  inTree: Point | null,
  parent: Point | undefined,
  spread: number,
  random: () => number,
): SimulationNodeDatum {
  if (fixed) return { x: fixed.x, y: fixed.y, fx: fixed.x, fy: fixed.y };
  if (inTree) return { ...inTree };
  const width = parent ? 160 : spread;
  return {
    x: (parent?.x ?? 0) + (random() - 0.5) * width,
    y: (parent?.y ?? 0) + (random() - 0.5) * width,
  };
}

function radiusOf({ box }: LayoutNode): number {
  return Math.sqrt(((box.left + box.right) * (box.top + box.bottom)) / Math.PI) + 8;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
