import { expect, test } from 'vitest';
import { openLiveReaders } from '../../../server/live/live-readers.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { makeChange, makeNode } from '../../support/small-world.ts';

/** Two servers on one graph, each with its own store: `open` brings one of them, on the same graph each time. */
export function describeTwoServers(open: () => Promise<GraphStore>): void {
  test('a reader who goes from one server to the other hears all that both write, once and in order', async () => {
    const stores = [await open(), await open()];
    const rooms = stores.map((store) => openLiveReaders(store, { pollEvery: 50 }));
    const entries = 40;
    const writing = stores.map(async (store, which) => {
      for (let at = 0; at < entries / 2; at++)
        await store.write(
          makeChange({ nodes: [makeNode(`person/n${which}`, 'Person', { name: `Name ${at}` })] }),
        );
    });
    const heard: number[] = [];
    for (let turn = 0; heard.length < entries; turn++) {
      const going = new AbortController();
      const news = await rooms[turn % 2]?.open({
        after: heard.at(-1) ?? 0,
        ids: null,
        signal: going.signal,
        abandon: () => undefined,
        mayRead: async () => true,
      });
      for (let taken = 0; news && taken < 5 && heard.length < entries; taken++) {
        const { value } = await news.next();
        if (value?.loaded) heard.push(value.sequence);
      }
      going.abort();
      await news?.return();
    }
    await Promise.all(writing);
    expect(heard).toEqual(Array.from({ length: entries }, (_each, at) => at + 1));
    for (const room of rooms) {
      expect(room.count()).toBe(0);
      room.close();
    }
    await Promise.all(stores.map((store) => store.close()));
  });
}
