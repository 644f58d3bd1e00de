import { printPartialDate } from './partial-date.ts';
import type { PostCertainty } from './post-on-day.ts';
import type { RelationshipPropertyValues } from './relationship-types.ts';
import { sayTitle } from './say-title.ts';

/** When a post (or another relationship) held, as far as it is known: “2012 to 2019”, “attested 2009 and April 2014”. */
export function sayPostTime({ from, to, attestedOn = [] }: RelationshipPropertyValues): string {
  const parts: string[] = [];
  if (from && to) parts.push(`${printPartialDate(from)} to ${printPartialDate(to)}`);
  else if (from) parts.push(`from ${printPartialDate(from)}`);
  else if (to) parts.push(`until ${printPartialDate(to)}`);
  if (attestedOn.length > 0 && !(from && to))
    parts.push(`attested ${joinWords(attestedOn.map(printPartialDate))}`);
  return parts.join('; ');
}

const certainties: Record<PostCertainty, string> = {
  held: 'in post then',
  attested: 'attested at that time',
  between: 'attested before and after, not then',
  nearest: 'the nearest time that is known',
};

/** How sure it is that a post was held at that time, for the reader. */
export function sayCertainty(certainty: PostCertainty): string {
  return certainties[certainty];
}

/** What the post is called in a sentence: “chief executive”, “Ofsted national director”. */
export function sayPost({ title, kind }: RelationshipPropertyValues): string {
  return sayTitle(title ?? kind ?? 'post holder');
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
