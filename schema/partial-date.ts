/**
 * A date that may be known to the year or month only, uncertain (`2022-01?`), approximate (`2014-04~`)
 * or an interval (`2020-11-11/2021-04`): the EDTF text with the first and last day that it can mean.
 * The rule is ISO 8601-2:2019, level 1. A qualifier does not widen the bounds.
 */
export interface PartialDate {
  readonly edtf: string;
  /** ISO 8601 day, inclusive. */
  readonly earliest: string;
  /** ISO 8601 day, inclusive. */
  readonly latest: string;
}

/** Whether both could be true: their ranges share a day. */
export function datesOverlap(a: PartialDate, b: PartialDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Number of days that the date leaves open; 0 is a known day. */
export function dateSpan(date: PartialDate): number {
  return (Date.parse(date.latest) - Date.parse(date.earliest)) / 86_400_000;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The date in words: “about April 2014”, “perhaps 2022”, “14 October 2020 to 11 November 2020”. */
export function printPartialDate({ edtf: text }: PartialDate): string {
  const [start, end] = text.split('/') as [string, string?];
  if (end === undefined) return printSide(start);
  if (isOpen(start)) return `until ${printSide(end)}`;
  if (isOpen(end)) return `from ${printSide(start)}`;
  return `${printSide(start)} to ${printSide(end)}`;
}

function printSide(side: string): string {
  const qualifier = { '?': 'perhaps ', '~': 'about ', '%': 'perhaps about ' }[side.at(-1) ?? ''] ?? '';
  const plain = qualifier ? side.slice(0, -1) : side;
  const [year, month, day] = plain.split('-');
  const parts = [printDay(day), printMonth(month), printYear(year ?? plain)];
  return qualifier + parts.filter((part) => part !== '').join(' ');
}

function printYear(year: string): string {
  return year.endsWith('X') ? `${year.replaceAll('X', '0')}s` : String(Number(year));
}

function printMonth(month: string | undefined): string {
  if (month === undefined || month === 'XX') return '';
  return MONTHS[Number(month) - 1] ?? '';
}

function printDay(day: string | undefined): string {
  return day === undefined || day === 'XX' ? '' : String(Number(day));
}

/** Whether a side of an interval is left open: `2009/..`. */
export function isOpen(side: string): boolean {
  return side === '' || side === '..';
}
