import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { doOverlap } from '../../../test/support/do-overlap.ts';
import { arrangementNames } from '../../exploration/arrangements.ts';
import type { Point } from '../../exploration/exploration.ts';
import type { Box } from '../drawing/drawing.ts';
import { boxOfChip, CHIP_GAP, type LayoutChip, type LayoutNode, type LayoutTask } from './layout-task.ts';
import { placeNodes } from './place-nodes.ts';
import { placePlainly } from './place-plainly.ts';

const side = fc.integer({ min: 8, max: 60 });
const someInspection = fc.record({
  /** How far its words reach. */
  words: fc.record({ left: side, right: side, top: side, bottom: side }),
  isFixed: fc.boolean(),
  chips: fc.array(
    fc.record({ height: fc.integer({ min: 16, max: 40 }), isFixed: fc.boolean(), isDisputed: fc.boolean() }),
    { maxLength: 4 },
  ),
  /** By so much the words were longer when those of its chips were placed that stand. */
  longer: fc.integer({ min: 0, max: 45 }),
});

interface Made {
  readonly node: LayoutNode;
  readonly words: Box;
  readonly chips: readonly LayoutChip[];
}

/** Inspections that stand, with some of their chips, and others that come in now with theirs; all of one body. */
const someTask = fc
  .record({
    inspections: fc.array(someInspection, { minLength: 2, maxLength: 30 }),
    arrangement: fc.constantFrom(...arrangementNames),
  })
  .map(({ inspections, arrangement }) => {
    const made = inspections.map(({ words, isFixed, chips, longer }, index): Made => {
      const id = nodeId(`inspection/${index}`);
      const fixed = isFixed || index === 0 ? { x: (index % 6) * 130, y: Math.floor(index / 6) * 400 } : null;
      const high = chips.reduce((sum, { height }) => sum + height + CHIP_GAP, 0);
      const box = {
        ...words,
        left: Math.max(words.left, 39),
        right: Math.max(words.right, 39),
        bottom: words.bottom + (chips.length > 0 ? 6 + high : 0),
      };
      let edge = (fixed?.y ?? 0) + words.bottom + 6 + longer;
      const own = chips.map((chip, place): LayoutChip => {
        const at = fixed && chip.isFixed ? { x: fixed.x, y: edge + chip.height / 2 } : null;
        if (at) edge += chip.height + CHIP_GAP;
        const dispute = chip.isDisputed ? `${id} overall` : null;
        return { id: nodeId(`judgement/${index}-${place}`), of: id, height: chip.height, dispute, fixed: at };
      });
      const node = { id, type: 'Inspection' as const, name: id, box, times: [index], fixed };
      return { node, words, chips: own };
    });
    const body: LayoutNode = {
      id: nodeId('organisation/body'),
      type: 'Organisation',
      name: 'body',
      box: boxOfChip(24),
      times: [],
      fixed: { x: 300, y: -300 },
    };
    const task: LayoutTask = {
      arrangement,
      isFresh: false,
      around: null,
      nodes: [body, ...made.map(({ node }) => node)],
      chips: made.flatMap(({ chips }) => chips),
      relationships: made.map(({ node }) => ({ from: node.id, to: body.id })),
      width: 840,
      height: 620,
      seed: 1,
      ground: new Float64Array(),
    };
    return { task, made };
  });

interface Standing {
  readonly id: string;
  readonly box: Box;
  readonly at: Point;
  readonly isNew: boolean;
}

test('no chip covers another or any words, whoever comes in and however long the words were before', () => {
  fc.assert(
    fc.property(someTask, ({ task, made }) => {
      const placement = new Map(placeNodes(task));
      const standing: Standing[] = [];
      const note = (id: string, box: Box, fixed: Point | null) => {
        const at = fixed ?? placement.get(nodeId(id));
        expect(at, id).toBeDefined();
        if (at) standing.push({ id, box, at, isNew: fixed === null });
      };
      for (const { node, words, chips } of made) {
        note(node.id, words, node.fixed);
        for (const { id, height, fixed } of chips) note(id, boxOfChip(height), fixed);
      }
      expect(overlaps(standing)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('an arrangement that is cancelled leaves chips where they stood, too', () => {
  fc.assert(
    fc.property(someTask, ({ task }) => {
      const loose = { ...task, chips: task.chips.map((chip) => ({ ...chip, fixed: null })) };
      const before = new Map(
        loose.chips.slice(0, 3).map(({ id }, index) => [id, { x: -900 - index * 90, y: 70 }]),
      );
      const placement = new Map(placePlainly(loose, before));
      for (const { id } of loose.chips) expect(placement.has(id), id).toBe(true);
      for (const [id, at] of before) expect(placement.get(id)).toEqual(at);
    }),
    { numRuns: 40 },
  );
});

/** Of what stood before nobody asks whether it overlaps. */
function overlaps(standing: readonly Standing[]): readonly string[] {
  return standing.flatMap((a, index) =>
    standing
      .slice(index + 1)
      .flatMap((b) => ((a.isNew || b.isNew) && doOverlap(a, b, 0.5) ? [`${a.id} on ${b.id}`] : [])),
  );
}
