import type { Run } from './connection.ts';

/** Rows that are sent with one query; more would hold up the server's memory for no gain in time. */
const BATCH = 5_000;

export function* batchesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

/** Runs a statement on `$rows`, some at a time. */
export async function forBatches(rows: readonly unknown[], text: string, run: Run): Promise<void> {
  for (const batch of batchesOf(rows)) await run({ text, parameters: { rows: batch } });
}

/** Items by a key of theirs, in the order in which they came. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
