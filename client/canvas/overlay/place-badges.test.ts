import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import type { DrawnNode } from '../drawing/drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { type LabelBox, LabelRoom } from './choose-labels.ts';
import { placeBadges } from './place-badges.ts';

const cafcass = described('organisation/cafcass');
const at = { x: 100, y: 100 };

function described(id: string): DrawnNode {
  const found = describeDrawing(placedSmallWorld()).nodes.get(nodeId(id));
  if (!found) throw new Error(`${id} is not in the small world`);
  return found;
}

function wall(left: number, right: number, top: number, bottom: number): LabelBox {
  return { id: `wall ${left} ${top}`, priority: 1, left, right, top, bottom };
}

function roomWith(...walls: readonly LabelBox[]): LabelRoom {
  const room = new LabelRoom();
  for (const each of walls) room.take(each);
  return room;
}

/** At which corner of the node its badge stands, among what stands there already. */
function cornerOf(
  node: Partial<Pick<DrawnNode, 'more' | 'isSelected' | 'isDisputed'>>,
  walls: readonly LabelBox[],
  zoom = 1,
): string | undefined {
  const drawn = { ...cafcass, more: 13, isSelected: false, isDisputed: false, ...node };
  const [badge] = placeBadges([{ drawn, at }], zoom, roomWith(...walls), () => 20);
  if (!badge) return undefined;
  const { left, right, top, bottom } = badge.box;
  const middle = (top + bottom) / 2;
  const down = middle === at.y ? '' : middle < at.y ? 'top ' : 'bottom ';
  return `${down}${(left + right) / 2 < at.x ? 'left' : 'right'}`;
}

const topRight = wall(105, 140, 60, 92);
const topLeft = wall(60, 95, 60, 92);
const bottomRight = wall(105, 140, 108, 140);
const bottomLeft = wall(60, 95, 108, 140);
const corners = [topRight, topLeft, bottomRight, bottomLeft];
const level = wall(105, 140, 92, 108);
const everywhere = [...corners, level, wall(60, 95, 92, 108)];

test('a badge stands at the next place that is free, and goes where none is', () => {
  expect(cornerOf({}, [])).toBe('top right');
  expect(cornerOf({}, [topRight])).toBe('top left');
  expect(cornerOf({}, [topRight, topLeft])).toBe('bottom right');
  expect(cornerOf({}, [topRight, topLeft, bottomRight])).toBe('bottom left');
  expect(cornerOf({}, corners)).toBe('right');
  expect(cornerOf({}, [...corners, level])).toBe('left');
  expect(cornerOf({}, everywhere)).toBeUndefined();
});

test('what is selected or disputed keeps its badge at its own corner where no place is free', () => {
  expect(cornerOf({ isSelected: true }, everywhere)).toBe('top right');
  expect(cornerOf({ isDisputed: true }, everywhere)).toBe('top left');
});

test('a badge keeps its size, and goes where the view is too small for it', () => {
  expect(cornerOf({}, [], 0.55)).toBe('top right');
  expect(cornerOf({}, [], 0.4)).toBeUndefined();
  expect(cornerOf({ more: 0 }, [])).toBeUndefined();
});

test('a badge stands where it is seen whole, and goes where it is nowhere', () => {
  const cornerBelow = (edge: number, isSelected = false) => {
    const drawn = { ...cafcass, more: 13, isSelected, isDisputed: false };
    const isCut = ({ top }: LabelBox) => top < edge;
    const [badge] = placeBadges([{ drawn, at }], 1, new LabelRoom(), () => 20, isCut);
    return badge && (badge.box.top > at.y ? 'bottom' : badge.box.bottom < at.y ? 'top' : 'level');
  };
  expect(cornerBelow(0)).toBe('top');
  expect(cornerBelow(at.y - 15)).toBe('bottom');
  expect(cornerBelow(at.y + 80)).toBeUndefined();
  expect(cornerBelow(at.y + 80, true)).toBeUndefined();
});

test('badges of nodes that stand close do not touch each other', () => {
  const places = fc.array(fc.record({ x: fc.nat(200), y: fc.nat(200) }), { maxLength: 12 });
  fc.assert(
    fc.property(places, (points) => {
      const nodes = points.map((point, index) => ({
        drawn: { ...cafcass, id: nodeId(`organisation/${index}`), more: 7, isSelected: false },
        at: point,
      }));
      const placed = placeBadges(nodes, 1, new LabelRoom(), () => 20);
      // They are round, so that their boxes may share a rim of 2 pixels each.
      const boxes = placed.map(({ box: { left, right, top, bottom } }) => ({
        left: left + 2,
        right: right - 2,
        top: top + 2,
        bottom: bottom - 2,
      }));
      expect(boxes.length).toBeGreaterThanOrEqual(Math.min(1, points.length));
      for (const a of boxes)
        for (const b of boxes)
          expect(
            a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          ).toBe(false);
    }),
  );
});
