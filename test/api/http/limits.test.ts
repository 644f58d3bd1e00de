import { buildSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type StartedApp, startApp } from './start-app.ts';

const introspection = getIntrospectionQuery();

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test.each([
  ['200 levels of lists', nest('neighboursOf', 200), 'QUERY_TOO_DEEP'],
  ['101 aliases', `{ ${times(101, (index) => `a${index}: __typename`)} }`, 'TOO_MANY_ALIASES'],
  [
    '4,000 different fields',
    `{ ${times(2_000, (index) => `f${index}`)} ...F ...F } fragment F on Query { ${times(1_000, (index) => `g${index}`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  ['one field 500 times', `{ ${times(500, () => '__typename')} }`, 'TOO_MANY_REPEATS'],
  ['one field 500 times in fragments', `{ ${times(500, () => '... { __typename }')} }`, 'TOO_MANY_REPEATS'],
  ['100 directives', `{ __typename ${times(100, () => '@include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'],
  ['10,000 words', `{ ${times(10_000, () => 'x')} }`, 'QUERY_TOO_LONG'],
  ['50,000 characters', `{ __typename } # ${'x'.repeat(50_000)}`, 'QUERY_TOO_LONG'],
  ['pages of pages of pages', pages(4), 'QUERY_TOO_COSTLY'],
  [
    'pages below lists without pages',
    '{ startingViews { nodes { neighbours(first: 20) { nodes { neighbours(first: 20) { nodes { name } } } } } } }',
    'QUERY_TOO_COSTLY',
  ],
  [
    'the schema within the schema',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    'QUERY_TOO_COSTLY',
  ],
  ['fragments that double each time', fragmentBomb(60), 'TOO_MANY_REPEATS'],
])('%s are refused with 400 and a code, and no statement is sent', async (_attack, query, code) => {
  const before = app.store.statementCount();
  const asked = await app.ask(query);
  expect([codeOf(asked), asked.status]).toEqual([code, 400]);
  expect(app.store.statementCount()).toBe(before);
});

test('variables 3,000 levels deep are refused', async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`);
  const asked = await app.ask('query ($a: Int) { __typename @include(if: true) }', deep);
  expect([codeOf(asked), asked.status]).toEqual(['VARIABLES_TOO_DEEP', 400]);
});

test('a page size in a variable counts as one that is written out', async () => {
  const query = pages(3).replaceAll('first: 100', 'first: $size').replace('{', 'query ($size: Int = 100) {');
  expect(codeOf(await app.ask(query))).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(await app.ask(query, { size: 2 }))).toBeUndefined();
});

test('only the operation that runs is measured', async () => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query Small { __typename } query Large ${pages(4)}`,
      operationName: 'Small',
    }),
  });
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});

test('a query that is measured twice is refused twice and a cheaper one of the same text is not', async () => {
  const query =
    'query ($size: Int!) { people(first: $size) { nodes { posts(first: 100) { nodes { name } } } } }';
  expect(codeOf(await app.ask(query, { size: 100_000 }))).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(await app.ask(query, { size: 2 }))).toBeUndefined();
  expect(codeOf(await app.ask(query, { size: 100_000 }))).toBe('QUERY_TOO_COSTLY');
});

test('the introspection that tools send is answered', async () => {
  const { status, body } = await app.ask(introspection);
  expect(status).toBe(200);
  expect(body.errors).toBeUndefined();
});

test('a query five lists deep with short pages is answered', async () => {
  const { body } = await app.ask(
    `{ organisations(first: 5) { nodes { inspections(first: 5) { nodes { judgements(first: 5) { nodes {
       evidence { document { reportsOn(first: 5) { nodes { name } } } } } } } } } } }`,
  );
  expect(body.errors?.map(({ message }) => message)).toBeUndefined();
});

test('nested lists are refused by depth before anything is known of the fields', async () => {
  const small = await startApp({ schema: buildSchema('type Query { list: [Query] }') });
  try {
    expect(codeOf(await small.ask(nest('list', 200)))).toBe('QUERY_TOO_DEEP');
  } finally {
    await small.stop();
  }
});

function nest(field: string, depth: number): string {
  return `{ ${`${field} { `.repeat(depth)} __typename ${'} '.repeat(depth)} }`;
}

function pages(depth: number): string {
  const level = (left: number): string =>
    left === 0 ? 'name' : `name neighbours(first: 100) { nodes { ${level(left - 1)} } }`;
  return `{ people(first: 100) { nodes { ${level(depth - 1)} } } }`;
}

function fragmentBomb(levels: number): string {
  const fragments = times(
    levels,
    (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
  );
  return `{ ...F0 } ${fragments} fragment F${levels} on Query { __typename }`;
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(' ');
}
