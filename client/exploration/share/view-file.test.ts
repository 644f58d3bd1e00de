import { expect, test } from 'vitest';
import { exploreSmallWorld } from '../small-world.ts';
import { encodeView } from './encode-view.ts';
import { shareView } from './shared-view.ts';
import { readViewFile, writeViewFile } from './view-file.ts';

test('a view goes into a file with its name and comes out of it', () => {
  const view = shareView(exploreSmallWorld(), null);
  const encoded = encodeView(view);
  if (encoded.kind !== 'encoded') throw new Error('the view was not encoded');
  expect(readViewFile(writeViewFile(encoded.text, 'Grit'))).toEqual({ kind: 'view', view, name: 'Grit' });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":"other"}',
  '{"format":"oversight-view","view":7}',
  '1'.repeat(2_000_000),
])('a file that holds no view is garbled', (file) => {
  expect(readViewFile(file)).toEqual({ kind: 'problem', problem: { kind: 'garbled' }, name: null });
});

test('a file of a newer version says so', () => {
  expect(readViewFile(writeViewFile('9.abc', 'x'))).toMatchObject({ problem: { kind: 'newer' } });
});
