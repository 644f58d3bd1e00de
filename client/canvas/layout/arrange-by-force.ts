import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from './layout-task.ts';

interface Particle extends SimulationNodeDatum {
  readonly node: LayoutNode;
}

const TICKS = 220;
/** Above this many nodes fewer steps are made: what is lost in evenness nobody sees at that zoom. */
const MANY = 800;

/**
 * Where related nodes stand near each other. Nodes that are fixed stay; the others start near what they are related
 * to. The same task gives the same places. Boxes may still overlap a little, which settling afterwards mends.
 */
export function arrangeByForce(task: LayoutTask): Map<NodeId, Point> {
  const random = randomFrom(task.seed);
  const particles = task.nodes.map((node): Particle => ({ node, ...startOf(task, node, random) }));
  const byId = new Map(particles.map((particle) => [particle.node.id, particle]));
  const links = task.relationships.filter(({ from, to }) => byId.has(from) && byId.has(to));
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
    .force('charge', forceManyBody().strength(-420).distanceMax(900))
    .force('collide', forceCollide<Particle>(({ node }) => radiusOf(node)).strength(0.8))
    .force('x', forceX(0).strength(0.04 * Math.max(1, task.height / task.width)))
    .force('y', forceY(0).strength(0.04 * Math.max(1, task.width / task.height)))
    .stop();
  simulation.tick(particles.length > MANY ? Math.round(TICKS / 2) : TICKS);
  return new Map(
    particles.map(({ node, x = 0, y = 0 }) => [node.id, { x: Math.round(x), y: Math.round(y) }]),
  );
}

function startOf(task: LayoutTask, { id, fixed }: LayoutNode, random: () => number): SimulationNodeDatum {
  if (fixed) return { x: fixed.x, y: fixed.y, fx: fixed.x, fy: fixed.y };
  const places = new Map(task.nodes.map((node) => [node.id, node.fixed]));
  const parent = task.relationships
    .map(({ from, to }) => (from === id ? places.get(to) : to === id ? places.get(from) : null))
    .find((place) => place);
  const spread = parent ? 160 : 40 * Math.sqrt(task.nodes.length);
  return {
    x: (parent?.x ?? 0) + (random() - 0.5) * spread,
    y: (parent?.y ?? 0) + (random() - 0.5) * spread,
  };
}

function radiusOf({ box }: LayoutNode): number {
  return Math.sqrt(((box.left + box.right) * (box.top + box.bottom)) / Math.PI) + 8;
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
