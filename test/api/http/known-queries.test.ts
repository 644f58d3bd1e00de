import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../server/store/graph-store.ts';
import { type StartedApp, startApp } from './start-app.ts';

/*
 * A query that comes again goes a shorter way through the server. Nobody may notice: the first answer is that of the
 * long way, the third that of the short one.
 */

let app: StartedApp;
let failing: StartedApp;
let gone: StartedApp;
let slow: StartedApp;
let limited: StartedApp;
beforeAll(async () => {
  const failWith = (problem: Error) =>
    startApp({ wrapStore: (store) => ({ ...store, read: () => Promise.reject(problem) }) });
  app = await startApp();
  failing = await failWith(new Error('the secret of the cellar'));
  gone = await failWith(new StoreUnavailable('away'));
  slow = await startApp({
    operationTimeout: 150,
    wrapStore: (store) => ({ ...store, read: () => new Promise(() => undefined) }),
  });
  limited = await startApp({ rates: { writes: 0, records: 2_000 } });
});
afterAll(() => Promise.all([app, failing, gone, slow, limited].map((each) => each.stop())));

const cafcass = { id: 'organisation/cafcass' };
const lookUp = 'query ($id: ID!) { organisation(id: $id) { name kind aliases url __typename } }';

const page = `query ($first: Int!, $withKind: Boolean!) {
  organisations(first: $first) { edges { cursor node { name kind @include(if: $withKind) } } pageInfo { endCursor } } }`;

/** What is asked, of which server, and the status of its answer. */
const cases: readonly (readonly [string, () => StartedApp, object, number])[] = [
  ['a look-up', () => app, { query: lookUp, variables: cafcass }, 200],
  ['a look-up of nothing', () => app, { query: lookUp, variables: { id: 'organisation/nobody' } }, 200],
  ['an id that is none', () => app, { query: lookUp, variables: { id: 'no id' } }, 200],
  ['a variable that is missing', () => app, { query: lookUp }, 400],
  ['variables that are a list', () => app, { query: lookUp, variables: [1] }, 400],
  ['variables too deep', () => app, { query: lookUp, variables: { id: deep(20) } }, 400],
  [
    'an operation by its name',
    () => app,
    { query: 'query A { viewer { __typename } }', operationName: 'A' },
    200,
  ],
  [
    'a name of no operation',
    () => app,
    { query: 'query A { viewer { __typename } }', operationName: 'B' },
    400,
  ],
  ['a key that nobody knows', () => app, { query: lookUp, variables: cafcass, surprise: 1 }, 400],
  ['extensions that are none', () => app, { query: lookUp, variables: cafcass, extensions: 'x' }, 400],
  ['no GraphQL', () => app, { query: '{ organisation(' }, 400],
  ['a field that is not there', () => app, { query: '{ nothing }' }, 400],
  ['a page too long', () => app, { query: '{ people(first: 101) { nodes { name } } }' }, 200],
  ['too much at once', () => app, { query: tooMuch() }, 400],
  ['a page', () => app, { query: page, variables: { first: 3, withKind: true } }, 200],
  ['a page of another condition', () => app, { query: page, variables: { first: 3, withKind: false } }, 200],
  [
    'two that fail, one that does not',
    () => app,
    {
      query: `{ a: person(id: "x") { name } b: person(id: "y") { name } c: organisation(id: "${cafcass.id}") { name } }`,
    },
    200,
  ],
  [
    'introspection',
    () => app,
    { query: '{ __type(name: "Person") { name } organisation(id: "organisation/cafcass") { name } }' },
    200,
  ],
  ['what nobody foresaw', () => failing, { query: lookUp, variables: cafcass }, 200],
  ['a database that is away', () => gone, { query: lookUp, variables: cafcass }, 503],
  ['what takes too long', () => slow, { query: lookUp, variables: cafcass }, 504],
  [
    'more than a minute brings',
    () => limited,
    { query: '{ people(first: 100) { nodes { posts(first: 19) { nodes { name } } } } }' },
    429,
  ],
];
const accepts = [
  undefined,
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  'text/html;q=0.1, application/json',
];

for (const [what, server, body, status] of cases)
  test(`${what}: the third answer is the first`, async () => {
    for (const accept of accepts) {
      if (what === 'more than a minute brings') await ask(server(), body, accept);
      const first = await ask(server(), body, accept);
      await ask(server(), body, accept);
      const third = await ask(server(), body, accept);
      expect(third).toEqual(first);
      if (accept === 'application/graphql-response+json') expect(third.status).toBe(status);
    }
  });

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : { in: deep(levels - 1) };
}

function tooMuch(): string {
  return '{ people(first: 100) { nodes { posts(first: 100) { nodes { inspections(first: 100) { nodes { name } } } } } } }';
}

/** Everything of an answer but what is new each time. */
async function ask({ url }: StartedApp, body: object, accept: string | undefined) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: accept ?? '*/*' },
    body: JSON.stringify(body),
  });
  const {
    date: _date,
    'x-request-id': requestId,
    'retry-after': retry,
    ...headers
  } = Object.fromEntries(response.headers);
  const text = (await response.text())
    .replaceAll(requestId ?? '', 'id')
    .replaceAll(/in \d+ s|"retryAfter":\d+/g, '');
  return { status: response.status, headers, text, retries: retry !== undefined };
}
