import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { pickInto } from './follow-gestures.ts';

const [a, b, c] = ['person/a', 'person/b', 'person/c'].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];

test('a plain pick replaces the selection', () => {
  expect(pickInto([a, b], [c], false)).toEqual([c]);
});

test('an adding pick adds, and lets go of what was picked before', () => {
  expect(pickInto([a], [b], true)).toEqual([a, b]);
  expect(pickInto([a, b], [a], true)).toEqual([b]);
});

test('a box around several adds them all', () => {
  expect(pickInto([a], [a, b, c], true)).toEqual([a, b, c]);
});
