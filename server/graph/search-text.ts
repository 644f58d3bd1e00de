import { searchTokens } from '../../schema/fold-text.ts';

/** A stretch of a text, in UTF-16 units, `end` excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Text with the stretches that matched, in their order, without overlap. */
export interface HighlightedText {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** A folded word, and where it stands in the text as written. */
export interface TextWord {
  readonly token: string;
  readonly range: TextRange;
}

const snippetLength = 160;
const leadLength = 40;
const writtenWord = /[\p{L}\p{N}\p{M}]+(?:[’'](?=\p{L})[\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text as search sees them, in their order, with their places. */
export function readWords(text: string): readonly TextWord[] {
  return matchesOf(text, /\S+/gu).flatMap((chunk) => {
    const tokens = searchTokens(chunk.text);
    const written = matchesOf(chunk.text, writtenWord);
    // Folding can cut a word in two, as “½”: then the whole stretch between spaces stands for its words.
    const aligned =
      written.length === tokens.length &&
      written.every((word, index) => searchTokens(word.text)[0] === tokens[index]);
    return tokens.map((token, index) => {
      const word = aligned ? written[index] : undefined;
      const start = chunk.start + (word?.start ?? 0);
      return { token, range: { start, end: start + (word?.text ?? chunk.text).length } };
    });
  });
}

/** About 160 characters around the first match, cut between words, with an ellipsis where something is left out. */
export function cutSnippet(text: string, ranges: readonly TextRange[]): HighlightedText {
  const first = ranges[0]?.start ?? 0;
  const start = first <= leadLength ? 0 : wordStart(text, first - leadLength, first);
  const end =
    text.length - start <= snippetLength ? text.length : wordEnd(text, start + snippetLength, start);
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + after,
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start + shift, end: range.end + shift })),
  };
}

function wordStart(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/u);
  return space < 0 ? latest : at + space + 1;
}

function wordEnd(text: string, at: number, earliest: number): number {
  const cut = text.slice(earliest, at + 1).replace(/\s+\S*$/u, '');
  return earliest + cut.length;
}

function matchesOf(text: string, pattern: RegExp): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}
