import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../graph-store.ts';
import { watchAnswers, watched } from './watch-answer.ts';

const never = new Promise<never>(() => undefined);

test('a query that takes long is waited for while the database is there', async () => {
  let asked = 0;
  const isThere = async () => {
    asked += 1;
    return true;
  };
  const slow = wait(2_000).then(() => 'answer');
  expect(await watched(slow, watchAnswers(isThere, 'here'))).toBe('answer');
  expect(asked).toBeGreaterThan(0);
});

test('a query is given up where the database is away', async () => {
  await expect(
    watched(
      never,
      watchAnswers(async () => false, 'here'),
    ),
  ).rejects.toThrow(StoreUnavailable);
});

test('a database that is silent for less than the patience is waited for', async () => {
  let asked = 0;
  const isThere = async () => {
    asked += 1;
    return asked % 2 === 0;
  };
  const slow = wait(2_500).then(() => 'answer');
  expect(await watched(slow, watchAnswers(isThere, 'here'), 60_000)).toBe('answer');
  expect(asked).toBeGreaterThan(1);
});

test('a failure of the query is passed on', async () => {
  const failing = Promise.reject(new Error('no such index'));
  await expect(
    watched(
      failing,
      watchAnswers(async () => true, 'here'),
    ),
  ).rejects.toThrow('no such index');
});

test('one question is asked for all that wait, and who came later waits on', async () => {
  let asked = 0;
  let later: Promise<unknown> = Promise.resolve();
  const told: string[] = [];
  const watch = watchAnswers(async () => {
    asked += 1;
    later = watched(never, watch).catch(() => told.push('later'));
    return asked > 1;
  }, 'here');
  const early = [1, 2, 3].map(() => watched(never, watch).catch(() => told.push('early')));
  await Promise.all(early);
  expect([asked, told]).toEqual([1, ['early', 'early', 'early']]);
  expect(later).toBeInstanceOf(Promise);
});
