import type { CombinedError } from '@urql/core';

/** Why there is no answer. `code` is that of the API, or the HTTP status. */
export type Failure =
  /** Nobody answers: no network, or no server. */
  | { readonly kind: 'offline' }
  /** The server answers, its database does not. */
  | { readonly kind: 'storeGone'; readonly requestId?: string | undefined }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      /** By which the server's log tells more. */
      readonly requestId?: string | undefined;
    };

export type Outcome<Value> =
  | { readonly kind: 'loaded'; readonly value: Value }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** A value that may still be on its way. */
export type Loading<Value> = { readonly kind: 'loading' } | Outcome<Value>;

export function readFailure(error: Pick<CombinedError, 'graphQLErrors' | 'response'>): Failure {
  const response: unknown = error.response;
  const answer = response instanceof Response ? response : null;
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, requestId: given } = first.extensions;
    const requestId = typeof given === 'string' ? given : (answer?.headers.get('x-request-id') ?? undefined);
    if (code === 'STORE_UNAVAILABLE') return { kind: 'storeGone', requestId };
    return {
      kind: 'failed',
      code: typeof code === 'string' ? code : 'INTERNAL',
      message: first.message,
      requestId,
    };
  }
  if (answer && !answer.ok)
    return {
      kind: 'failed',
      code: String(answer.status),
      message: 'The server did not answer as it should.',
      requestId: answer.headers.get('x-request-id') ?? undefined,
    };
  return { kind: 'offline' };
}

/** What to tell the reader, in one or two sentences; `isDrawn`: whether a canvas holds anything that could stay. */
export function sayFailure(
  failure: Failure,
  isDrawn = true,
): { readonly title: string; readonly text: string } {
  const stays = isDrawn ? 'What is on the canvas stays there. ' : '';
  switch (failure.kind) {
    case 'offline':
      return {
        title: 'The server cannot be reached',
        text: `${stays}Check the connection, then try again.`,
      };
    case 'storeGone':
      return {
        title: 'The database does not answer',
        text: `${stays}It is tried again by itself.${sayRequest(failure)}`,
      };
    case 'notFound':
      return {
        title: 'This is not in the graph',
        text: 'It may have been merged with another record, or the address is mistyped.',
      };
    case 'cancelled':
      return {
        title: 'Cancelled',
        text: isDrawn ? 'What is on the canvas is as it was.' : 'Nothing has been fetched.',
      };
    case 'failed':
      return {
        title: 'The server could not answer',
        text: `${failure.message} (${failure.code})${sayRequest(failure)}`,
      };
  }
}

function sayRequest({ requestId }: { readonly requestId?: string | undefined }): string {
  return requestId ? ` Its log has it as request ${requestId}.` : '';
}
