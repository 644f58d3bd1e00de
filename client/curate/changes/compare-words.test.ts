import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

test('of a text that was put right one sees the words that went and came', () => {
  expect(compareWords('We have been relentless in our work', 'We have been relentless at our work')).toEqual([
    { kind: 'same', words: 'We have been relentless ' },
    { kind: 'gone', words: 'in' },
    { kind: 'come', words: 'at' },
    { kind: 'same', words: ' our work' },
  ]);
});

test('the parts make up both texts again', () => {
  const [before, after] = ['one two, three four five six', 'one two three four, five seven six'];
  const parts = compareWords(before, after) ?? [];
  const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ words }) => words);
  expect(without('come').join('')).toBe(before);
  expect(without('gone').join('')).toBe(after);
});

test('texts that have little in common are told whole, however long they are', () => {
  expect(compareWords('Cafcass', 'Ofsted')).toBeNull();
  const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
  expect(compareWords(long('a'), long('b'))).toBeNull();
});
