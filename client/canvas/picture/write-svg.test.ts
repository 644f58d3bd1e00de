import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { elementsNamed, parseXml, type XmlElement } from '../../../test/support/parse-xml.ts';
import { type Exploration, emptyExploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { readPalette } from '../look/read-palette.ts';
import { describeKey } from './describe-key.ts';
import { drawPicture, type PictureCaption } from './draw-picture.ts';
import { writeSvg } from './write-svg.ts';

const palette = readPalette((token) => {
  if (token === '--sans') return '"Inter Variable", sans-serif';
  if (token === '--serif') return '"Source Serif 4 Variable", serif';
  return `rgb(${token.length}, ${token.charCodeAt(2)}, ${token.charCodeAt(token.length - 1)})`;
});

const caption: PictureCaption = {
  title: 'Cafcass under inspection',
  says: '9 nodes',
  sources: ['Cafcass praised (news article, 24 April 2014). Licence: none is recorded.'],
  foot: ['Contains public sector information licensed under the Open Government Licence v3.0.'],
};

function svgOf(state: Exploration, given: Partial<PictureCaption> = {}, isTransparent = false): string {
  const drawing = describeDrawing(state);
  const key = describeKey(state, drawing);
  return writeSvg(drawPicture({ drawing, key, caption: { ...caption, ...given }, palette, isTransparent }));
}

const textsOf = (svg: XmlElement) => elementsNamed(svg, 'text').map(({ text }) => text);
const titlesOf = (svg: XmlElement) => elementsNamed(svg, 'title').map(({ text }) => text);

/** A person and the body that she leads. */
function pair(personName: string): Exploration {
  const shown = runCommand(emptyExploration, {
    kind: 'show',
    nodes: [
      shownNode('person/one', 'Person', { name: personName }),
      shownNode('organisation/two', 'Organisation', { name: 'Cafcass' }),
    ],
    relationships: [shownRelationship('HOLDS_POST', 'person/one', 'organisation/two')],
  }).state;
  const positions = [
    [nodeId('person/one'), { x: 100, y: 0 }],
    [nodeId('organisation/two'), { x: 0, y: 120 }],
  ] as const;
  return runCommand(shown, { kind: 'place', positions }).state;
}

test('the picture of a person and a body is exactly this file', async () => {
  await expect(svgOf(pair('Jacky Tiotto'))).toMatchFileSnapshot('./golden/pair.svg');
});

test('what is selected says on its lines what they are, in exactly this file', async () => {
  const more = runCommand(pair('Jacky Tiotto'), {
    kind: 'show',
    nodes: [shownNode('quote/three', 'Quote', { name: 'exceptional', text: 'exceptional' })],
    relationships: [shownRelationship('SAID', 'person/one', 'quote/three')],
    select: nodeId('quote/three'),
  }).state;
  const positions = [[nodeId('quote/three'), { x: 240, y: 220 }]] as const;
  const svg = svgOf(runCommand(more, { kind: 'place', positions }).state);
  expect(textsOf(parseXml(svg))).toEqual(expect.arrayContaining(['said']));
  await expect(svg).toMatchFileSnapshot('./golden/selected-quote.svg');
});

test('badges stand where the canvas puts them, at a free corner of their node, in exactly this file', async () => {
  const more = (neighbours: number) => [{ type: 'HOLDS_POST', direction: 'out', neighbours }] as const;
  const disputed = shownNode('person/one', 'Person', { name: 'Jacky Tiotto' }, more(19));
  const shown = runCommand(emptyExploration, {
    kind: 'show',
    nodes: [
      { ...disputed, record: { ...disputed.record, disputed: ['name'] } },
      shownNode('person/two', 'Person', { name: 'Sally Cheshire' }, more(3)),
    ],
    relationships: [],
  }).state;
  // The second stands where the badge of the first would have its own corner.
  const positions = [
    [nodeId('person/one'), { x: 0, y: 0 }],
    [nodeId('person/two'), { x: 24, y: -16 }],
  ] as const;
  const svg = svgOf(runCommand(shown, { kind: 'place', positions }).state);
  expect(textsOf(parseXml(svg))).toEqual(expect.arrayContaining(['+19', '+3', '≠']));
  await expect(svg).toMatchFileSnapshot('./golden/badges.svg');
});

test('a type that is drawn large is large in the picture', () => {
  const look = { tone: null, size: 'large' } as const;
  const { state } = runCommand(pair('Jacky Tiotto'), { kind: 'styleType', type: 'Person', look });
  const shapeOf = (svg: string) =>
    elementsNamed(parseXml(svg), 'g').find(({ children }) =>
      children.some(({ name, text }) => name === 'title' && text === 'person: Jacky Tiotto'),
    )?.children[1]?.attributes.d;
  expect(shapeOf(svgOf(pair('Jacky Tiotto')))).toMatch(/A11 11/);
  expect(shapeOf(svgOf(state))).toMatch(/A14.3 14.3/);
});

test('a picture has each name, each judgement, the legend and the sources, and is well-formed', () => {
  const svg = parseXml(svgOf(placedSmallWorld()));
  expect(textsOf(svg)).toEqual(
    expect.arrayContaining(['Cafcass', 'Ofsted', 'Anthony Douglas', 'overall', 'good', 'outstanding']),
  );
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['Sources', 'person 1']));
  expect(textsOf(svg).join(' ')).toContain('Cafcass praised (news article, 24 April 2014)');
  expect(textsOf(svg).join(' ')).toContain('Open Government Licence v3.0');
  expect(titlesOf(svg)).toContain('Anthony Douglas – held a post at – Cafcass');
  expect(titlesOf(svg)).toContain('The sources disagree');
});

test('what a filter hides is not in the picture, nor in its legend', () => {
  const state = runCommand(placedSmallWorld(), {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Person',
    shown: false,
  }).state;
  const words = textsOf(parseXml(svgOf(state))).join(' ');
  expect(words).not.toContain('Anthony Douglas');
  expect(words).not.toContain('person 1');
});

test('text of records stays text, whatever is in it', () => {
  const name = `<script>alert("1 & 2")</script>' \u0000\uFFFF`;
  const svg = svgOf(pair(name), { title: name, sources: [name], foot: [] });
  const parsed = parseXml(svg);
  expect(elementsNamed(parsed, 'script')).toEqual([]);
  expect(titlesOf(parsed)[0]).toBe(`<script>alert("1 & 2")</script>' \uFFFD\uFFFD`);
});

test('nothing in the file is fetched, and nothing runs', () => {
  const svg = svgOf(placedSmallWorld());
  expect(svg).not.toMatch(/href|url\(|@import|<style|<script|\son\w+=/);
});

test('a transparent picture has no ground, others have that of their theme', () => {
  expect(elementsNamed(parseXml(svgOf(pair('One'), {}, true)), 'rect')).toEqual([]);
  expect(elementsNamed(parseXml(svgOf(pair('One'))), 'rect')[0]?.attributes.fill).toBe(palette.ground);
});

test('every mark lies within the picture', () => {
  const svg = parseXml(svgOf(placedSmallWorld()));
  const { width, height } = svg.attributes;
  for (const group of svg.children.filter(({ name }) => name === 'g')) {
    const [x = 0, y = 0] = (/translate\((\S+) (\S+)\)/.exec(group.attributes.transform ?? '') ?? [])
      .slice(1)
      .map(Number);
    for (const { attributes } of elementsNamed(group, 'text')) {
      expect(Number(attributes.x) + x).toBeGreaterThan(0);
      expect(Number(attributes.x) + x).toBeLessThan(Number(width));
      expect(Number(attributes.y) + y).toBeGreaterThan(0);
      expect(Number(attributes.y) + y).toBeLessThan(Number(height));
    }
  }
});
