import { parsePartialDate } from '../../../schema/parse-partial-date.ts';

/** A day as Ofsted prints it, “27/03/2015” or with two digits of the year, in ISO 8601; null where it is no day. */
export function readPrintedDay(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parsePartialDate(iso)?.earliest === iso ? iso : null;
}

/** Whether Ofsted has taken the words out: the cell says that there is a value, and not which. */
export function isRedacted(text: string): boolean {
  return /^\W*redacted\W*$/i.test(text);
}

/** Whether a spreadsheet has shortened the number, as “1.02E+07”: it tells no inspection from another. */
export function isShortened(number: string): boolean {
  return /e\+?\d+$/i.test(number);
}
