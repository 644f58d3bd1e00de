import { expect, test } from 'vitest';
import { partialDate } from './parse-partial-date.ts';
import { postCertainty, postDistance } from './post-on-day.ts';

const attested = { attestedOn: [partialDate('2009-02-17'), partialDate('2014-04-24')] };
const term = { from: partialDate('2005'), to: partialDate('2010-06') };

test('between two days on which a post is attested it was held, between', () => {
  expect(postCertainty(attested, partialDate('2009-02-17'))).toBe('attested');
  expect(postCertainty(attested, partialDate('2009-02'))).toBe('attested');
  expect(postCertainty(attested, partialDate('2011-01-01'))).toBe('between');
});

test('outside the days on which it is attested a post is the nearest known', () => {
  expect(postCertainty(attested, partialDate('2008-12-31'))).toBe('nearest');
  expect(postCertainty(attested, partialDate('2015'))).toBe('nearest');
  expect(postDistance(attested, partialDate('2014-05-01'))).toBe(7);
  expect(postDistance(attested, partialDate('2014-04'))).toBe(0);
});

test('inside its term a post was held, before and after it was not', () => {
  expect(postCertainty(term, partialDate('2007'))).toBe('held');
  expect(postCertainty(term, partialDate('2004'))).toBeNull();
  expect(postCertainty(term, partialDate('2010-07'))).toBeNull();
});

test('a post of which only the beginning is known is between it and an attestation, and nearest after', () => {
  const begun = { from: partialDate('2005'), attestedOn: [partialDate('2009')] };
  expect(postCertainty(begun, partialDate('2007'))).toBe('between');
  expect(postCertainty(begun, partialDate('2012'))).toBe('nearest');
  expect(postCertainty(begun, partialDate('2004'))).toBeNull();
});

test('a post without any date is nearest, and infinitely far', () => {
  expect(postCertainty({}, partialDate('2012'))).toBe('nearest');
  expect(postDistance({}, partialDate('2012'))).toBe(Number.POSITIVE_INFINITY);
});
