import { expect, test } from 'vitest';
import { nodeId } from '../../../../schema/ids.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { arrangeInLevels } from './arrange-in-levels.ts';
import { arrangeInRings } from './arrange-in-rings.ts';
import { countTouching, leaveRoomToRead } from './leave-room-to-read.ts';

function node(id: string, wide: number, high: number): LayoutNode {
  return {
    id: nodeId(id),
    type: 'Inspection',
    name: id,
    box: { left: wide / 2, right: wide / 2, top: 13, bottom: high },
    times: [],
    fixed: null,
  };
}

/** A body that was inspected seven times, each inspection with tall judgements and two quotes, on a small canvas. */
function tallTask(): LayoutTask {
  const seven = [0, 1, 2, 3, 4, 5, 6];
  const relationships = seven.flatMap((index) => [
    { from: nodeId(`inspection/${index}`), to: nodeId('organisation/body') },
    { from: nodeId(`quote/${index}`), to: nodeId(`inspection/${index}`) },
  ]);
  return {
    arrangement: 'levels',
    isFresh: true,
    around: null,
    nodes: [
      node('organisation/body', 60, 16),
      ...seven.map((index) => node(`inspection/${index}`, 80, 500)),
      ...seven.map((index) => node(`quote/${index}`, 100, 50)),
    ],
    chips: [],
    relationships,
    width: 866,
    height: 500,
    seed: 1,
    ground: new Float64Array(),
  };
}

test('in levels names that would touch when the whole is fitted into the canvas get more room', () => {
  const task = tallTask();
  expect(countTouching(task, arrangeInLevels(task))).toBeGreaterThan(0);
  expect(countTouching(task, leaveRoomToRead(task, arrangeInLevels))).toBe(0);
});

test('in rings fewer names touch than without', () => {
  const task = { ...tallTask(), arrangement: 'rings' as const };
  const before = countTouching(task, arrangeInRings(task));
  expect(before).toBeGreaterThan(0);
  expect(countTouching(task, leaveRoomToRead(task, arrangeInRings))).toBeLessThan(before);
});

test('what fits already stands as the arrangement has it', () => {
  const task = { ...tallTask(), width: 8000, height: 8000 };
  expect(leaveRoomToRead(task, arrangeInLevels)).toEqual(arrangeInLevels(task));
});
