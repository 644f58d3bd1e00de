/** The words with their first letter large, as at the beginning of a heading. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
