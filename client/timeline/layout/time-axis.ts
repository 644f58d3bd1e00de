import { scaleUtc } from 'd3-scale';
import type { PartialDate } from '../../../schema/partial-date.ts';

interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Whole years side by side, from the first day of the first to the last day of the last. */
export interface TimeAxis {
  /** Pixels, of the first and the last moment. */
  readonly left: number;
  readonly right: number;
  /** First and last month, ISO 8601 as `2008-01`. */
  readonly first: string;
  readonly last: string;
  readonly ticks: readonly Tick[];
  /** Where a day (ISO 8601) begins and where it ends, kept within the axis. */
  readonly startOf: (day: string) => number;
  readonly endOf: (day: string) => number;
  /** The month and the day at this place, kept within the axis. */
  readonly monthAt: (x: number) => string;
  readonly dayAt: (x: number) => string;
}

const DAY = 86_400_000;
/** An open side of an interval says nothing of where the axis should end. */
const OPEN = { first: '0001-01-01', last: '9999-12-31' };

/** The axis on which all these dates lie, between two places in pixels; null without any date. */
export function makeTimeAxis(dates: readonly PartialDate[], left: number, right: number): TimeAxis | null {
  const days = dates
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== OPEN.first && day !== OPEN.last)
    .sort();
  const [firstYear, lastYear] = [days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)];
  if (firstYear === undefined || lastYear === undefined) return null;
  const end = Date.parse(`${lastYear}-12-31`) + DAY;
  const scale = scaleUtc([Date.parse(`${firstYear}-01-01`), end], [left, right]).clamp(true);
  const count = Math.max(2, Math.floor((right - left) / 64));
  const label = scale.tickFormat(count);
  // The very end of the axis is the first moment of a day that is not on it.
  const momentAt = (x: number) => new Date(Math.min(scale.invert(x).getTime(), end - 1)).toISOString();
  return {
    left,
    right,
    first: `${firstYear}-01`,
    last: `${lastYear}-12`,
    ticks: scale.ticks(count).map((date) => ({ x: scale(date), label: label(date) })),
    startOf: (day) => scale(Date.parse(day)),
    endOf: (day) => scale(Date.parse(day) + DAY),
    monthAt: (x) => momentAt(x).slice(0, 7),
    dayAt: (x) => momentAt(x).slice(0, 10),
  };
}

/** Where a span of months begins and ends on the axis. */
export function spanOfMonths(axis: TimeAxis, from: string, to: string): { from: number; to: number } {
  return { from: axis.startOf(`${from}-01`), to: axis.startOf(`${monthAfter(to)}-01`) };
}

/** Months since the year 0, so that a month can be counted with. */
export function countMonths(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month of such a number, as `2013-06`. */
export function monthOf(count: number): string {
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Days since 1970, so that a day can be counted with. */
export function countDays(day: string): number {
  return Math.floor(Date.parse(day) / DAY);
}

/** The day of such a number, ISO 8601. */
export function dayOf(count: number): string {
  return new Date(count * DAY).toISOString().slice(0, 10);
}

function monthAfter(month: string): string {
  return monthOf(countMonths(month) + 1);
}
