import { expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';

test('the order in which keys were named, and keys without a value, leave no trace', () => {
  expect(canonicalText({ b: 1, a: { d: undefined, c: null } })).toBe('{"a":{"c":null},"b":1}');
  expect(canonicalText({ a: { c: null }, b: 1 })).toBe('{"a":{"c":null},"b":1}');
});

test('keys are in the order of their code units, lists in their own', () => {
  expect(canonicalText({ é: 1, z: 2, Z: 3, '\u{1f600}': 4, '\uffff': 5 })).toBe(
    '{"Z":3,"z":2,"é":1,"\u{1f600}":4,"\uffff":5}',
  );
  expect(canonicalText([3, 1, 2])).toBe('[3,1,2]');
});

test('no text holds a line break, which the chain parts its lines with', () => {
  expect(canonicalText({ words: 'one\ntwo\r\u2028' })).not.toMatch(/[\n\r]/);
});

test('what JSON cannot hold is refused', () => {
  expect(() => canonicalText(Number.NaN)).toThrow(TypeError);
  expect(() => canonicalText([undefined])).toThrow(TypeError);
  expect(() => canonicalText({ at: 1n })).toThrow(TypeError);
});

test('a key that is a whole number is refused, since objects hold such keys by value', () => {
  expect(() => canonicalText({ 9: 'a', 10: 'b' })).toThrow(TypeError);
  expect(canonicalText({ '01': 'a', b: 'c' })).toBe('{"01":"a","b":"c"}');
});

test('a value whose keys are in order already gives the same text, and is left as it is', () => {
  const deep = (isSorted: boolean) => ({
    list: [isSorted ? { a: 1, b: [{ c: 2, d: 3 }] } : { b: [{ d: 3, c: 2 }], a: 1 }],
    of: isSorted ? { x: null, y: 'z' } : { y: 'z', x: null },
  });
  const given = deep(false);
  expect(canonicalText(given)).toBe(canonicalText(deep(true)));
  expect(Object.keys(given.of)).toEqual(['y', 'x']);
});
