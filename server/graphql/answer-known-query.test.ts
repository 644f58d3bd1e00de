import { expect, test } from 'vitest';
import { answerKnownQueries } from './answer-known-query.ts';
import { apiSchema } from './schema.ts';

const recogniser = () => answerKnownQueries(apiSchema(), () => undefined);
const body = {
  query: 'query ($id: ID!) { organisation(id: $id) { name } }',
  variables: { id: 'organisation/a' },
};

test('a query is recognised from the second time on, whatever its variables', () => {
  const recognise = recogniser();
  expect(recognise(body, '*/*')).toBeNull();
  expect(recognise({ ...body, variables: { id: 'organisation/b' } }, '*/*')).not.toBeNull();
  expect(recognise(body, 'application/graphql-response+json')).not.toBeNull();
});

test('what is no query, or not as it must be, is left to the whole server each time', () => {
  const recognise = recogniser();
  const left = [
    { query: 'mutation { unrelate(input: {}) { __typename } }' },
    { query: 'subscription { graphChanged { sequence } }' },
    { query: '{ __schema { types { name } } }' },
    { query: '{ nothing }' },
    { query: '{' },
    { query: 'query A { viewer { __typename } } query B { viewer { __typename } }', operationName: 'A' },
    { ...body, variables: {} },
    { ...body, more: true },
  ];
  for (const each of left) for (let time = 0; time < 3; time++) expect(recognise(each, '*/*')).toBeNull();
  for (let time = 0; time < 3; time++) expect(recognise(body, 'text/event-stream')).toBeNull();
});

test('queries that nobody sends any more are forgotten', () => {
  const recognise = recogniser();
  const other = (n: number) => ({ query: `query Q${n} { viewer { __typename } }` });
  recognise(body, '*/*');
  for (let n = 0; n < 1_000; n++) recognise(other(n), '*/*');
  expect(recognise(body, '*/*')).toBeNull();
  for (let n = 0; n < 150; n++) recognise(other(n), '*/*');
  expect(recognise(body, '*/*')).not.toBeNull();
});
