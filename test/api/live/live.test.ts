import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { makeChange, makeEvidence, makeNode, makeRelationship } from '../../support/small-world.ts';
import { codeOf, type StartedApp, type StartingParts, startApp } from '../http/start-app.ts';
import { type OpenStream, openStream } from './read-stream.ts';

let app: StartedApp;
const streams: OpenStream[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await app.stop();
});

/** The app with the first graph, which is entry 1. */
async function start(parts: StartingParts = {}): Promise<void> {
  app = await startApp(parts);
}

async function listen(variables?: Parameters<typeof openStream>[1]): Promise<OpenStream> {
  const stream = await openStream(app.url, variables);
  streams.push(stream);
  return stream;
}

function put(id: string, name: string, author = 'tester') {
  return app.store.write(makeChange({ nodes: [makeNode(id, 'Person', { name })] }, { author }));
}

test('a change is told as it comes, with what became of each property', async () => {
  await start();
  const stream = await listen();
  await put('person/new', 'New', 'Eve');
  expect(await stream.nextEntry()).toMatchObject({
    sequence: 2,
    author: 'Eve',
    isSummary: false,
    items: [{ record: 'person/new', happened: 'CREATED', name: 'New' }],
  });
  await put('person/new', 'Newer');
  expect((await stream.nextEntry()).items[0].differences).toEqual([
    { property: 'name', before: 'New', after: 'Newer' },
  ]);
});

test('a reader who resumes hears everything since, once and in order, while others write', async () => {
  await start();
  const writing = (async () => {
    for (let at = 0; at < 60; at++) await put('person/new', `Name ${at}`);
  })();
  const heard: number[] = [];
  let after = 1;
  while (heard.length < 60) {
    const stream = await listen({ after });
    // Each stream is dropped after a few entries, with whatever is under way.
    for (let taken = 0; taken < 7 && heard.length < 60; taken++) {
      after = (await stream.nextEntry()).sequence;
      heard.push(after);
    }
    stream.close();
  }
  await writing;
  expect(heard).toEqual(Array.from({ length: 60 }, (_each, at) => at + 2));
});

test('a large change is told as a summary, and its items come page by page', async () => {
  await start();
  const stream = await listen();
  const nodes = Array.from({ length: 450 }, (_each, at) =>
    makeNode(`person/n${at}`, 'Person', { name: `N ${at}` }),
  );
  await app.store.write(makeChange({ nodes }));
  expect(await stream.nextEntry()).toMatchObject({ isSummary: true, itemCount: 450, items: [] });
  const records: string[] = [];
  for (let [after, more] = [-1, true]; more; ) {
    const { body } = await app.ask(
      `query ($after: Int!) { changeItems(sequence: 2, after: $after, first: 200) { end hasMore items { record } } }`,
      { after },
    );
    const page = (
      body.data as { changeItems: { end: number; hasMore: boolean; items: { record: string }[] } }
    ).changeItems;
    records.push(...page.items.map(({ record }) => record));
    [after, more] = [page.end, page.hasMore];
  }
  expect(records).toEqual(nodes.map(({ id }) => id));
});

test('the newest changes come in pages, too, back to the first', async () => {
  await start();
  for (const name of ['A', 'B', 'C']) await put('person/new', name);
  const page = async (before: number | null) =>
    (
      await app.ask(
        'query ($before: Int) { recentChanges(before: $before, first: 3) { end hasMore entries { sequence } } }',
        { before },
      )
    ).body.data;
  expect(await page(null)).toEqual({
    recentChanges: { end: 2, hasMore: true, entries: [{ sequence: 4 }, { sequence: 3 }, { sequence: 2 }] },
  });
  expect(await page(2)).toEqual({
    recentChanges: { end: 1, hasMore: false, entries: [{ sequence: 1 }] },
  });
  expect(await page(1)).toEqual({ recentChanges: { end: 1, hasMore: false, entries: [] } });
});

test('the journal comes in pages, oldest first', async () => {
  await start();
  for (const name of ['A', 'B', 'C']) await put('person/new', name);
  const { body } = await app.ask(
    '{ changes(after: 1, first: 2) { end hasMore entries { sequence items { happened } } } }',
  );
  expect(body.data).toEqual({
    changes: {
      end: 3,
      hasMore: true,
      entries: [
        { sequence: 2, items: [{ happened: 'CREATED' }] },
        { sequence: 3, items: [{ happened: 'CHANGED' }] },
      ],
    },
  });
  expect(codeOf(await app.ask('{ changes(first: 51) { end } }'))).toBe('BAD_RANGE');
});

test('a reader of some records hears of them and of relationships that end there', async () => {
  await start();
  const stream = await listen({ ids: ['person/wanted'] });
  await put('person/wanted', 'Wanted');
  await put('person/other', 'Other');
  const post = makeRelationship('HOLDS_POST', 'person/wanted', 'organisation/ofsted');
  const evidence = [makeEvidence(post.id, null)];
  const outcome = await app.store.write(makeChange({ relationships: [post], evidence }));
  expect(outcome.kind).toBe('written');
  expect((await stream.nextEntry()).sequence).toBe(2);
  expect(await stream.nextEntry()).toMatchObject({
    sequence: 4,
    items: [{ record: post.id, from: 'person/wanted', to: 'organisation/ofsted' }],
  });
});

test('a stream is not ended by the time limit of operations, and says now and then that it is there', async () => {
  await start({ operationTimeout: 150, live: { heartbeat: 200 } });
  const stream = await listen({ after: 1 });
  for (let beat = 0; beat < 3; beat++)
    expect(await stream.next()).toMatchObject({
      event: 'next',
      data: { data: { graphChanged: { sequence: 1, entry: null } } },
    });
});

test('a stream that begins after what is not there yet is refused with a code', async () => {
  await start();
  const stream = await listen({ after: 99 });
  const event = await stream.next();
  expect(event?.data.errors[0].extensions.code).toBe('BAD_RANGE');
});

test('one reader more than there may be is told so, and gets in when another has gone', async () => {
  await start({ live: { most: 2 } });
  const [first] = [await listen(), await listen()];
  const refused = await listen();
  expect((await refused.next())?.data.errors[0].extensions.code).toBe('TOO_MANY_READERS');
  first.close();
  await expect.poll(readers, { timeout: 20_000 }).toBe(1);
  const late = await listen({ after: 1 });
  await put('person/new', 'New');
  expect((await late.nextEntry()).sequence).toBe(2);
});

test('a reader who never reads holds nothing but a small window, is cut off, and can resume', async () => {
  let read = 0;
  const counting = (store: GraphStore): GraphStore => ({
    ...store,
    journalItems: (question) => {
      read += 1;
      return store.journalItems(question);
    },
  });
  await start({ wrapStore: counting, live: { patience: 500 } });
  const body = JSON.stringify({
    query: `subscription { graphChanged(after: 1) { entry { items { name differences { after } } } } }`,
  });
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname).pause();
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
      `Accept: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await expect.poll(readers, { timeout: 20_000 }).toBe(1);
  const entries = 300;
  for (let at = 0; at < entries; at++) {
    const node = makeNode('person/new', 'Person', { name: `N ${at}`, note: `${at} `.repeat(20_000) });
    await app.store.write(makeChange({ nodes: [node] }));
  }
  await expect.poll(readers, { timeout: 30_000 }).toBe(0);
  // The buffers of the system take some of it; what was told is far from all there is.
  expect(read).toBeLessThan(entries / 2);
  socket.destroy();
  const stream = await listen({ after: entries - 1 });
  expect((await stream.nextEntry()).sequence).toBe(entries);
});

/** The number that the metrics give. */
async function readers(): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^oversight_live_readers (\d+)$/m.exec(text)?.[1]);
}
