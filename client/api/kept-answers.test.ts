import { expect, test } from 'vitest';
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts';
import { graphHasChanged } from './revision.ts';

test('an answer is kept until the graph is known to have changed', () => {
  keepAnswer(1, 'one');
  expect(keptAnswer(1)).toBe('one');
  expect(keptAnswer(2)).toBeUndefined();
  graphHasChanged();
  expect(keptAnswer(1)).toBeUndefined();
});

test('of many answers those stay that were used last', () => {
  forgetAnswers();
  for (let key = 1; key <= 50; key++) keepAnswer(key, key);
  keptAnswer(1);
  keepAnswer(51, 51);
  expect([keptAnswer(1), keptAnswer(2), keptAnswer(3), keptAnswer(51)]).toEqual([1, undefined, 3, 51]);
});
