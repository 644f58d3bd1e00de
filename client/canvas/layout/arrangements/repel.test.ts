import { forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3-force';
import { expect, test } from 'vitest';
import { repel } from './repel.ts';

/** Many nodes within reach of each other, at places that are the same each time. */
function crowd(): SimulationNodeDatum[] {
  return Array.from({ length: 300 }, (_, index) => ({
    x: Math.sqrt(index) * 25 * Math.cos(index * 2.4),
    y: Math.sqrt(index) * 25 * Math.sin(index * 2.4),
    vx: 0,
    vy: 0,
  }));
}

/** What one step does to each. */
function step(nodes: SimulationNodeDatum[], force: ReturnType<typeof repel>) {
  forceSimulation(nodes).stop().force('charge', force).tick();
  return nodes.map(({ vx = 0, vy = 0 }) => ({ vx, vy }));
}

test('each is pushed nearly as by the force that looks at every one of them', () => {
  const exact = step(crowd(), forceManyBody().strength(-420).theta(0) as unknown as ReturnType<typeof repel>);
  const ours = step(crowd(), repel(-420));
  const size = ({ vx, vy }: { vx: number; vy: number }) => Math.hypot(vx, vy);
  const mean = exact.reduce((sum, each) => sum + size(each), 0) / exact.length;
  for (const [index, one] of exact.entries()) {
    const { vx = 0, vy = 0 } = ours[index] ?? {};
    expect(size({ vx: vx - one.vx, vy: vy - one.vy }), `${index}`).toBeLessThan(
      0.3 * Math.max(mean, size(one)),
    );
  }
});

test('two in one place part', () => {
  const [one, other] = step(
    [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ],
    repel(-10),
  );
  expect(Math.sign(one?.vx ?? 0)).toBe(-Math.sign(other?.vx ?? 0));
  expect(one?.vx).not.toBe(0);
});
