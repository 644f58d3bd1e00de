import { expect, test } from 'vitest';
import type { GraphChange } from '../../../server/store/graph-store.ts';
import { makeChange, makeNode, smallWorld } from '../../support/small-world.ts';
import { type OpenStore, withWorld } from '../check/worlds.ts';

/** A change with an idempotency key is applied once, however often it is sent. */
export function describeRequests(open: OpenStore): void {
  test('a change that is sent again with its key is not applied again', async () => {
    await withWorld(open, async (store) => {
      expect(await store.write(rename('Benno'))).toMatchObject({ kind: 'written', sequence: 2 });
      await store.write(makeChange({ nodes: [ben('Other')] }));
      const marked = { ...rename('Benno'), at: '2026-09-09T09:09:09.000Z' };
      expect(await store.write(marked)).toEqual({ kind: 'repeated', sequence: 2 });
      expect((await store.records([ben('').id])).nodes).toMatchObject([{ properties: { name: 'Other' } }]);
      expect(await store.journalHead()).toMatchObject({ sequence: 3 });
    });
  });

  test('of copies that are sent at the same time one is applied, and the others are told so', async () => {
    await withWorld(open, async (store) => {
      const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => store.write(rename('Benno'))));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
        ...Array.from({ length: 4 }, () => 'repeated'),
        'written',
      ]);
      expect(await store.journalHead()).toMatchObject({ sequence: 2 });
    });
  });

  test('a key that is used for something else is refused, and nothing is written', async () => {
    await withWorld(open, async (store) => {
      await store.write(rename('Benno'));
      const outcome = await store.write({
        ...rename('Bernard'),
        marks: [{ key: 'seed', value: 'written' }],
      });
      expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'KEY_REUSED' }] });
      expect(await store.mark('seed')).toBeNull();
      expect(await store.journalHead()).toMatchObject({ sequence: 2 });
    });
  });

  test('the same request may come to another change, where the author says what it stands for', async () => {
    await withWorld(open, async (store) => {
      await store.write({ ...rename('Benno'), inputHash: 'rename ben' });
      const again = { ...rename('Bernard'), inputHash: 'rename ben' };
      expect(await store.write(again)).toEqual({ kind: 'repeated', sequence: 2 });
      const [found, other] = await Promise.all([
        store.findRequest('tester', 'key'),
        store.findRequest('tester', 'another key'),
      ]);
      expect([found, other]).toEqual([{ sequence: 2, input: 'rename ben' }, null]);
    });
  });

  test('two authors may use the same key', async () => {
    await withWorld(open, async (store) => {
      await store.write(rename('Benno'));
      const other = { ...rename('Bernard'), author: 'other' };
      expect(await store.write(other)).toMatchObject({ kind: 'written', sequence: 3 });
    });
  });

  test('a change that came to nothing can be sent again with its key', async () => {
    await withWorld(open, async (store) => {
      const change = makeChange(smallWorld, { idempotencyKey: 'key' });
      expect(await store.write(change)).toEqual({ kind: 'unchanged' });
      expect(await store.write(change)).toEqual({ kind: 'unchanged' });
      expect(await store.write(rename('Benno'))).toMatchObject({ kind: 'written' });
    });
  });
}

function ben(name: string) {
  return makeNode('person/ben', 'Person', { name });
}

function rename(name: string): GraphChange {
  return makeChange({ nodes: [ben(name)] }, { idempotencyKey: 'key' });
}
