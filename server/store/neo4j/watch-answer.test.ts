import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../graph-store.ts';
import { watchAnswer } from './watch-answer.ts';

const never = new Promise<never>(() => undefined);

test('a query that takes long is waited for while the database is there', async () => {
  let asked = 0;
  const isThere = async () => {
    asked += 1;
    return true;
  };
  const slow = wait(2_000).then(() => 'answer');
  expect(await watchAnswer(slow, isThere, 'here')).toBe('answer');
  expect(asked).toBeGreaterThan(0);
});

test('a query is given up where the database is away', async () => {
  await expect(watchAnswer(never, async () => false, 'here')).rejects.toThrow(StoreUnavailable);
});

test('a failure of the query is passed on', async () => {
  const failing = Promise.reject(new Error('no such index'));
  await expect(watchAnswer(failing, async () => true, 'here')).rejects.toThrow('no such index');
});
