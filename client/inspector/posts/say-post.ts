import { printPartialDate } from '../../../schema/partial-date.ts';
import type { PostCertainty } from '../../../schema/post-on-day.ts';
import type { RelationshipPropertyValues } from '../../../schema/relationship-types.ts';

/** When a post was held, as far as it is known: “from 2012 to 2019”, “attested 2009 and April 2014”. */
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

export function sayCertainty(certainty: PostCertainty): string {
  return certainties[certainty];
}

/** The title as it stands in a sentence: “chief executive”, but “HMI” as it is. */
export function sayTitle({ title, kind }: RelationshipPropertyValues): string {
  const words = title ?? kind ?? 'post holder';
  return words.replace(/\b[A-Z][a-z]+\b/g, (word) => word.toLowerCase()).replace(/\bofsted\b/g, 'Ofsted');
}

export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
