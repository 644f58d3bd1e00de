import { expect, test } from 'vitest';
import type { Run } from './connection.ts';
import { sendAhead } from './send-ahead.ts';

const query = (text: string) => ({ text, parameters: {} });

/** A database that answers when it is told to, in the order in which it was asked. */
function slowDatabase() {
  const asked: string[] = [];
  const answers: ((problem?: Error) => void)[] = [];
  const run: Run = ({ text }) =>
    new Promise((resolve, reject) => {
      asked.push(text);
      answers.push((problem) => (problem ? reject(problem) : resolve([{ text }])));
    });
  return { run, asked, answer: (problem?: Error) => answers.shift()?.(problem) };
}

test('what is sent is not waited for, and what is read next comes after it', async () => {
  const { run, asked, answer } = slowDatabase();
  const { send, read, settle } = sendAhead(run);
  await send(query('write'));
  const reading = read(query('read'));
  expect(asked).toEqual(['write', 'read']);
  answer();
  answer();
  expect(await reading).toEqual([{ text: 'read' }]);
  await settle();
});

test('what is held goes out one by one as reads are answered, and the rest when it is released', async () => {
  const { run, asked, answer } = slowDatabase();
  const { hold, read, release, settle } = sendAhead(run);
  for (const text of ['one', 'two', 'three']) await hold(query(text));
  const reading = read(query('read'));
  expect(asked).toEqual(['read']);
  answer();
  await reading;
  expect(asked).toEqual(['read', 'one']);
  release();
  expect(asked).toEqual(['read', 'one', 'two', 'three']);
  for (const _each of [1, 2, 3]) answer();
  await settle();
});

test('the first failure is told by the next read and in the end, not what followed from it', async () => {
  const { run, answer } = slowDatabase();
  const { send, read, settle } = sendAhead(run);
  await send(query('breaks a rule'));
  await send(query('comes after'));
  const reading = read(query('read'));
  answer(new Error('the rule'));
  answer(new Error('the transaction has failed'));
  answer(new Error('the transaction has failed'));
  await expect(reading).rejects.toThrow('the rule');
  await expect(settle()).rejects.toThrow('the rule');
});

test('the end waits for all that was sent and held', async () => {
  const { run, asked, answer } = slowDatabase();
  const { send, hold, settle } = sendAhead(run);
  await send(query('write'));
  await hold(query('held'));
  let settled = false;
  const settling = settle().then(() => {
    settled = true;
  });
  expect(asked).toEqual(['write', 'held']);
  answer();
  await Promise.resolve();
  expect(settled).toBe(false);
  answer();
  await settling;
});
