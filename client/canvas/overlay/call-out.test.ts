import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { callOut } from './call-out.ts';
import { LabelRoom } from './choose-labels.ts';
import { prepareLabels } from './draw-labels.ts';
import { isTangled, runsThrough } from './lead.ts';
import { paper, sceneOf } from './paper.ts';
import type { PlacedNode, PlacedRelationship, Scene } from './scene.ts';

const world = describeDrawing(placedSmallWorld());
const chip = drawn('judgement/2014/overall');
const body = drawn('organisation/cafcass');
const [line] = world.relationships.values();

function drawn(id: string): PlacedNode['drawn'] {
  const found = world.nodes.get(nodeId(id));
  if (!found) throw new Error(`${id} is not in the small world`);
  return found;
}

/** So close that no name has room between them. */
const crowd = Array.from({ length: 400 }, (_, index) => ({
  drawn: { ...chip, id: nodeId(`judgement/${index}`), width: 40, height: 40 },
  at: { x: 300 + (index % 20) * 15, y: 150 + Math.floor(index / 20) * 15 },
}));
const inCrowd = fc.record({ x: fc.integer({ min: 300, max: 585 }), y: fc.integer({ min: 150, max: 435 }) });

interface Standing {
  readonly ties?: number;
  readonly isSelected?: boolean;
}

function named(name: string, at: Point, { ties = 0, isSelected = false }: Standing = {}): PlacedNode {
  if (body.kind !== 'mark') throw new Error('a body is a mark');
  const label = { ...body.label, lines: [name], captions: [], short: '' };
  return {
    drawn: {
      ...body,
      id: nodeId(`organisation/${name.toLowerCase().replaceAll(' ', '-')}`),
      ties,
      isSelected,
      label,
    },
    at,
  };
}

function sceneWith(nodes: readonly PlacedNode[], relationships: readonly PlacedRelationship[] = []): Scene {
  return { ...sceneOf(0.3, [...crowd, ...nodes]), relationships, callOut };
}

function litLine(from: PlacedNode, to: PlacedNode): PlacedRelationship {
  if (!line) throw new Error('the small world has a line');
  const ends: [NodeId, NodeId] = [from.drawn.id, to.drawn.id];
  return {
    drawn: { ...line, id: ends.join(' '), from: ends[0], to: ends[1], label: '', isLit: true },
    isWanted: true,
    ends: [from.at, to.at],
    middle: from.at,
    badge: from.at,
  };
}

function wordsOf(scene: Scene): ReturnType<typeof paper> {
  const drawnOn = paper();
  prepareLabels(drawnOn.surface, scene).drawWords();
  return drawnOn;
}

test('what so many lines meet at is named beside the crowd where the crowd leaves no room, and nobody else is', () => {
  const at = { x: 442, y: 292 };
  expect(wordsOf(sceneWith([named('The hub', at)])).words).toEqual([]);
  const { words, places } = wordsOf(sceneWith([named('The hub', at, { ties: 40 })]));
  expect(words).toEqual(['The hub']);
  const [{ x, y } = { x: 0, y: 0 }] = places;
  expect(x < 300 || x > 585 || y < 150 || y > 435).toBe(true);
  expect(x > 0 && x < 900 && y > 56 && y < 600 - 52).toBe(true);
});

test('lines to names cross neither each other nor a name', () => {
  fc.assert(
    fc.property(fc.array(inCrowd, { minLength: 2, maxLength: 6 }), (places) => {
      const hubs = places.map((at, index) => named(`The hub ${index}`, at, { ties: 40 - index }));
      const { words, places: middles, lines } = wordsOf(sceneWith(hubs));
      const leads = lines.map(([from, to], index) => {
        const { x, y } = middles[index] ?? to;
        const wide = (words[index]?.length ?? 0) * 5;
        return {
          from,
          to,
          box: { id: '', priority: 0, left: x, right: x + wide, top: y - 5, bottom: y + 5 },
        };
      });
      for (const one of leads)
        for (const other of leads) expect(one !== other && isTangled(one, other)).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('what is related to the selection is named upon the crowd, and only while it is selected', () => {
  const [at, other] = [
    { x: 400, y: 250 },
    { x: 500, y: 350 },
  ];
  const scene = (isSelected: boolean) => {
    const [from, to] = [named('Selected', at, { isSelected }), named('Related', other)];
    return sceneWith([from, to], isSelected ? [litLine(from, to)] : []);
  };
  expect(wordsOf(scene(false)).words).toEqual([]);
  expect(wordsOf(scene(true)).words).toContain('Related');
});

test('names upon the crowd are a dozen at most, cover no line that is lit and nobody who is related', () => {
  fc.assert(
    fc.property(inCrowd, fc.array(inCrowd, { maxLength: 20 }), (at, places) => {
      const selected = named('Selected', at, { isSelected: true });
      const related = places.map((place, index) => named(`Related ${index}`, place));
      const lit = related.map((each) => litLine(selected, each));
      const { surface } = paper();
      const boxes = sceneWith([selected, ...related], lit);
      const labels = callOut(surface, boxes, [], new LabelRoom());
      expect(labels.length).toBeLessThanOrEqual(12);
      for (const { box } of labels) {
        for (const { ends } of lit) expect(runsThrough({ from: ends[0], to: ends[1] }, box)).toBe(false);
        for (const each of [selected, ...related])
          expect(
            each.drawn.id !== box.id &&
              each.at.x > box.left &&
              each.at.x < box.right &&
              each.at.y > box.top &&
              each.at.y < box.bottom,
          ).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});
