import { expect, test } from 'vitest';
import { searchTokens } from '../../schema/fold-text.ts';
import { nodeId } from '../../schema/ids.ts';
import type { NodeType, PropertyValues } from '../../schema/node-types.ts';
import type { GraphNode } from '../../schema/records.ts';
import { rankSearch, type SearchHit, type SearchMatch } from './rank-search.ts';

const world = [
  node('Person', 'person/anthony-douglas', { name: 'Anthony Douglas' }),
  node('Person', 'person/sherry-malik', { name: 'Sherry Malik' }),
  node('Person', 'person/rene-dube', { name: 'René Dubé' }),
  node('Organisation', 'organisation/cafcass', {
    name: 'Cafcass',
    aliases: ['Children and Family Court Advisory and Support Service'],
  }),
  node('Organisation', 'organisation/cafcass-board', { name: 'Cafcass Board' }),
  node('Organisation', 'organisation/board-of-cafcass', { name: 'Advisory board to Cafcass' }),
  node('Quote', 'quote/one', {
    name: 'Quote of Anthony Douglas',
    text: 'The staff of the family court service worked hard, and we said from the beginning that the judgement of that inspection did not show how far the service had come since it was rated inadequate.',
  }),
];

test('the whole name comes before a name that begins so, and that before the rest', () => {
  expect(ids('cafcass')).toEqual([
    'organisation/cafcass',
    'organisation/cafcass-board',
    'organisation/board-of-cafcass',
  ]);
});

test('every word must match, each in any searched property', () => {
  expect(ids('cafcass advis')).toEqual(['organisation/board-of-cafcass', 'organisation/cafcass']);
  expect(ids('cafcass nobody')).toEqual([]);
});

test('words in the order asked come before the same words scattered', () => {
  expect(ids('board cafcass')).toEqual(['organisation/board-of-cafcass', 'organisation/cafcass-board']);
});

test('diacritics and case do not matter, and the highlight is of the text as written', () => {
  const [hit] = search('RENE dub');
  expect(marked(hit)).toEqual(['René', 'Dubé']);
});

test('a word of the name weighs more than one of a text', () => {
  expect(ids('douglas')).toEqual(['person/anthony-douglas', 'quote/one']);
});

test('a typo matches only where nearby words are asked for', () => {
  expect(ids('duglas')).toEqual([]);
  expect(ids('duglas', 'nearby')).toContain('person/anthony-douglas');
});

test('a match in a long text comes with a snippet around it', () => {
  const [hit] = search('rated inadequate');
  const snippet = hit?.snippet;
  expect(snippet?.property).toBe('text');
  expect(snippet?.text.startsWith('…')).toBe(true);
  expect(snippet?.ranges.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
    'rated',
    'inadequate',
  ]);
  expect(snippet?.text.length).toBeLessThan(170);
});

test('the order does not depend on the order of the candidates', () => {
  const words = searchTokens('a');
  const there = rankSearch(words, 'prefixes', world).map(({ node: { id } }) => id);
  const back = rankSearch(words, 'prefixes', [...world].reverse()).map(({ node: { id } }) => id);
  expect(back).toEqual(there);
  expect(there.length).toBeGreaterThan(2);
});

test('no word matches nothing', () => {
  expect(rankSearch([], 'prefixes', world)).toEqual([]);
});

function search(text: string, match: SearchMatch = 'prefixes'): readonly SearchHit[] {
  return rankSearch(searchTokens(text), match, world);
}

function ids(text: string, match: SearchMatch = 'prefixes'): string[] {
  return search(text, match).map(({ node: { id } }) => id);
}

function marked(hit: SearchHit | undefined): string[] {
  return hit ? hit.name.ranges.map(({ start, end }) => hit.name.text.slice(start, end)) : [];
}

function node(type: NodeType, id: string, properties: PropertyValues & { readonly name: string }): GraphNode {
  return { id: nodeId(id), type, version: 1, disputed: [], properties };
}
