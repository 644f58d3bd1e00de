import { GraphQLError } from 'graphql';

/**
 * The codes in `extensions.code` of what fails while an operation is executed: with each, what the client did and
 * how to mend it. With `refusalCodes`, for what is refused before, they are the closed list that the API documents.
 */
export const failureCodes = {
  UNAUTHENTICATED:
    'The action needs a token that is accepted: send one as `Authorization: Bearer …`, or ask for a new one.',
  RATE_LIMITED:
    'More was asked for than one caller may in a minute: try again after the seconds in `Retry-After`.',
  BAD_ID: 'The text is not an id of the kind that is asked for.',
  NOT_FOUND: 'A node that the question is about is not there.',
  BAD_RANGE: 'A number lies outside what the argument allows.',
  BAD_ARGUMENT: 'Arguments contradict one another or make no sense together.',
  BAD_CURSOR: 'The cursor was not made by this list in this order and with these filters.',
  BAD_FILTER: 'A filter is nested deeper than allowed, or its operator cannot be used so.',
  QUERY_TOO_COMPLEX: 'The selection asks for more different reads than one operation may.',
  STORE_UNAVAILABLE: 'The database does not answer; try again later.',
  TOO_MANY_READERS: 'As many streams are open as the server allows; try again later.',
  READER_TOO_SLOW:
    'The stream was not read for too long and has ended; resume it after the last sequence number.',
  READER_SIGNED_OUT: 'The token of the stream was revoked or has expired.',
  TIMED_OUT: 'The operation took longer than it may.',
  INTERNAL: 'Something unforeseen happened; the log has it under the request id.',
} as const;

export type FailureCode = keyof typeof failureCodes;

/** Throws the failure that the client will see. */
export function fail(code: FailureCode, message: string): never {
  throw new GraphQLError(message, { extensions: { code } });
}

/** Throws that nobody is known who could do this, with the status by which HTTP says so. */
export function failUnauthenticated(message: string): never {
  const http = { status: 401, headers: { 'www-authenticate': 'Bearer' } };
  throw new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http } });
}
