import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../../../schema/ids.ts';
import type { LayoutNode } from '../layout-task.ts';
import { spreadEvenly } from './spread-evenly.ts';

const side = fc.integer({ min: 8, max: 90 });
const somewhere = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
const someNodes = fc.array(
  fc.record({ box: fc.record({ left: side, right: side, top: side, bottom: side }), at: somewhere }),
  { minLength: 1, maxLength: 120 },
);

function nodesOf(given: readonly Pick<LayoutNode, 'box'>[]): readonly LayoutNode[] {
  return given.map(({ box }, index) => ({
    id: nodeId(`person/${String(index).padStart(3, '0')}`),
    type: 'Person',
    name: `${index}`,
    box,
    times: [],
    fixed: null,
  }));
}

test('however crowded nodes were, each gets a place in which it overlaps no other, the same each time', () => {
  fc.assert(
    fc.property(someNodes, (given) => {
      const nodes = nodesOf(given);
      const wanted = new Map(nodes.map(({ id }, index) => [id, given[index]?.at ?? { x: 0, y: 0 }]));
      const places = spreadEvenly(nodes, wanted);
      const standing = nodes.flatMap(({ id, box }) => {
        const at = places.get(id);
        return at ? [{ box, at }] : [];
      });
      expect(standing).toHaveLength(nodes.length);
      for (const [index, a] of standing.entries())
        for (const b of standing.slice(index + 1)) {
          const isBeside =
            a.at.x + a.box.right <= b.at.x - b.box.left || b.at.x + b.box.right <= a.at.x - a.box.left;
          const isBelow =
            a.at.y + a.box.bottom <= b.at.y - b.box.top || b.at.y + b.box.bottom <= a.at.y - a.box.top;
          expect(isBeside || isBelow).toBe(true);
        }
      expect(spreadEvenly(nodes, wanted)).toEqual(places);
    }),
    { numRuns: 60 },
  );
});

test('they come to fill a disc, and who stood left of many still does', () => {
  const box = { left: 40, right: 40, top: 20, bottom: 30 };
  const nodes = nodesOf(Array.from({ length: 900 }, () => ({ box })));
  // All of them on a spiral around the middle, far too near to each other.
  const wanted = new Map(
    nodes.map(({ id }, index) => {
      const [radius, angle] = [Math.sqrt(index), index * 2.4];
      return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
  const places = spreadEvenly(nodes, wanted);
  const reach = Math.max(...[...places.values()].map(({ x, y }) => Math.hypot(x, y)));
  // No more than a circle of twice what the boxes take up.
  expect(reach).toBeLessThan(Math.sqrt((2 * 900 * 80 * 50) / Math.PI));
  for (const [index, { id }] of nodes.entries()) {
    const [want, at] = [wanted.get(id) ?? { x: 0, y: 0 }, places.get(id) ?? { x: 0, y: 0 }];
    const wide = 30;
    expect(Math.hypot(at.x / reach - want.x / wide, at.y / reach - want.y / wide), `${index}`).toBeLessThan(
      0.25,
    );
  }
});
