import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { readFailure, sayFailure } from './failures.ts';

const graphql = (code: string, requestId?: string) => [
  new GraphQLError('It did not work.', { extensions: { code, requestId } }),
];

test('a failure of the API is told with its code and the number by which the log knows it', () => {
  const failure = readFailure({
    graphQLErrors: graphql('INTERNAL', 'r-1'),
    response: new Response('', { status: 500 }),
  });
  expect(failure).toEqual({
    kind: 'failed',
    code: 'INTERNAL',
    message: 'It did not work.',
    requestId: 'r-1',
  });
  expect(sayFailure(failure).text).toBe('It did not work. (INTERNAL) Its log has it as request r-1.');
});

test('a database that does not answer is not a server that does not answer', () => {
  const response = new Response('', { status: 503 });
  expect(readFailure({ graphQLErrors: graphql('STORE_UNAVAILABLE'), response }).kind).toBe('storeGone');
  expect(readFailure({ graphQLErrors: [], response: undefined }).kind).toBe('offline');
});

test('an answer that is not of the API is told by its status', () => {
  const response = new Response('', { status: 502, headers: { 'x-request-id': 'r-2' } });
  expect(readFailure({ graphQLErrors: [], response })).toMatchObject({ code: '502', requestId: 'r-2' });
});

test('where nothing is drawn yet, nothing is said to stay on the canvas', () => {
  for (const kind of ['offline', 'storeGone', 'cancelled'] as const) {
    expect(sayFailure({ kind }).text).toContain('on the canvas');
    expect(sayFailure({ kind }, false).text).not.toContain('canvas');
  }
});
