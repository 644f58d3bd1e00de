import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { followPlainHand } from './follow-plain-hand.ts';
import { makePlainField } from './plain-field.ts';

const douglas = nodeId('person/anthony-douglas');

/** A plain field under a hand; `told` is what came of it. */
function handOn(zoom = 1) {
  const cy = cytoscape({ headless: true, styleEnabled: true, zoom });
  const world = placedSmallWorld();
  const field = makePlainField();
  field.hold(describeDrawing(world));
  const told: string[] = [];
  const nodeAt = (at: Point) => field.nodeAt(at, 0);
  const stop = followPlainHand(
    cy,
    { field, nodeAt },
    {
      onHover: (id) => told.push(`hover ${id}`),
      onDrag: (id, by) => told.push(`drag ${id} ${by.x} ${by.y}`),
      onDropped: (id) => told.push(`drop ${id}`),
      onPick: (ids) => told.push(`pick ${ids.length}`),
    },
  );
  const at = world.positions.get(douglas) ?? { x: 0, y: 0 };
  const emit = (type: string, by: Point, fingers: number | null) =>
    // The types of Cytoscape know no event that is made by hand.
    cy.emit({
      type,
      position: { x: at.x + by.x, y: at.y + by.y },
      originalEvent: fingers === null ? {} : { touches: Array.from({ length: fingers }) },
    } as unknown as Parameters<typeof cy.emit>[0]);
  return { cy, told, emit, stop };
}

test.each([
  ['a mouse', null],
  ['a finger', 1],
])('%s drags a single node, and while it does nothing else moves', (_, fingers) => {
  const { cy, told, emit } = handOn();
  emit('tapstart', { x: 0, y: 0 }, fingers);
  expect(cy.userPanningEnabled()).toBe(false);
  emit('tapdrag', { x: 2, y: 0 }, fingers);
  expect(told).toEqual([]);
  emit('tapdrag', { x: 30, y: 10 }, fingers);
  emit('tapdrag', { x: 40, y: 10 }, fingers);
  emit('tapend', { x: 40, y: 10 }, fingers);
  expect(told).toEqual([`drag ${douglas} 30 10`, `drag ${douglas} 10 0`, `drop ${douglas}`]);
  expect(cy.userPanningEnabled()).toBe(true);
});

test('a second finger lets the node go where it is, and moves the whole', () => {
  const { cy, told, emit } = handOn();
  emit('tapstart', { x: 0, y: 0 }, 1);
  emit('tapdrag', { x: 30, y: 0 }, 1);
  emit('tapdrag', { x: 60, y: 0 }, 2);
  expect(told).toEqual([`drag ${douglas} 30 0`, `drop ${douglas}`]);
  expect(cy.userPanningEnabled()).toBe(true);
  emit('tapdrag', { x: 90, y: 0 }, 1);
  expect(told).toHaveLength(2);
});

test('a finger that rested on a node for its menu drags nothing afterwards', () => {
  const { told, emit } = handOn();
  emit('tapstart', { x: 0, y: 0 }, 1);
  emit('taphold', { x: 0, y: 0 }, 1);
  emit('tapdrag', { x: 60, y: 0 }, 1);
  emit('tapend', { x: 60, y: 0 }, 1);
  expect(told).toEqual([]);
});

test('a finger on the ground, or on a shape that is smaller than dust, moves the whole', () => {
  for (const [hand, by] of [
    [handOn(), { x: 0, y: -4_000 }],
    [handOn(0.3), { x: 0, y: 0 }],
  ] as const) {
    hand.emit('tapstart', by, 1);
    expect(hand.cy.userPanningEnabled()).toBe(true);
    hand.emit('tapdrag', { x: by.x + 60, y: by.y }, 1);
    expect(hand.told).toEqual([]);
  }
});

test('a mouse that passes hovers, a finger does not, and afterwards nothing listens', () => {
  const { told, emit, stop } = handOn();
  emit('tapdrag', { x: 0, y: 0 }, null);
  emit('tapdrag', { x: 0, y: 0 }, 1);
  expect(told).toEqual([`hover ${douglas}`]);
  stop();
  emit('tapdrag', { x: 0, y: 0 }, null);
  expect(told).toHaveLength(1);
});
