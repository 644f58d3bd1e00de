import { diffWordsWithSpace } from 'diff';

/** A stretch of words that is the same in both texts, or only in one. */
export interface ComparedWords {
  readonly kind: 'same' | 'gone' | 'come';
  readonly words: string;
}

/** So many words may differ; texts that have less in common are told whole, and cost no more time than that. */
const MOST_DIFFERENT = 400;

/** What became of a text, word by word; null where too little of it stayed for that to be of use. */
export function compareWords(before: string, after: string): readonly ComparedWords[] | null {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_DIFFERENT });
  if (!parts) return null;
  const compared = parts.map(({ value, added, removed }): ComparedWords => {
    return { kind: added ? 'come' : removed ? 'gone' : 'same', words: value };
  });
  const same = compared
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { words }) => sum + words.trim().length, 0);
  return same * 3 >= Math.max(before.length, after.length) ? compared : null;
}
