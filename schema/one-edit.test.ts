import { expect, test } from 'vitest';
import { isNearWord, isOneEdit } from './one-edit.ts';

test.each([
  ['tioto', 'tiotto', true],
  ['tiotto', 'tioto', true],
  ['tiotta', 'tiotto', true],
  ['itotto', 'tiotto', true],
  ['tiotot', 'tiotto', true],
  ['tiotto', 'tiotto', false],
  ['tioo', 'tiotto', false],
  ['ttioot', 'tiotto', false],
  ['', 'a', true],
  ['ab', 'ba', true],
  ['abc', 'cba', false],
  ['𝒳a', 'a', true],
])('“%s” is one edit from “%s”: %s', (a, b, expected) => {
  expect(isOneEdit(a, b)).toBe(expected);
  expect(isOneEdit(b, a)).toBe(expected);
});

test.each([
  ['tio', 'tiotto', true],
  ['tixtto', 'tiotto', true],
  ['cag', 'cafe', false],
  ['cage', 'cafe', true],
  ['jaky', 'jacky', true],
  ['1027081', '1027080', false],
  ['10270', '1027080', true],
  ['mean', 'maen', false],
  ['cafes', 'cafe', true],
  ['dog', 'dig', false],
])('a search for “%s” takes “%s” for it: %s', (query, word, expected) => {
  expect(isNearWord(query, word)).toBe(expected);
});
