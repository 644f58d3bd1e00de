import { expect, test } from 'vitest';
import { makeChange, smallWorld } from '../support/small-world.ts';
import { createModelStore } from './model-store.ts';

test('the small world can be written to the model and read back', async () => {
  const store = createModelStore();
  const outcome = await store.write(makeChange(smallWorld));
  expect(outcome).toMatchObject({ kind: 'written', sequence: 1, created: 28 });
  expect(await store.nodeIds({ types: ['Person'], after: null, limit: 10 })).toEqual([
    'person/ada',
    'person/ben',
  ]);
});
