import { expect, test } from 'vitest';
import { progressLine } from './show-progress.ts';

test('progress says how much, how fast and how long still', () => {
  expect(progressLine('Verifying entries', 1_200, 3_000, 2)).toBe(
    'Verifying entries: 1,200 of 3,000 (40 %), 600 a second, 3 s left',
  );
  expect(progressLine('Exporting', 10, 10_000, 10)).toContain('1 a second, 166 min 30 s left');
});

test('where nobody knows how much there is, nothing is guessed', () => {
  expect(progressLine('Exporting', 5, 0, 2)).toBe('Exporting: 5, 3 a second');
  expect(progressLine('Exporting', 0, 0, 0)).toBe('Exporting: 0');
});
