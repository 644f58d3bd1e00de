import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { nearestShape } from './nearest-shape.ts';

const size = { width: 78, height: 20 };
const [upper, middle, lower] = ['judgement/a', 'judgement/b', 'judgement/c'].map(nodeId);
const stack = [upper, middle, lower].flatMap((id) => (id ? [{ id, ...size }] : []));
const placeOf = (id: string) => ({ x: 0, y: 24 * stack.findIndex((each) => each.id === id) });

test.each([
  ['within a chip', { x: 30, y: 24 }, middle],
  ['at the edge of a chip', { x: -38, y: 33 }, middle],
  ['between two, nearer to one', { x: 0, y: 35 }, middle],
  ['between two, nearer to the other', { x: 0, y: 37 }, lower],
  ['beside all', { x: 80, y: 2 }, upper],
])('%s the nearest shape is meant', (_case, at, meant) => {
  expect(nearestShape(stack, placeOf, at)).toBe(meant);
});

test('of shapes that overlap the one whose middle is nearer is meant, of none nobody', () => {
  const two = stack.slice(0, 2);
  const place = (id: string) => ({ x: id === upper ? 0 : 10, y: 0 });
  expect(nearestShape(two, place, { x: 6, y: 0 })).toBe(middle);
  expect(nearestShape([], place, { x: 0, y: 0 })).toBeNull();
});
