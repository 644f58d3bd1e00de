import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { drawChip } from './draw-chip.ts';
import { prepareLabels } from './draw-labels.ts';
import { paper, sceneOf } from './paper.ts';
import type { PlacedNode } from './scene.ts';

const drawing = describeDrawing(placedSmallWorld());
const first = drawn('inspection/cafcass-2014');
const chip = drawn('judgement/2014/overall');

function drawn(id: string): PlacedNode['drawn'] {
  const found = drawing.nodes.get(nodeId(id));
  if (!found) throw new Error(`${id} is not in the small world`);
  return found;
}

function wordsOnChip(zoom: number, area: string, label: readonly string[] = []): readonly string[] {
  if (chip.kind !== 'chip') throw new Error('a judgement is a chip');
  const said = { ...chip.chip, lines: [area, ...label], label };
  const node = { drawn: { ...chip, chip: said }, at: { x: 100, y: 100 } };
  const { surface, words } = paper();
  drawChip(surface, sceneOf(zoom, [node]), node);
  return words;
}

test('a chip in a smaller view keeps as many of its words as can be read', () => {
  expect(wordsOnChip(1, 'overall effectiveness')).toEqual(['overall effectiveness']);
  expect(wordsOnChip(0.75, 'overall')).toEqual(['overall']);
  expect(wordsOnChip(0.75, 'overall effectiveness')).toEqual(['overall e…']);
  expect(wordsOnChip(0.5, 'overall')).toEqual([]);
});

test('a chip whose label is on no scale keeps the label in a smaller view, rather than the area', () => {
  expect(wordsOnChip(1, 'overall', ['not yet', 'good'])).toEqual(['overall', 'not yet', 'good']);
  expect(wordsOnChip(0.75, 'overall', ['not yet', 'good'])).toEqual(['not yet', 'good']);
});

function wordsOfRow(gap: number): readonly string[] {
  if (first.kind !== 'mark') throw new Error('an inspection is a mark');
  const label = { ...first.label, lines: ['Of the service'] };
  const nodes = [0, 1, 2].map((index) => ({
    drawn: { ...first, label, id: nodeId(`inspection/${index}`) },
    at: { x: 100 + index * gap, y: 100 },
  }));
  const { surface, words } = paper();
  prepareLabels(surface, sceneOf(0.8, nodes)).drawWords();
  return words;
}

test('names that have no room beside each other give way to what is shorter, and then to nothing', () => {
  const whole = wordsOfRow(200);
  expect(whole.filter((line) => line === 'Apr 2014')).toHaveLength(3);
  expect(new Set(whole).size).toBeGreaterThan(1);
  const tight = wordsOfRow(75);
  expect(tight.length).toBeLessThan(whole.length);
  expect(tight.filter((line) => line === 'Apr 2014')).toHaveLength(3);
  expect(wordsOfRow(20).filter((line) => line === 'Apr 2014').length).toBeLessThan(3);
});

/** What an inspection says that stands so far to the right, with its judgements close below. */
function wordsBeside(x: number): readonly string[] {
  const below = { drawn: chip, at: { x, y: 100 + first.height / 2 + chip.height / 2 } };
  const { surface, words } = paper();
  prepareLabels(surface, sceneOf(1, [{ drawn: first, at: { x, y: 100 } }, below])).drawWords();
  return words;
}

test('an inspection whose judgements leave no room below it says its date beside it, unless that is cut off there', () => {
  expect(wordsBeside(100)).toEqual(['Apr 2014']);
  expect(wordsBeside(870)).toEqual([]);
});

test('an inspection says its date before a quote beside it says all of its words', () => {
  const quote = [...drawing.nodes.values()].find(({ type }) => type === 'Quote');
  if (!quote) throw new Error('the small world has a quote');
  const below = { drawn: chip, at: { x: 100, y: 100 + first.height / 2 + chip.height / 2 } };
  const beside = { drawn: quote, at: { x: 165, y: 78 } };
  const { surface, words } = paper();
  prepareLabels(surface, sceneOf(1, [beside, below, { drawn: first, at: { x: 100, y: 100 } }])).drawWords();
  expect(words).toEqual(['Apr 2014']);
});

test('what is related to what is selected is named where there is room, but over nobody else’s shape', () => {
  const person = [...drawing.nodes.values()].find(({ type }) => type === 'Person');
  if (person?.kind !== 'mark') throw new Error('the small world has a person');
  const [name = ''] = person.label.lines;
  const other = { ...person, id: nodeId('person/other'), label: { ...person.label, lines: ['Somebody'] } };
  const isNamed = (isSelected: boolean, otherAt: PlacedNode['at']) => {
    const { surface, words } = paper();
    const nodes = [
      { drawn: other, at: otherAt },
      { drawn: { ...person, isSelected }, at: { x: 300, y: 100 } },
    ];
    const scene = { ...sceneOf(1, nodes), lit: new Set([person.id]) };
    prepareLabels(surface, scene).drawWords();
    return words.includes(name);
  };
  const below = { x: 300, y: 100 + person.height };
  expect([isNamed(false, below), isNamed(true, below)]).toEqual([false, true]);
  expect(isNamed(false, { x: 335, y: 100 })).toBe(true);
});

test('no name is cut by an edge of the canvas: it stands aside of its node, or not at all', () => {
  const person = [...drawing.nodes.values()].find(({ type }) => type === 'Person');
  if (person?.kind !== 'mark') throw new Error('the small world has a person');
  const [name = ''] = person.label.lines;
  const say = (x: number, y: number) => {
    const { surface, words } = paper();
    prepareLabels(surface, sceneOf(1, [{ drawn: person, at: { x, y } }])).drawWords();
    return words.includes(name);
  };
  expect(say(450, 300)).toBe(true);
  expect([say(10, 300), say(890, 300)]).toEqual([true, true]);
  expect([say(-10, 300), say(910, 300), say(450, 575), say(450, -20)]).toEqual([false, false, false, false]);
});
