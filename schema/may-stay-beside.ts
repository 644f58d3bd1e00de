import { foldText } from './fold-text.ts';
import { parsePartialDate } from './parse-partial-date.ts';
import { dateSpan, datesOverlap } from './partial-date.ts';
import type { PropertyKind } from './property-kinds.ts';
import type { StatementValue } from './records.ts';

/**
 * Whether what a source says of a property can be true beside the value that a curator chose: the same words, a member
 * of the same list, or a date that the chosen one lies in and that does not tell more. Dates as EDTF text.
 */
export function mayStayBeside(kind: PropertyKind, other: StatementValue, chosen: StatementValue): boolean {
  if (kind === 'texts' || kind === 'dates') return true;
  if (kind !== 'date') return foldText(String(other)) === foldText(String(chosen));
  const [a, b] = [parsePartialDate(String(other)), parsePartialDate(String(chosen))];
  return a !== null && b !== null && datesOverlap(a, b) && dateSpan(a) > dateSpan(b);
}
