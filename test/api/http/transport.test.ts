import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../server/store/graph-store.ts';
import { codeOf, type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const query = JSON.stringify({ query: '{ __typename }' });

function post(headers: Record<string, string>, body: BodyInit = query) {
  return fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers,
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

test('a page of another site gets no leave to read, and none to ask', async () => {
  const preflight = await fetch(`${app.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const asked = await post({ 'content-type': 'application/json', origin: 'https://elsewhere.example' });
  expect([asked.status, codeOf({ body: await asked.json() })]).toEqual([403, 'ORIGIN_REFUSED']);
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

test('a page of this site may ask', async () => {
  const asked = await post({ 'content-type': 'application/json', origin: app.url });
  expect(await asked.json()).toEqual({ data: { __typename: 'Query' } });
});

test.each([
  ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
  ['text/plain', query],
  ['multipart/form-data; boundary=x', query],
  ['application/graphql', '{ __typename }'],
  ['application/json; charset=utf-16', query],
])('%s is refused, since a page of another site could send it', async (contentType, body) => {
  const asked = await post({ 'content-type': contentType }, body);
  expect([asked.status, codeOf({ body: await asked.json() })]).toEqual([415, 'CONTENT_TYPE_REFUSED']);
});

test('a body above 256 KB is refused, whether its length is told or not', async () => {
  const large = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(300_000)}` });
  const told = await post({ 'content-type': 'application/json' }, large);
  expect([told.status, codeOf({ body: await told.json() })]).toEqual([413, 'BODY_TOO_LARGE']);
  const untold = await post({ 'content-type': 'application/json' }, new Blob([large]).stream());
  expect(untold.status).toBe(413);
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a list of queries', `[${query}]`],
  ['nothing', '{}'],
])('a body that is %s is a bad request', async (_what, body) => {
  const asked = await post({ 'content-type': 'application/json' }, body);
  expect([asked.status, codeOf({ body: await asked.json() })]).toEqual([400, 'BAD_REQUEST']);
});

test.each(['PUT', 'DELETE', 'PATCH'])('%s is no way to ask', async (method) => {
  const asked = await fetch(`${app.url}/graphql`, { method });
  expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('variables of an address that are no JSON are a bad request with a code and an id', async () => {
  const asked = await fetch(`${app.url}/graphql?query=%7B__typename%7D&variables=%7B`, {
    headers: { accept: 'application/json' },
  });
  const body = await asked.json();
  expect(asked.status).toBeGreaterThanOrEqual(400);
  expect(body.errors[0].extensions.requestId).toBe(asked.headers.get('x-request-id'));
});

test('a mutation by GET is refused', async () => {
  const small = await startApp({
    schema: buildSchema('type Query { a: Int } type Mutation { change: Int }'),
  });
  const asked = await fetch(`${small.url}/graphql?query=mutation%7Bchange%7D`, {
    headers: { accept: 'application/json' },
  });
  expect(asked.status).toBe(405);
  await small.stop();
});

test.each([
  ['{ nobody }', 'QUERY_INVALID'],
  ['{ people', 'BAD_SYNTAX'],
  ['query ($first: Int) { people(first: $first) { totalCount } }', 'BAD_ARGUMENT', { first: 'many' }],
  ['{ person(id: "??") { name } }', 'BAD_ID'],
  ['query A { __typename } query B { __typename }', 'BAD_REQUEST'],
])('%s fails with a code and the id of its request', async (asking, code, variables?: object) => {
  const asked = await app.ask(asking, variables);
  expect(codeOf(asked)).toBe(code);
  expect(asked.body.errors?.[0]?.extensions.requestId).toBe(asked.headers.get('x-request-id'));
});

test('what is unforeseen is masked for the client and told to the log', async () => {
  const failing = await startApp({
    wrapStore: (store) => ({ ...store, read: () => Promise.reject(new Error('the secret of the cellar')) }),
  });
  const asked = await failing.ask('{ people { totalCount } }');
  const requestId = asked.headers.get('x-request-id');
  expect([codeOf(asked), asked.body.errors?.[0]?.extensions.requestId]).toEqual(['INTERNAL', requestId]);
  expect(JSON.stringify(asked.body)).not.toContain('cellar');
  expect(failing.logged.join()).toContain('the secret of the cellar');
  expect(failing.logged.join()).toContain(requestId);
  await failing.stop();
});

test('a store that does not answer is told as such, by queries and by readiness, and the process stays live', async () => {
  const gone = () => Promise.reject(new StoreUnavailable('bolt://secret-host is down'));
  const failing = await startApp({ wrapStore: (store) => ({ ...store, read: gone, ping: gone }) });
  const asked = await failing.ask('{ people { totalCount } }');
  expect(codeOf(asked)).toBe('STORE_UNAVAILABLE');
  expect(JSON.stringify(asked.body)).not.toContain('secret-host');
  expect((await fetch(`${failing.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${failing.url}/livez`)).status).toBe(200);
  await failing.stop();
});

test('an operation that takes too long is stopped', async () => {
  const slow = await startApp({
    operationTimeout: 50,
    wrapStore: (store) => ({
      ...store,
      read: (_plan, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        }),
    }),
  });
  const asked = await slow.ask('{ people { totalCount } }');
  expect([asked.status, codeOf(asked)]).toEqual([504, 'TIMED_OUT']);
  await slow.stop();
});

test('the store hears when the client goes away', async () => {
  let heard = () => {};
  const left = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const client = new AbortController();
  const waiting = await startApp({
    wrapStore: (store) => ({
      ...store,
      read: (_plan, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => {
            heard();
            reject(options.signal?.reason);
          });
          client.abort();
        }),
    }),
  });
  const asked = fetch(`${waiting.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ people { totalCount } }' }),
    signal: client.signal,
  });
  await expect(asked).rejects.toThrow();
  await left;
  await waiting.stop();
});

test('metrics tell how often the store was asked what, and how long it took', async () => {
  const counted = async (operation: string) => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    const line = new RegExp(`oversight_store_seconds_count\\{operation="${operation}"\\} (\\d+)`).exec(text);
    return Number(line?.[1] ?? 0);
  };
  const before = [await counted('nodesById'), await counted('nodes'), await counted('facets')];
  await app.ask('{ organisation(id: "organisation/cafcass") { name } people { totalCount } }');
  await app.ask('{ facets(by: [TYPE]) { key count } }');
  await app.ask('{ facets(by: [TYPE]) { key count } }');
  const after = [await counted('nodesById'), await counted('nodes'), await counted('facets')];
  // What is counted over the whole graph is remembered until it changes.
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 1]);
});

test('health and metrics are told', async () => {
  expect(await (await fetch(`${app.url}/livez`)).json()).toEqual({ status: 'live' });
  expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ status: 'ready', store: 'sqlite' });
  await app.ask('{ nobody }');
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toContain('oversight_failures_total{code="QUERY_INVALID"}');
  expect(metrics).toMatch(/oversight_store_statements\{store="sqlite"\} \d+/);
  expect(metrics).toContain('oversight_event_loop_delay_seconds{quantile="0.99"}');
  expect(metrics).toMatch(/oversight_live_readers 0\n/);
  expect(metrics).toMatch(/oversight_resident_memory_bytes \d+/);
  expect(metrics).toContain('oversight_request_seconds_count{route="livez",status="200"}');
});

test('an address that leads nowhere is a JSON 404', async () => {
  const asked = await fetch(`${app.url}/nowhere`);
  expect([asked.status, codeOf({ body: await asked.json() })]).toEqual([404, 'NOT_FOUND']);
});

test('the starting views of the seed are told', async () => {
  const { body } = await app.ask('{ startingViews { title } }');
  expect(JSON.stringify(body.data)).toContain('Where the sources disagree');
});

test('a store that listens once for each root field brings no warning of Node between the lines of the log', async () => {
  const warnings: string[] = [];
  const hear = (warning: Error) => void warnings.push(warning.name);
  process.on('warning', hear);
  const listening = await startApp({
    wrapStore: (store) => ({
      ...store,
      read: (plan, options) => {
        options?.signal?.addEventListener('abort', () => undefined);
        return store.read(plan, options);
      },
    }),
  });
  const fields = Array.from({ length: 15 }, (_, index) => `p${index}: people { totalCount }`);
  const asked = await listening.ask(`{ ${fields.join(' ')} }`);
  await new Promise((heard) => setImmediate(heard));
  process.off('warning', hear);
  await listening.stop();
  expect(asked.body.errors).toBeUndefined();
  expect(warnings).toEqual([]);
});
