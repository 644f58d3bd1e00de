import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys, foldText, searchTokens } from './fold-text.ts';

test('text is compared without regard to case and compatibility forms, but with its accents', () => {
  expect(foldText('CAFCASS')).toBe(foldText('Cafcass'));
  expect(foldText('ﬁnding')).toBe('finding');
  expect(foldText('é')).toBe(foldText('e\u0301'));
  expect(foldText('café')).not.toBe(foldText('cafe'));
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test('words of a search are letters and digits, without accents and apostrophes', () => {
  expect(searchTokens('Today’s Family Lawyer – 2024')).toEqual(['todays', 'family', 'lawyer', '2024']);
  expect(searchTokens("Ofsted's “Café”")).toEqual(['ofsteds', 'cafe']);
  expect(searchTokens('… – !')).toEqual([]);
});

test('keys are ordered by code point, beyond U+FFFF too', () => {
  // By UTF-16 unit the emoji (U+1F600, units D83D DE00) would come before the private U+E000.
  expect(['\u{1F600}', '\uE000', 'b', 'a', 'ab', ''].sort(compareKeys)).toEqual([
    '',
    'a',
    'ab',
    'b',
    '\uE000',
    '\u{1F600}',
  ]);
});

test('the order of keys is total: the same both ways, and equal only where they are equal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(-Math.sign(compareKeys(b, a)) || 0);
      expect(compareKeys(a, b) === 0).toBe(a === b);
    }),
  );
});
