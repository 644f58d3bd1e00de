import { expect, test } from 'vitest';
import { hashText, hashTextInScript } from './hash-text.ts';

test('the hash is that of the standard', () => {
  expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test.each(['', 'a', 'Ärger — “x”', '\u{1f600}', 'long '.repeat(5_000)])(
  'Node and a browser give the same',
  (text) => {
    expect(hashText(text)).toBe(hashTextInScript(text));
  },
);
