import { printPartialDate } from './partial-date.ts';
import type { PropertyValue } from './property-kinds.ts';

/** The value in words for a reader; never parsed again. */
export function printValue(given: PropertyValue): string {
  if (typeof given === 'boolean') return given ? 'yes' : 'no';
  if (typeof given === 'string' || typeof given === 'number') return String(given);
  if ('edtf' in given) return printPartialDate(given);
  if ('rank' in given) return `${given.rank} of ${given.of}`;
  return given.map(printValue).join('; ');
}

/**
 * The canonical form in which a statement holds a value: EDTF text for dates, text, number or boolean
 * otherwise. Lists have no such form: each of their members has a statement of its own.
 */
export function statementForm(given: PropertyValue): string | number | boolean | null {
  if (typeof given !== 'object') return given;
  if ('edtf' in given) return given.edtf;
  return null;
}
