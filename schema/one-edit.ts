/** Shorter words are taken as they are: at one edit they would resemble half of the language. */
const SHORTEST_NEAR_WORD = 4;

/** Whether one insertion, deletion, substitution or swap of neighbours, by code point, turns one word into the other. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return sameFrom(short, start, long, start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return (
    sameFrom(short, start + 1, long, start + 1) || (swapped && sameFrom(short, start + 2, long, start + 2))
  );
}

/**
 * Whether a word of a text is taken for a word of a search (both folded): it begins with it, or, from four letters
 * on, is at one edit from it and shares a trigram with it. The last is what a trigram index can find, and a rule
 * here so that every store finds the same.
 */
export function isNearWord(query: string, word: string): boolean {
  if (word.startsWith(query)) return true;
  if (!mayBeMisspelt(query) || !isOneEdit(query, word)) return false;
  const known = new Set(trigramsOf(word));
  return trigramsOf(query).some((trigram) => known.has(trigram));
}

/** Whether words near it are looked for: it is long enough, and no number, since the next number is another one. */
export function mayBeMisspelt(query: string): boolean {
  return [...query].length >= SHORTEST_NEAR_WORD && !/\p{N}/u.test(query);
}

/**
 * Every three code points in a row of the word between marks of its start and end, so that the first and the last
 * letters tell something too: “^ca”, “caf”, “afe”, “fe$”.
 */
export function trigramsOf(word: string): string[] {
  const letters = [...`^${word}$`];
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''));
}

function sameFrom(a: readonly string[], fromA: number, b: readonly string[], fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let index = 0; fromA + index < a.length; index += 1)
    if (a[fromA + index] !== b[fromB + index]) return false;
  return true;
}
