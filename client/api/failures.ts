import type { CombinedError } from '@urql/core';

/** Why there is no answer. `code` is that of the API, or the HTTP status. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export type Outcome<Value> =
  | { readonly kind: 'loaded'; readonly value: Value }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** A value that may still be on its way. */
export type Loading<Value> = { readonly kind: 'loading' } | Outcome<Value>;

export function readFailure(error: CombinedError): Failure {
  const [first] = error.graphQLErrors;
  if (first) {
    const { code } = first.extensions;
    return { kind: 'failed', code: typeof code === 'string' ? code : 'INTERNAL', message: first.message };
  }
  const response: unknown = error.response;
  if (response instanceof Response && !response.ok)
    return {
      kind: 'failed',
      code: String(response.status),
      message: 'The server did not answer as it should.',
    };
  return { kind: 'offline' };
}

/** What to tell the reader, in one or two sentences. */
export function sayFailure(failure: Failure): { readonly title: string; readonly text: string } {
  switch (failure.kind) {
    case 'offline':
      return {
        title: 'The server cannot be reached',
        text: 'What is on the canvas stays there. Check the connection, then try again.',
      };
    case 'notFound':
      return {
        title: 'This is not in the graph',
        text: 'It may have been merged with another record, or the address is mistyped.',
      };
    case 'failed':
      return { title: 'The server could not answer', text: `${failure.message} (${failure.code})` };
  }
}
