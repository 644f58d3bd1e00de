import type { GraphStore } from '../../store/graph-store.ts';

interface Remembered<Value> {
  /** Where the journal stood before the value was made. */
  readonly sequence: number;
  readonly value: Value;
}

/** The value of the key as the graph is now; `make` is called where that is not known. */
export type RememberState<Value> = (
  store: GraphStore,
  key: string,
  make: () => Promise<Value>,
) => Promise<Value>;

/**
 * Keeps what was made of the graph for as long as the graph is as it was: the journal tells whether anything was changed
 * since, by whomever. No more than `limit` values are kept of a store, those that were made last.
 */
export function rememberStates<Value>(limit: number): RememberState<Value> {
  const remembered = new WeakMap<GraphStore, Map<string, Remembered<Value>>>();
  return async (store, key, make) => {
    const kept = remembered.get(store) ?? new Map<string, Remembered<Value>>();
    remembered.set(store, kept);
    const { sequence } = await store.journalHead();
    const known = kept.get(key);
    if (known?.sequence === sequence) return known.value;
    const value = await make();
    kept.delete(key);
    kept.set(key, { sequence, value });
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  };
}
