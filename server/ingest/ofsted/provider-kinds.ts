import { foldCell } from '../tables/read-table-rows.ts';

/** Provision types that are one kind under several printed names. */
const kinds: Readonly<Record<string, string>> = {
  "residential special school (registered as a children's home)":
    'residential special school registered as a children’s home',
  'residential special school (>295 days/year)': 'residential special school registered as a children’s home',
  'further education college with residential accommodation': 'further education college',
  cafcass: 'inspected body',
};

/** The kind of organisation that a printed provision type means; a new one is its own kind. */
export function kindOfProvider(provisionType: string): string {
  const folded = foldCell(provisionType);
  return kinds[folded] ?? folded.replaceAll("'", '’');
}

/** The kind of an inspection, as “full” of “Full inspection”. */
export function kindOfInspection(eventType: string): string {
  const folded = foldCell(eventType);
  return folded === 'full inspection' ? 'full' : folded;
}
