import { compareKeys, foldText, searchTokens } from '../../schema/fold-text.ts';
import { propertiesOf } from '../../schema/node-types.ts';
import { isNearWord } from '../../schema/one-edit.ts';
import { type PropertyName, propertyRow } from '../../schema/properties.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { SearchQuestion } from '../store/graph-store.ts';
import { compareIds } from './adjacency-index.ts';
import { cutSnippet, type HighlightedText, readWords, type TextWord } from './search-text.ts';

/** A node that matches, with the text to show: its name and, where other text matched, a snippet of that. */
export interface SearchHit {
  readonly node: GraphNode;
  readonly name: HighlightedText;
  readonly snippet: (HighlightedText & { readonly property: PropertyName }) | null;
}

export type SearchMatch = SearchQuestion['match'];

/**
 * Decides which candidates match and in which order, the same for every store. All of the words must match, each in
 * any searched property: as the beginning of one of its words or, where `match` is `nearby`, at one edit from one.
 * Order: the whole name, the name's beginning, words in the order asked, weight of the properties, words matched
 * whole, then the name's key and the id.
 */
export function rankSearch(
  words: readonly string[],
  match: SearchMatch,
  candidates: readonly GraphNode[],
): readonly SearchHit[] {
  if (words.length === 0) return [];
  return candidates
    .flatMap((node) => rankOne(words, match, node) ?? [])
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ hit }) => hit);
}

interface Rank {
  /** 0 the whole name, 1 its beginning, 2 elsewhere. */
  readonly nameMatch: number;
  /** 0 where the words stand together in the order asked, else 1. */
  readonly scattered: number;
  readonly weight: number;
  readonly wholeWords: number;
  readonly key: string;
  readonly id: string;
}

interface SearchedText {
  readonly property: PropertyName;
  readonly weight: number;
  readonly text: string;
  readonly words: readonly TextWord[];
}

function rankOne(
  words: readonly string[],
  match: SearchMatch,
  node: GraphNode,
): { rank: Rank; hit: SearchHit } | null {
  const matches = (word: string, token: string) =>
    match === 'nearby' ? isNearWord(word, token) : token.startsWith(word);
  const texts = searchedTexts(node);
  let weight = 0;
  let wholeWords = 0;
  for (const word of words) {
    const fitting = texts.filter((text) => text.words.some(({ token }) => matches(word, token)));
    if (fitting.length === 0) return null;
    weight += Math.max(...fitting.map((text) => text.weight));
    if (fitting.some((text) => text.words.some(({ token }) => token === word))) wholeWords += 1;
  }
  const nameTokens = searchTokens(node.properties.name);
  const beginsName = words.every((word, index) => matches(word, nameTokens[index] ?? ''));
  const isName = beginsName && nameTokens.length === words.length && wholeWords === words.length;
  const rank = {
    nameMatch: isName ? 0 : beginsName ? 1 : 2,
    scattered: texts.some((text) => holdsInOrder(text.words, words, matches)) ? 0 : 1,
    weight,
    wholeWords,
    key: foldText(node.properties.name),
    id: node.id,
  };
  // Most of what is found is ranked below what is shown.
  let marked: ReturnType<typeof highlight> | undefined;
  const marks = () => {
    marked ??= highlight(texts, words, matches);
    return marked;
  };
  const hit: SearchHit = {
    node,
    get name() {
      return marks().name;
    },
    get snippet() {
      return marks().snippet;
    },
  };
  return { rank, hit };
}

function compareRanks(a: Rank, b: Rank): number {
  return (
    a.nameMatch - b.nameMatch ||
    a.scattered - b.scattered ||
    b.weight - a.weight ||
    b.wholeWords - a.wholeWords ||
    compareKeys(a.key, b.key) ||
    compareIds(a.id, b.id)
  );
}

type Matches = (word: string, token: string) => boolean;

function holdsInOrder(text: readonly TextWord[], words: readonly string[], matches: Matches): boolean {
  return text.some((_, start) =>
    words.every((word, index) => {
      const token = text[start + index]?.token;
      return token !== undefined && matches(word, token);
    }),
  );
}

/** The texts of a node that search looks into, the weightiest first; each alias is a text of its own. */
function searchedTexts(node: GraphNode): readonly SearchedText[] {
  return propertiesOf(node.type)
    .flatMap((property) => {
      const weight = propertyRow(property).searchWeight;
      const value = node.properties[property];
      if (weight === undefined || value === undefined) return [];
      const texts = (Array.isArray(value) ? value : [value]).filter(
        (text): text is string => typeof text === 'string',
      );
      return texts.map((text) => ({ property, weight, text, words: readWords(text) }));
    })
    .sort((a, b) => b.weight - a.weight);
}

/** Marks the matches in the name; where the name leaves a word unmatched, in a snippet of the best other text too. */
function highlight(
  texts: readonly SearchedText[],
  words: readonly string[],
  matches: Matches,
): Pick<SearchHit, 'name' | 'snippet'> {
  const rangesIn = (text: SearchedText) =>
    text.words.filter(({ token }) => words.some((word) => matches(word, token))).map(({ range }) => range);
  const unmatchedIn = (text: SearchedText) =>
    words.filter((word) => !text.words.some(({ token }) => matches(word, token))).length;
  const name = texts.find(({ property }) => property === 'name');
  const marked = { text: name?.text ?? '', ranges: name ? mergeRanges(rangesIn(name)) : [] };
  if (name && unmatchedIn(name) === 0) return { name: marked, snippet: null };
  const [best] = texts.filter((text) => text !== name).sort((a, b) => unmatchedIn(a) - unmatchedIn(b));
  if (!best || unmatchedIn(best) === words.length) return { name: marked, snippet: null };
  const snippet = { property: best.property, ...cutSnippet(best.text, mergeRanges(rangesIn(best))) };
  return { name: marked, snippet };
}

/** Two words that stand in one stretch of the text share its range. */
function mergeRanges(ranges: readonly TextWord['range'][]): TextWord['range'][] {
  return ranges.filter(({ start }, index) => ranges[index - 1]?.start !== start);
}
