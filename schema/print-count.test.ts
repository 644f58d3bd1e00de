import { expect, test } from 'vitest';
import { printCount } from './print-count.ts';

test('a count is read in groups of three digits from four digits on', () => {
  expect([0, 999, 1080, 1_234_567].map(printCount)).toEqual(['0', '999', '1,080', '1,234,567']);
});
