import type { PartialDate } from '../../../schema/partial-date.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The month and year, or less where less is known: “Feb 2009”, “2018”, “2009–10”, “Jan 2022?”. */
export function printMonth(date: PartialDate | undefined): string {
  if (!date) return '';
  const [start = '', end] = date.edtf.split('/');
  if (end) {
    const [first, last] = [date.earliest.slice(0, 4), date.latest.slice(0, 4)];
    return first === last ? first : `${first}–${last.slice(2)}`;
  }
  const [, year = '', month] = /^(\d{4})(?:-(\d\d))?/.exec(start) ?? [];
  const doubt = /[?%]$/.test(start) ? '?' : '';
  return `${[MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')}${doubt}`;
}
