import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../../test/support/read-csv.ts';
import type { FlatValue } from '../flatten-record.ts';
import { writeCsv } from './write-csv.ts';

const row = (values: Readonly<Record<string, FlatValue>>) => new Map(Object.entries(values));

test('cells with commas, quotation marks and line ends are quoted, and lines end in CR LF', () => {
  const text = writeCsv(['a', 'b'], [row({ a: 'one, two', b: 'say “"yes"”' }), row({ b: 'two\nlines' })]);
  expect(text).toBe('a,b\r\n"one, two","say “""yes""”"\r\n,"two\nlines"\r\n');
});

test.each(['=1+1', '+44 20', '-3', '@here', '\t=1', '\r=1', '\n=1', '＝1'])(
  'the text %j is not taken for a formula',
  (text) => {
    expect(readCsv(writeCsv(['a'], [row({ a: text })]))[1]).toEqual([`'${text}`]);
  },
);

test('numbers and truth values are written as they are, below zero too', () => {
  expect(writeCsv(['a', 'b'], [row({ a: -3.5, b: false })])).toBe('a,b\r\n-3.5,false\r\n');
});

test('whatever the texts, reading gives them back', () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .filter((text) => text !== '' && !/^['=+\-@\t\r\n＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const text = writeCsv(
        ['a', 'b'],
        rows.map(([a, b]) => row({ a, b })),
      );
      expect(readCsv(text).slice(1)).toEqual(rows);
    }),
  );
});
