import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../../../schema/ids.ts';
import { doOverlap } from '../../../../test/support/do-overlap.ts';
import { arrangementNames } from '../../../exploration/arrangements.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { Box } from '../../drawing/drawing.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { placeNodes } from '../place-nodes.ts';
import { placePlainly } from '../place-plainly.ts';
import { arrangeInGrid } from './arrange-in-grid.ts';
import { arrangeInLevels } from './arrange-in-levels.ts';
import { arrangeInRings } from './arrange-in-rings.ts';

const side = fc.integer({ min: 8, max: 90 });
const someNode = fc.record({
  type: fc.constantFrom('Inspection', 'Organisation', 'Person', 'Quote', 'Event'),
  name: fc.string({ maxLength: 4 }),
  box: fc.record({ left: side, right: side, top: side, bottom: side }),
  times: fc.array(fc.integer({ min: 12_000, max: 19_000 }), { maxLength: 2 }),
  /** Those that are fixed stand far apart, so that they do not overlap by themselves. */
  isFixed: fc.boolean(),
});

/** Tasks of up to 60 nodes with any boxes and relationships, some nodes fixed. */
const someTask: fc.Arbitrary<LayoutTask> = fc
  .record({
    nodes: fc.array(someNode, { minLength: 1, maxLength: 60 }),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 90 }),
    arrangement: fc.constantFrom(...arrangementNames),
    isFresh: fc.boolean(),
    around: fc.nat(),
  })
  .map(({ nodes, ends, arrangement, isFresh, around }) => {
    const made = nodes.map(({ isFixed, ...node }, index): LayoutNode => {
      const fixed = isFixed ? { x: (index % 8) * 240 - 800, y: Math.floor(index / 8) * 240 - 800 } : null;
      return { ...node, id: nodeId(`thing/${index}`), fixed };
    });
    const id = (index: number) => nodeId(`thing/${index % nodes.length}`);
    return {
      arrangement,
      isFresh,
      around: id(around),
      nodes: made,
      chips: [],
      relationships: ends.map(([from, to]) => ({ from: id(from), to: id(to) })),
      width: 840,
      height: 620,
      seed: 1,
      ground: new Float64Array(),
    };
  });

interface Standing {
  readonly id: string;
  readonly box: Box;
  readonly at: Point;
}

function standing({ nodes }: LayoutTask, placement: Iterable<readonly [string, Point]>): readonly Standing[] {
  const places = new Map<string, Point>(placement);
  return nodes.flatMap(({ id, box, fixed }) => {
    const at = fixed ?? places.get(id);
    return at ? [{ id, box, at }] : [];
  });
}

function overlaps(nodes: readonly Standing[]): readonly string[] {
  return nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b) => (doOverlap(a, b, 1) ? [`${a.id} on ${b.id}`] : [])),
  );
}

test('in every arrangement all nodes get a place, none overlaps another, and what is fixed is not moved', () => {
  fc.assert(
    fc.property(someTask, (task) => {
      const placement = placeNodes(task);
      const loose = task.nodes.filter(({ fixed }) => !fixed).map(({ id }) => id);
      expect(placement.map(([id]) => id).sort()).toEqual([...loose].sort());
      expect(overlaps(standing(task, placement))).toEqual([]);
      for (const [, { x, y }] of placement) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the same task gives the same places', () => {
  fc.assert(
    fc.property(someTask, (task) => {
      expect(placeNodes(structuredClone(task))).toEqual(placeNodes(task));
    }),
    { numRuns: 40 },
  );
});

test('the share that is done grows from 0 to 1', () => {
  fc.assert(
    fc.property(someTask, (task) => {
      const shares: number[] = [];
      placeNodes(task, (share) => shares.push(share));
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('an arrangement that is cancelled leaves what stood in its place, and nothing without one', () => {
  fc.assert(
    fc.property(someTask, (task) => {
      const before = new Map(
        task.nodes.slice(0, 5).map(({ id }, index) => [id, { x: -2000 - index * 300, y: 0 }]),
      );
      const placement = new Map(placePlainly(task, before));
      const loose = task.nodes.filter(({ fixed }) => !fixed);
      expect(placement.size).toBe(loose.length);
      for (const { id } of loose) if (before.has(id)) expect(placement.get(id)).toEqual(before.get(id));
      expect(overlaps(standing(task, placement))).toEqual([]);
    }),
  );
});

const world = taskOf(['a b', 'a c', 'b d', 'c d', 'd e']);

/** Nodes named by letters, each relationship as “from to”. */
function taskOf(relationships: readonly string[], around: string | null = null): LayoutTask {
  const letters = [...new Set(relationships.flatMap((ends) => ends.split(' ')))].sort();
  return {
    arrangement: 'rings',
    isFresh: true,
    around: around === null ? null : nodeId(`person/${around}`),
    nodes: letters.map((letter) => ({
      id: nodeId(`person/${letter}`),
      type: 'Person',
      name: letter,
      box: { left: 30, right: 30, top: 12, bottom: 30 },
      times: [],
      fixed: null,
    })),
    chips: [],
    relationships: relationships.map((ends) => {
      const [from = '', to = ''] = ends.split(' ');
      return { from: nodeId(`person/${from}`), to: nodeId(`person/${to}`) };
    }),
    width: 840,
    height: 620,
    seed: 1,
    ground: new Float64Array(),
  };
}

test('rings go around what was chosen last, and each step is further out', () => {
  const places = arrangeInRings(taskOf(['a b', 'a c', 'b d', 'c d', 'd e'], 'e'));
  const far = ['e', 'd', 'b', 'a'].map((letter) => {
    const { x = 0, y = 0 } = places.get(nodeId(`person/${letter}`)) ?? {};
    return Math.hypot(x, y);
  });
  expect(far[0]).toBe(0);
  expect(far).toEqual([...far].sort((a, b) => a - b));
  expect(new Set(far).size).toBe(4);
});

test('without a choice the node with most relationships is in the middle', () => {
  expect(arrangeInRings(world).get(nodeId('person/d'))).toEqual({ x: 0, y: 0 });
});

test('in levels, what a relationship comes from stands above what it goes to', () => {
  const places = arrangeInLevels(world);
  for (const { from, to } of world.relationships)
    expect(places.get(from)?.y).toBeLessThan(places.get(to)?.y ?? Number.NaN);
});

test('inspections stand in one row, but on a canvas as narrow as that of a phone in several', () => {
  const inspections = Array.from(
    { length: 11 },
    (_, index): LayoutNode => ({
      id: nodeId(`inspection/${index}`),
      type: 'Inspection',
      name: `${index}`,
      box: { left: 38, right: 38, top: 20, bottom: 100 },
      times: [12_000 + index],
      fixed: null,
    }),
  );
  const rowsOn = (width: number, height: number) => {
    const task = {
      ...world,
      arrangement: 'time',
      nodes: inspections,
      relationships: [],
      width,
      height,
    } as const;
    return new Set(placeNodes(task).map(([, { y }]) => y)).size;
  };
  expect(rowsOn(1000, 700)).toBe(1);
  expect(rowsOn(360, 600)).toBeGreaterThan(2);
});

test('in the grid a type has rows of its own, in order of names', () => {
  const places = arrangeInGrid({
    ...world,
    nodes: world.nodes.map((node) => ({ ...node, name: `${9 - node.name.charCodeAt(0) + 97}` })),
  });
  const xs = ['e', 'd', 'c', 'b', 'a'].map((letter) => places.get(nodeId(`person/${letter}`))?.x ?? 0);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
});

/** A body that was inspected 400 times, each inspection with a quote about it, and a circle of three. */
function largeTask(arrangement: LayoutTask['arrangement']): LayoutTask {
  const inspections = Array.from({ length: 400 }, (_, index) => index);
  const relationships = [
    ...inspections.map((index) => `i${index} body`),
    ...inspections.map((index) => `q${index} i${index}`),
    'x y',
    'y z',
    'z x',
  ];
  return { ...taskOf(relationships), arrangement };
}

test('a view too large for dagre has levels all the same, in rows that fit the shape of the canvas', () => {
  const task = largeTask('levels');
  const places = arrangeInLevels(task);
  const circle = ['x', 'y', 'z'].map((letter) => nodeId(`person/${letter}`));
  for (const { from, to } of task.relationships)
    if (!circle.includes(from)) expect(places.get(from)?.y).toBeLessThan(places.get(to)?.y ?? Number.NaN);
  const all = standing(task, places);
  expect(all).toHaveLength(804);
  expect(overlaps(all)).toEqual([]);
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  const [wide, high] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  expect(wide / high).toBeGreaterThan(0.4);
  expect(wide / high).toBeLessThan(3);
});

test('forces spread a large view evenly, with related nodes near each other', () => {
  const task = largeTask('free');
  const places = new Map(placeNodes(task));
  const all = standing(task, places);
  expect(overlaps(all)).toEqual([]);
  const reach = Math.max(...[...places.values()].map(({ x, y }) => Math.hypot(x, y)));
  const taken = task.nodes.reduce((sum, { box }) => sum + (box.left + box.right) * (box.top + box.bottom), 0);
  // No more than a circle of eight times what the boxes take up.
  expect(reach).toBeLessThan(Math.sqrt((8 * taken) / Math.PI));
  const lengthOf = ([one = '', other = '']: readonly string[]) => {
    const [a, b] = [places.get(nodeId(`person/${one}`)), places.get(nodeId(`person/${other}`))];
    return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
  };
  const related = Array.from({ length: 200 }, (_, index) => lengthOf([`q${index}`, `i${index}`]));
  const unrelated = Array.from({ length: 200 }, (_, index) => lengthOf([`q${index}`, `i${399 - index}`]));
  const mean = (lengths: readonly number[]) => lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  expect(mean(related)).toBeLessThan(mean(unrelated) / 2);
});
