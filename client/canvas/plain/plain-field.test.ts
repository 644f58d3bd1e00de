import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { makePlainField } from './plain-field.ts';

const douglas = nodeId('person/anthony-douglas');

function placeOf(state: Exploration, id = douglas) {
  const at = state.positions.get(id);
  if (!at) throw new Error(`${id} has no place`);
  return at;
}

function heldWorld() {
  const world = placedSmallWorld();
  const field = makePlainField();
  field.hold(describeDrawing(world));
  return { world, field };
}

test('the node under the pointer is found, and so is one that is smaller than the pointer’s reach', () => {
  const { world, field } = heldWorld();
  const { x, y } = placeOf(world);
  expect(field.nodeAt({ x, y }, 0)).toBe(douglas);
  expect(field.nodeAt({ x: x + 10, y: y - 10 }, 0)).toBe(douglas);
  expect(field.nodeAt({ x: x + 13, y: y - 14 }, 0)).toBeNull();
  expect(field.nodeAt({ x: x + 13, y: y - 14 }, 30)).toBe(douglas);
});

test('of several within reach it is the nearest', () => {
  const { world, field } = heldWorld();
  for (const [id, at] of world.positions) expect(field.nodeAt(at, 500)).toBe(id);
});

test('a box around all holds all, and one around nothing holds none', () => {
  const { world, field } = heldWorld();
  const all = field.nodesBetween({ x: 1e5, y: -1e5 }, { x: -1e5, y: 1e5 });
  expect([...all].sort()).toEqual([...world.nodes.keys()].sort());
  expect(field.nodesBetween({ x: 1e5, y: 1e5 }, { x: 2e5, y: 2e5 })).toEqual([]);
});

test('what is dragged stands where the hand has it until it has a new place', () => {
  const { world, field } = heldWorld();
  const { x, y } = placeOf(world);
  field.carry([douglas], { x: 700, y: -300 });
  field.carry([douglas], { x: 1, y: 1 });
  const there = { x: x + 701, y: y - 299 };
  expect(field.placeOf(douglas)).toEqual(there);
  expect(field.nodeAt(there, 0)).toBe(douglas);
  expect(field.nodeAt({ x, y }, 0)).toBeNull();
  const selected = runCommand(world, { kind: 'select', ids: [douglas] }).state;
  field.hold(describeDrawing(selected));
  expect(field.placeOf(douglas)).toEqual(there);
  field.hold(
    describeDrawing(runCommand(selected, { kind: 'move', positions: [[douglas, { x: 5, y: 6 }]] }).state),
  );
  expect(field.placeOf(douglas)).toEqual({ x: 5, y: 6 });
});

test('selecting paints no shape or line anew, and moving, hiding and filtering do', () => {
  const { world, field } = heldWorld();
  const at = field.moves();
  const selected = runCommand(world, { kind: 'select', ids: [douglas] }).state;
  field.hold(describeDrawing(selected));
  expect(field.moves()).toBe(at);
  const hidden = runCommand(selected, { kind: 'hide', ids: [douglas] }).state;
  field.hold(describeDrawing(hidden));
  expect(field.moves()).toBe(at + 1);
  field.hold(describeDrawing(selected));
  expect(field.moves()).toBe(at + 2);
  field.hold(
    describeDrawing(runCommand(selected, { kind: 'move', positions: [[douglas, { x: 5, y: 6 }]] }).state),
  );
  expect(field.moves()).toBe(at + 3);
});

test('what is moved glides to its place where it may, and all else stands meanwhile', () => {
  const { world, field } = heldWorld();
  const from = placeOf(world);
  const to = { x: from.x + 100, y: from.y - 40 };
  const moved = runCommand(world, { kind: 'move', positions: [[douglas, to]] }).state;
  field.hold(describeDrawing(moved), true);
  expect(field.isGliding()).toBe(true);
  expect(field.placeOf(douglas)).toEqual(from);
  field.glideTo(0.5);
  const half = { x: from.x + 50, y: from.y - 20 };
  expect(field.placeOf(douglas)).toEqual(half);
  for (const [id, at] of world.positions) if (id !== douglas) expect(field.placeOf(id)).toEqual(at);
  const selected = runCommand(moved, { kind: 'select', ids: [douglas] }).state;
  field.hold(describeDrawing(selected), true);
  expect(field.placeOf(douglas)).toEqual(half);
  // Called back half-way, it goes back from there.
  field.hold(describeDrawing(world), true);
  expect(field.placeOf(douglas)).toEqual(half);
  field.glideTo(1);
  expect(field.placeOf(douglas)).toEqual(from);
  expect(field.isGliding()).toBe(false);
});

test('what a hand has dragged, and what may not glide, is in its place at once', () => {
  const { world, field } = heldWorld();
  const to = { x: placeOf(world).x + 7, y: placeOf(world).y };
  field.carry([douglas], { x: 7, y: 0 });
  const moved = runCommand(world, { kind: 'move', positions: [[douglas, to]] }).state;
  field.hold(describeDrawing(moved), true);
  expect([field.isGliding(), field.placeOf(douglas)]).toEqual([false, to]);
  field.hold(describeDrawing(world));
  expect([field.isGliding(), field.placeOf(douglas)]).toEqual([false, placeOf(world)]);
});
