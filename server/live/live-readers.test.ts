import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeChange, makeNode } from '../../test/support/small-world.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type LiveReaders, openLiveReaders, type ReaderRequest } from './live-readers.ts';

let store: GraphStore;
let live: LiveReaders;
beforeEach(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
  live = openLiveReaders(store, { heartbeat: 50, patience: 60, pollEvery: 20 });
});
afterEach(async () => {
  live.close();
  await store.close();
});

function request(rest: Partial<ReaderRequest> = {}): ReaderRequest {
  return {
    after: 0,
    ids: null,
    signal: new AbortController().signal,
    abandon: () => undefined,
    mayRead: async () => true,
    ...rest,
  };
}

function put(name: string) {
  return store.write(makeChange({ nodes: [makeNode('person/ada', 'Person', { name })] }));
}

test('a reader whose token was revoked is signed out, whether or not anything happens', async () => {
  live.close();
  live = openLiveReaders(store, { heartbeat: 50, pollEvery: 20 });
  let isGood = true;
  const silent = await live.open(request({ mayRead: async () => isGood }));
  const busy = await live.open(request({ mayRead: async () => isGood }));
  isGood = false;
  const hearing = (async () => {
    // A heartbeat may come first; it tells where the reader stands, and nothing else.
    for (;;) expect((await silent.next()).value).toEqual({ sequence: 0, loaded: null });
  })();
  await expect(hearing).rejects.toMatchObject({ code: 'READER_SIGNED_OUT' });
  const taking = (async () => {
    for (let at = 0; ; at++) {
      await put(`Name ${at}`);
      await busy.next();
    }
  })();
  await expect(taking).rejects.toMatchObject({ code: 'READER_SIGNED_OUT' });
  expect(live.count()).toBe(0);
});

test('a reader is told at once where it stands', async () => {
  await put('A');
  const news = await live.open(request({ after: null }));
  expect(await news.next()).toEqual({ done: false, value: { sequence: 1, loaded: null } });
});

test('a reader who takes a message too late is told so', async () => {
  const news = await live.open(request());
  await put('A');
  await news.next();
  await news.next();
  await new Promise((later) => setTimeout(later, 80));
  await expect(news.next()).rejects.toMatchObject({ code: 'READER_TOO_SLOW' });
});

test('a reader who takes it not at all is cut off', async () => {
  await put('A');
  const cut = new Promise<void>((abandon) => {
    void live.open(request({ abandon })).then((news) => news.next());
  });
  await cut;
});

test('closing ends every stream in good order', async () => {
  const streams = await Promise.all([live.open(request()), live.open(request())]);
  await Promise.all(streams.map((stream) => stream.next()));
  const taking = streams.map((stream) => stream.next());
  live.close();
  expect(await Promise.all(taking)).toEqual([
    { done: true, value: undefined },
    { done: true, value: undefined },
  ]);
  expect(live.count()).toBe(0);
});

test('a reader who goes before the first message is counted no longer', async () => {
  const going = new AbortController();
  await live.open(request({ signal: going.signal }));
  expect(live.count()).toBe(1);
  going.abort();
  expect(live.count()).toBe(0);
});
