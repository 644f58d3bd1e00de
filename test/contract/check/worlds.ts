import { afterAll, beforeAll } from 'vitest';
import type { GraphRecords } from '../../../schema/records.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { makeChange, smallWorld } from '../../support/small-world.ts';
import { createModelStore } from '../model-store.ts';

/** Opens a store that holds nothing; whoever opens it closes it. */
export type OpenStore = () => Promise<GraphStore>;

/** Does the work on an empty store, and closes it whatever happens. */
export async function withStore<Result>(
  open: OpenStore,
  work: (store: GraphStore) => Promise<Result>,
): Promise<Result> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Does the work on a store that holds the records, the small world unless others are given. */
export function withWorld<Result>(
  open: OpenStore,
  work: (store: GraphStore) => Promise<Result>,
  records: GraphRecords = smallWorld,
): Promise<Result> {
  return withStore(open, async (store) => {
    await fillStore(store, records);
    return work(store);
  });
}

/**
 * One store with the small world for all tests of the `describe` that this is called in, which must leave it as it
 * is; others are slow to fill. The tests get it from the function that comes back.
 */
export function shareWorld(open: OpenStore): () => GraphStore {
  let shared: GraphStore | null = null;
  beforeAll(async () => {
    shared = await open();
    await fillStore(shared, smallWorld);
  });
  afterAll(() => shared?.close());
  return () => {
    if (!shared) throw new Error('the shared store could not be filled');
    return shared;
  };
}

/** A model that holds the records. */
export async function modelOf(records: GraphRecords = smallWorld): Promise<GraphStore> {
  const model = createModelStore();
  await fillStore(model, records);
  return model;
}

async function fillStore(store: GraphStore, records: GraphRecords): Promise<void> {
  const outcome = await store.write(makeChange(records));
  if (outcome.kind !== 'written') throw new Error(`the world was not written: ${JSON.stringify(outcome)}`);
}
