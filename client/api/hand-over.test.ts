import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { handOver, takeHandedOver } from './hand-over.ts';

/** A store of the browser, in memory. */
function makeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

test('what is handed over is taken once', () => {
  const storage = makeStorage();
  const ids = { nodes: [nodeId('person/one')], relationships: [] };
  expect(takeHandedOver(storage)).toBeNull();
  handOver(ids, storage);
  expect(takeHandedOver(storage)).toEqual(ids);
  expect(takeHandedOver(storage)).toBeNull();
});

test.each(['{', 'null', '7', '{"nodes":"person/one"}', '{"nodes":[1,"No Id"],"relationships":[null]}'])(
  'whatever else is in the store, %s, no id is made of it',
  (text) => {
    const storage = makeStorage();
    handOver({ nodes: [], relationships: [] }, storage);
    storage.setItem(storage.key(0) ?? '', text);
    const taken = takeHandedOver(storage);
    expect([...(taken?.nodes ?? []), ...(taken?.relationships ?? [])]).toEqual([]);
  },
);
