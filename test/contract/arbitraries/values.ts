import fc, { type Arbitrary } from 'fast-check';
import { gradeScaleKeys, gradeScales } from '../../../schema/grade-scales.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';

/**
 * Pieces that have broken comparisons before: case and diacritics in both normal forms, letters that fold to
 * several, a private character that sorts before U+10000 by code point and after it by UTF-16 unit, signs with a
 * meaning in SQL, LIKE, FTS5, Cypher, Lucene or regular expressions, and digits.
 */
const pieces = [
  ...['a', 'A', 'á', 'a\u0301', 'b', 'Bo', 'ß', 'SS', 'ﬁ', 'fi', 'İ', 'Ω', 'ς', 'Σ', 'é', 'Zoë'],
  ...['\uE000', '\u{10000}', '😀', '𝒜', 'Ａ', '豈', '½', '1', '10', '2', '-', '—'],
  ...['%', '_', '*', '"', "'", '’', '\\', '`', '$a', '{', '(', '[a]', ':', '~', '/', ' or ', ' ', '\n'],
  ...['inadequate', 'Eastshire', 'report'],
];

/** Texts that are equal when folded, or one the beginning of another. */
const alike = ['Zoë', 'zoe\u0308', 'ZOË', 'zoe', 'a', 'Á', 'a\u0301', 'A'];

const composed: Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 })
  .map((parts) => (parts.join('').trim() === '' ? 'a' : parts.join('')));

/** Text that is often equal to other text, and never blank, as the schema demands. */
export const textArbitrary: Arbitrary<string> = fc.oneof(fc.constantFrom(...alike), composed, composed);

const days = [
  '1999-12-31',
  '2008-05-14',
  '2008-05-15',
  '2012-01-01',
  '2012-12-31',
  '2014-04-30',
  '2021-01-01',
];
const dates = [
  ...[
    '2008',
    '2008~',
    '2008-05',
    '2008-05-14',
    '2008-05-14?',
    '2008-05-15',
    '1999-12-31',
    '2014-04~',
    '2012',
  ],
  ...['2020-11-11/2021-04', '2009/..', '../2010-03', '2008-05-14/2008-05-15', '201X'],
];

const dateArbitrary: Arbitrary<PartialDate> = fc.constantFrom(...dates).map((text) => partialDate(text));

/** First and last day of a range, inclusive. */
export const dayRangeArbitrary = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([a, b]) => (a <= b ? { earliest: a, latest: b } : { earliest: b, latest: a }));

export const numberArbitrary = fc.constantFrom(0, 1, -1, 1.5, 0.1, 10, 1200, -1e-7, 2 ** 53, 1e21);

const gradeArbitrary = fc.tuple(fc.constantFrom(...gradeScaleKeys), fc.nat(4)).map(([scale, pick]) => {
  const of = gradeScales[scale].ranks.length;
  return { scale, rank: (pick % of) + 1, of };
});

/** Lists keep their order, their repetitions and even their emptiness. */
function listOf<Member>(member: Arbitrary<Member>): Arbitrary<Member[]> {
  return fc.array(member, { maxLength: 3 });
}

const valueArbitraries: Record<PropertyKind, Arbitrary<PropertyValue>> = {
  text: textArbitrary,
  longText: textArbitrary,
  number: numberArbitrary,
  boolean: fc.boolean(),
  date: dateArbitrary,
  dateOrDuration: fc.constantFrom('P3M', 'P1Y', '2025-01', '2025'),
  link: fc.constantFrom('https://example.org/a', 'http://example.org/B?x=1&y=%20#z', 'https://example.org/ä'),
  grade: gradeArbitrary,
  texts: listOf(textArbitrary),
  dates: listOf(dateArbitrary),
};

/** A value of the kind. Words that the rules know by name are mixed in for the properties that hold them. */
export function valueArbitrary(property: string, kind: PropertyKind): Arbitrary<PropertyValue> {
  if (property === 'standing') return fc.constantFrom('primary', 'secondary', 'stands', 'also said');
  if (property === 'kind') return fc.constantFrom('report', 'letter', 'Letter', 'county', 'ä');
  return valueArbitraries[kind];
}

/** A record of all its keys, with the prototype that parsed data has. */
export function row<Model extends object>(
  model: {
    [Key in keyof Model]: Arbitrary<Model[Key]>;
  },
): Arbitrary<Model> {
  // The overloads of fast-check wrap the type; with all keys required it is the model itself.
  return fc.record(model, { noNullPrototype: true }) as Arbitrary<Model>;
}

/** The value, or null once in `frequency + 1`. */
export function maybe<Value>(value: Arbitrary<Value>, frequency = 2): Arbitrary<Value | null> {
  return fc.option(value, { freq: frequency, nil: null });
}
