import type { Suggestion } from './use-suggestions.ts';

/** The id of an option of a list, by which the box points at the current one. */
export function optionId(list: string, { id }: Suggestion): string {
  return `${list}-${id.replaceAll('/', '-')}`;
}
