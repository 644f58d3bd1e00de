import edtf from 'edtf';
import { isOpen, type PartialDate } from './partial-date.ts';

/** What an open side of an interval (`2009/..`) is taken to mean, so that bounds always compare. */
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

const parsed = new Map<string, PartialDate | null>();
/** The parser is slow (0.2 ms) and data repeats its dates, so what was parsed is kept, up to a bound. */
const PARSED_LIMIT = 20_000;

/** The date that the text means, or null if it is not EDTF level 1 with years 0001 to 9999. */
export function parsePartialDate(text: string): PartialDate | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= PARSED_LIMIT) parsed.clear();
  const date = boundsOf(text);
  parsed.set(text, date);
  return date;
}

/** As parsePartialDate, for text that is known to be right: a constant, or what a store holds. */
export function partialDate(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new TypeError(`“${text}” is not a date in EDTF level 1`);
  return date;
}

function boundsOf(text: string): PartialDate | null {
  const sides = text.split('/');
  if (sides.length > 2) return null;
  if (sides.length === 1) return sideBounds(text, text);
  const [start, end] = sides as [string, string];
  if (isOpen(start) && isOpen(end)) return null;
  const first = isOpen(start) ? null : sideBounds(start, text);
  const last = isOpen(end) ? null : sideBounds(end, text);
  if ((!first && !isOpen(start)) || (!last && !isOpen(end))) return null;
  const bounds = { edtf: text, earliest: first?.earliest ?? FIRST_DAY, latest: last?.latest ?? LAST_DAY };
  return bounds.earliest <= bounds.latest ? bounds : null;
}

function sideBounds(side: string, text: string): PartialDate | null {
  // The package takes times of day for dates, which are finer than anything that the graph keeps. It takes seasons for
  // quarters, too; nothing says on which day a spring begins, so a source's “spring” is given as an interval.
  if (side.includes('T')) return null;
  try {
    const { min, max } = edtf(side, { types: ['Date', 'Year'], level: 1 });
    const earliest = isoDay(min);
    const latest = isoDay(max);
    return earliest && latest ? { edtf: text, earliest, latest } : null;
  } catch {
    // The package reports every text that is not EDTF by throwing; null is this function's answer to that.
    return null;
  }
}

function isoDay(milliseconds: number): string | null {
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= FIRST_DAY ? day : null;
}
