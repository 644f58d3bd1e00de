import { expect, test } from 'vitest';
import { smallDetail } from '../small-detail.ts';
import { listJudgements } from './list-judgements.ts';

test('judgements stand area by area, overall first; an area with two labels is disputed', () => {
  expect(
    listJudgements(smallDetail).map(({ area, judgements, isDisputed }) => [
      area,
      judgements.length,
      isDisputed,
    ]),
  ).toEqual([
    ['overall', 2, true],
    ['leadership', 1, false],
  ]);
});
