import { expect, test } from 'vitest';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { Reference } from './reference.ts';
import { smallReferences } from './small-references.ts';
import { escapeBibtex, writeBibtex } from './write-bibtex.ts';
import { cslDate, writeCsl } from './write-csl.ts';
import { writePlain } from './write-plain.ts';

const kinds = Object.entries(smallReferences) as [string, Reference][];

test.each(kinds)('the citation of a %s is exactly this, in each style', async (kind, reference) => {
  const all = [writePlain(reference), writeBibtex(reference), writeCsl(reference)].join('\n\n');
  await expect(all).toMatchFileSnapshot(`./golden/${kind}.txt`);
});

test('a citation of a quote names speaker, words, document, publisher, place, stable address and day of access', () => {
  for (const write of [writePlain, writeBibtex, writeCsl]) {
    const text = write(smallReferences.quote);
    for (const wanted of ['Anthony Douglas', 'grit and determination', 'Community Care', 'paragraph 4'])
      expect(text, wanted).toContain(wanted);
    expect(text).toContain('http://oversight.example/quote/000-04');
    expect(text).toMatch(/26 November 2026|2026-11-26|2026,\s*11,\s*26/);
    expect(text).toMatch(/24 April 2014|month = apr|2014,\s*4,\s*24/);
  }
});

test('a day on which something was said goes before that of the document', () => {
  const quote = { ...smallReferences.quote, saidOn: partialDate('2014-04-01') };
  expect(writePlain(quote)).toContain('1 April 2014');
  expect(JSON.parse(writeCsl(quote))[0].issued).toEqual({ 'date-parts': [[2014, 4, 1]] });
});

test('what TeX would take for a command is escaped, and braces balance', () => {
  expect(escapeBibtex('100% of $5 & #1_a {b} ~c ^d \\e')).toBe(
    '100\\% of \\$5 \\& \\#1\\_a \\{b\\} \\textasciitilde{}c \\textasciicircum{}d \\textbackslash{}e',
  );
  for (const [, reference] of kinds) {
    const text = writeBibtex(reference).replaceAll('\\{', '').replaceAll('\\}', '');
    let depth = 0;
    for (const character of text) {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(text.match(/^@\w+\{[a-z0-9-]+,$/gm)?.length).toBe(text.match(/^@/gm)?.length);
  }
});

test('dates keep what is known of them: parts, doubt, both ends of an interval, words where there are no parts', () => {
  expect(cslDate(partialDate('2014-04~'))).toEqual({ 'date-parts': [[2014, 4]], circa: true });
  expect(cslDate(partialDate('2020-11-11/2021-04'))).toEqual({
    'date-parts': [
      [2020, 11, 11],
      [2021, 4],
    ],
  });
  expect(cslDate(partialDate('2009/..'))).toEqual({ literal: 'from 2009' });
  expect(cslDate(null)).toBeNull();
});
