import { expect, test } from 'vitest';
import { compareKeys, foldText } from '../../../schema/fold-text.ts';
import { spellKey, textKey, unspellKey } from './text-key.ts';

const texts = [
  'a',
  'z',
  'é',
  '한',
  '\uD7FB',
  '\uE000',
  '\uFB01',
  '\uFE0F',
  '\uFFFD',
  '\u{10000}',
  '\u{1F600}',
];

test('keys sort by UTF-16 unit as texts do by code point', () => {
  const byUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  for (const a of texts)
    for (const b of texts)
      expect(byUnit(textKey(a), textKey(b))).toBe(Math.sign(compareKeys(foldText(a), foldText(b))));
});

test('keys sort by code point as texts do', () => {
  for (const a of texts)
    for (const b of texts)
      expect(Math.sign(compareKeys(textKey(a), textKey(b)))).toBe(
        Math.sign(compareKeys(foldText(a), foldText(b))),
      );
});

test('the folded text comes back out of its key', () => {
  for (const text of texts) expect(unspellKey(spellKey(foldText(text)))).toBe(foldText(text));
});

test('the key of ordinary text is the text itself, folded', () => {
  expect(textKey('Anthony Douglas')).toBe('anthony douglas');
});
