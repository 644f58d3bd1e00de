import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';

/** A span of whole months, both of them within it: ISO 8601, as `2013-06`. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** Whether any day that the date can mean lies in the window. */
export function isWithin(date: Pick<PartialDate, 'earliest' | 'latest'>, { from, to }: TimeWindow): boolean {
  return date.latest.slice(0, 7) >= from && date.earliest.slice(0, 7) <= to;
}

/** The window in words: “June 2013 to November 2018”, or the one month. */
export function sayTimeWindow({ from, to }: TimeWindow): string {
  return printPartialDate({
    edtf: from === to ? from : `${from}/${to}`,
    earliest: from,
    latest: to,
  });
}
