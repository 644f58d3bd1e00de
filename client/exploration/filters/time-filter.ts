import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import { isWithin, sayTimeWindow, type TimeWindow } from './time-window.ts';

/**
 * Of which time the view is. `window`: what has a date outside of it is not seen. `asOf`: the graph as it stood on a
 * day, or on the days that a date can mean. The two exclude each other: a window asks what happened meanwhile, a day
 * what held then.
 */
export type TimeFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'window'; readonly window: TimeWindow }
  | { readonly kind: 'asOf'; readonly day: PartialDate };

/**
 * Whether something with this date is seen: any day that the date can mean lies in the window, or can lie before the
 * end of the day that the view is as of.
 */
export function isOfTime(time: TimeFilter, date: Pick<PartialDate, 'earliest' | 'latest'>): boolean {
  switch (time.kind) {
    case 'all':
      return true;
    case 'window':
      return isWithin(date, time.window);
    case 'asOf':
      return date.earliest <= time.day.latest;
  }
}

export const allTime: TimeFilter = { kind: 'all' };

/** The filter in words: “all time”, “June 2013 to November 2018”, “as of 1 April 2014”. */
export function sayTimeFilter(time: TimeFilter): string {
  switch (time.kind) {
    case 'all':
      return 'all time';
    case 'window':
      return sayTimeWindow(time.window);
    case 'asOf':
      return `as of ${printPartialDate(time.day)}`;
  }
}

export function isSameTime(a: TimeFilter, b: TimeFilter): boolean {
  switch (a.kind) {
    case 'all':
      return b.kind === 'all';
    case 'window':
      return b.kind === 'window' && a.window.from === b.window.from && a.window.to === b.window.to;
    case 'asOf':
      return b.kind === 'asOf' && a.day.edtf === b.day.edtf;
  }
}
