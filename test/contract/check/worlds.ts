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
