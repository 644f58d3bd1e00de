import type { Grade } from './grade-scales.ts';
import { parsePartialDate } from './parse-partial-date.ts';
import type { PartialDate } from './partial-date.ts';

/** What a property of each kind holds in memory. */
export interface ValueByKind {
  readonly text: string;
  readonly longText: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly date: PartialDate;
  readonly dateOrDuration: string;
  readonly link: string;
  readonly grade: Grade;
  readonly texts: readonly string[];
  readonly dates: readonly PartialDate[];
}

export type PropertyKind = keyof ValueByKind;
export type PropertyValue = ValueByKind[PropertyKind];

export type Checked<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Characters that a text may have. Short texts are indexed, and an index of Neo4j takes no key above some 8 KB, which
 * this stays below whatever the script is; long ones only keep a slip from filling the store.
 */
const TEXT_LIMIT = 1_000;
const LONG_TEXT_LIMIT = 200_000;

type Check = (input: unknown) => Checked<PropertyValue>;

/** ISO 8601 durations of whole years, months, weeks and days: what “within three months” comes to. */
const DURATION = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;

const checks: Record<PropertyKind, Check> = {
  text: (input) => checkText(input),
  longText: (input) => checkText(input, LONG_TEXT_LIMIT),
  number: (input) =>
    typeof input === 'number' && Number.isFinite(input) ? value(input) : problem('expected a finite number'),
  boolean: (input) => (typeof input === 'boolean' ? value(input) : problem('expected true or false')),
  date: checkDate,
  dateOrDuration: checkDateOrDuration,
  link: checkLink,
  grade: () => problem('a grade is derived from the label and cannot be given'),
  texts: (input) => checkList(input, (member) => checkText(member)),
  dates: (input) => checkList(input, checkDate),
};

/**
 * Reads one property value out of unknown input.
 * Dates are given as EDTF text; empty text counts as a problem, since a missing value is left out instead.
 */
export function checkValue(kind: PropertyKind, input: unknown): Checked<PropertyValue> {
  return checks[kind](input);
}

function checkText(input: unknown, limit = TEXT_LIMIT): Checked<string> {
  if (typeof input !== 'string') return problem('expected text');
  if (input.length > limit) return problem(`the text is longer than ${limit} characters`);
  // A zero character would end the text early in SQLite, which takes it for the end of a string.
  if (input.includes('\0')) return problem('the text holds a zero character');
  return input.trim() === '' ? problem('text is empty; leave the property out instead') : value(input);
}

function checkDate(input: unknown): Checked<PartialDate> {
  if (typeof input !== 'string') return problem('expected a date as EDTF text, such as “2014-04~”');
  const date = parsePartialDate(input);
  return date ? value(date) : problem(`“${input}” is not a date in EDTF level 1`);
}

function checkDateOrDuration(input: unknown): Checked<string> {
  if (typeof input === 'string' && (DURATION.test(input) || parsePartialDate(input))) return value(input);
  return problem('expected a date in EDTF or a duration in ISO 8601, such as “P3M”');
}

function checkLink(input: unknown): Checked<string> {
  if (typeof input !== 'string' || !URL.canParse(input)) return problem('expected a web address');
  const { protocol } = new URL(input);
  return protocol === 'https:' || protocol === 'http:'
    ? value(input)
    : problem('expected an address that begins with https:// or http://');
}

function checkList<Member extends string | PartialDate>(
  input: unknown,
  check: (member: unknown) => Checked<Member>,
): Checked<PropertyValue> {
  if (!Array.isArray(input)) return problem('expected a list');
  const members: Member[] = [];
  for (const [index, member] of input.entries()) {
    const checked = check(member);
    if (checked.kind === 'problem') return problem(`member ${index + 1}: ${checked.message}`);
    members.push(checked.value);
  }
  return value(members as PropertyValue);
}

function value<Value>(given: Value): Checked<Value> {
  return { kind: 'value', value: given };
}

function problem(message: string): { readonly kind: 'problem'; readonly message: string } {
  return { kind: 'problem', message };
}
