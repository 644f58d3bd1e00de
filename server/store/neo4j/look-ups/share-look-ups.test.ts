import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { shareLookUps } from './share-look-ups.ts';

/** A database of words by id, which answers only when it is told to. Ids that begin with “bad” fail. */
function makeWords() {
  const sent: (readonly string[])[] = [];
  const signals: AbortSignal[] = [];
  const held: (() => void)[] = [];
  const lookUp = async (ids: readonly string[], signal: AbortSignal) => {
    sent.push(ids);
    signals.push(signal);
    await new Promise<void>((resolve, reject) => {
      held.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    const bad = ids.find((id) => id.startsWith('bad'));
    if (bad) throw new Error(`cannot read ${bad}`);
    return new Map(ids.map((id) => [id, `word ${id}`]));
  };
  const release = async (count = 1) => {
    for (const go of held.splice(0, count)) go();
    await turn();
  };
  /** Lets everything through until nothing is asked any more. */
  const releaseAll = async () => {
    while (held.length > 0) await release(held.length);
  };
  return { sent, signals, lookUp, release, releaseAll };
}

const always = () => true;
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));

test('a look-up by itself is sent at once', async () => {
  const words = makeWords();
  const found = shareLookUps<string>(always)('word', ['1', '2'], words.lookUp);
  expect(words.sent).toEqual([['1', '2']]);
  await words.releaseAll();
  expect((await found).get('2')).toBe('word 2');
});

test('what comes while four are in flight is sent together when one returns', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const found = numbered(0, 10).map((id) => share('word', [id], words.lookUp));
  expect(words.sent).toEqual([['0'], ['1'], ['2'], ['3']]);
  await words.release();
  expect(words.sent.slice(4)).toEqual([['4', '5', '6', '7', '8', '9']]);
  await words.releaseAll();
  const answers = await Promise.all(found);
  expect(answers.map((answer, index) => answer.get(String(index)))).toEqual(
    numbered(0, 10).map((id) => `word ${id}`),
  );
});

test('look-ups of another key neither wait for them nor share with them', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const found = numbered(0, 6).map((id) => share('word', [id], words.lookUp));
  found.push(share('sentence', ['0'], words.lookUp));
  expect(words.sent).toHaveLength(5);
  await words.releaseAll();
  await Promise.all(found);
  expect(words.sent.slice(5)).toEqual([['4', '5']]);
});

test('an id that several ask for is sent once', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const found = ['0', '1', '2', '3', '7', '7', '7'].map((id) => share('word', [id], words.lookUp));
  await words.releaseAll();
  await Promise.all(found);
  expect(words.sent.slice(4)).toEqual([['7']]);
});

test('a batch holds at most 500 ids, and a look-up of more goes alone', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const wide = [numbered(0, 200), numbered(200, 300), numbered(500, 700), numbered(1200, 1)];
  const found = [...['a', 'b', 'c', 'd'].map((id) => [id]), ...wide].map((ids) =>
    share('word', ids, words.lookUp),
  );
  await words.releaseAll();
  await Promise.all(found);
  expect(words.sent.slice(4).map((ids) => ids.length)).toEqual([500, 700, 1]);
});

test('in a batch that fails only the look-up that is to blame fails', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const ids = ['0', '1', '2', '3', '4', 'bad', '6'];
  const outcomes = Promise.allSettled(ids.map((id) => share('word', [id], words.lookUp)));
  await words.releaseAll();
  expect((await outcomes).map(({ status }) => status === 'fulfilled')).toEqual(ids.map((id) => id !== 'bad'));
  expect(words.sent.slice(4)).toEqual([['4', 'bad', '6'], ['4'], ['bad'], ['6']]);
});

test('a failure that no look-up is to blame for is told to all and not tried again', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(() => false);
  const ids = ['0', '1', '2', '3', '4', 'bad'];
  const outcomes = Promise.allSettled(ids.map((id) => share('word', [id], words.lookUp)));
  await words.releaseAll();
  expect((await outcomes).slice(4).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(words.sent).toHaveLength(5);
});

test('who gives up while waiting is told at once, and its ids are never sent', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const giveUp = new AbortController();
  const found = numbered(0, 4).map((id) => share('word', [id], words.lookUp));
  const left = share('word', ['left'], words.lookUp, giveUp.signal);
  found.push(share('word', ['stays'], words.lookUp));
  giveUp.abort(new Error('given up'));
  await expect(left).rejects.toThrow('given up');
  await words.releaseAll();
  await Promise.all(found);
  expect(words.sent.flat()).toEqual(['0', '1', '2', '3', 'stays']);
});

test('a batch is cancelled when all have given it up, and not before', async () => {
  const words = makeWords();
  const share = shareLookUps<string>(always);
  const leaving = [new AbortController(), new AbortController()];
  const found = numbered(0, 4).map((id) => share('word', [id], words.lookUp));
  const left = leaving.map(({ signal }, index) => share('word', [`left ${index}`], words.lookUp, signal));
  const outcomes = Promise.allSettled(left);
  await words.release();
  expect(words.sent[4]).toEqual(['left 0', 'left 1']);
  leaving[0]?.abort(new Error('first'));
  await expect(left[0]).rejects.toThrow('first');
  expect(words.signals[4]?.aborted).toBe(false);
  leaving[1]?.abort(new Error('second'));
  expect(words.signals[4]?.aborted).toBe(true);
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await words.releaseAll();
  await Promise.all(found);
  expect(words.sent).toHaveLength(5);
});

test('one that is given up before it is asked is not sent', async () => {
  const words = makeWords();
  const asked = shareLookUps<string>(always)(
    'word',
    ['0'],
    words.lookUp,
    AbortSignal.abort(new Error('late')),
  );
  await expect(asked).rejects.toThrow('late');
  expect(words.sent).toEqual([]);
});
