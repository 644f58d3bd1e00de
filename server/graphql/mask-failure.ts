import { GraphQLError } from 'graphql';
import { StoreUnavailable } from '../store/graph-store.ts';

/** A failure as the client sees it and, where it was unforeseen, what the log must have. */
export interface MaskedFailure {
  readonly error: GraphQLError;
  readonly code: string;
  readonly unforeseen: unknown;
}

/** Yoga's own codes, in the words of our list. */
const ownCode: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_SYNTAX',
  GRAPHQL_VALIDATION_FAILED: 'QUERY_INVALID',
  BAD_USER_INPUT: 'BAD_ARGUMENT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
};

/**
 * Gives every failure a code out of the list and the id of its request. What is not known by a code is masked: its
 * message, its stack and what lies below them stay here, for the log.
 */
export function maskFailure(failure: unknown, requestId: string): MaskedFailure {
  const cause = causeOf(failure);
  const at = failure instanceof GraphQLError ? failure : null;
  if (cause instanceof GraphQLError) {
    const { code, http, ...others } = cause.extensions;
    // The outermost error tells most: which variable it was, and where in the query.
    const told = at ?? cause;
    const known = typeof code === 'string' ? (ownCode[code] ?? code) : codeOf(told);
    // What has no place in the answer failed before anything was executed.
    const status = http ?? (told.path === undefined ? ofRequest : undefined);
    const extensions = { ...others, code: known, requestId, http: status };
    return { error: copyOf(told, told.message, extensions), code: known, unforeseen: undefined };
  }
  if (cause instanceof StoreUnavailable) {
    const extensions = { code: 'STORE_UNAVAILABLE', requestId, http: { status: 503 } };
    const message = 'The database does not answer; try again later.';
    return { error: copyOf(at, message, extensions), code: 'STORE_UNAVAILABLE', unforeseen: cause };
  }
  // Yoga takes `unexpected` away, and answers 500 where there is no data beside the error.
  const extensions = { code: 'INTERNAL', requestId, unexpected: true };
  const message = 'Something unforeseen happened; the log has it under the request id.';
  return { error: copyOf(at, message, extensions), code: 'INTERNAL', unforeseen: cause ?? failure };
}

/** What was thrown at the bottom: each layer of GraphQL wraps it once more. */
function causeOf(failure: unknown): unknown {
  let cause = failure;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** `spec` lets a client that accepts only application/json have 200, as GraphQL over HTTP wants it. */
const ofRequest = { spec: true, status: 400 };

/** Errors of the parser and of the values of variables come from graphql-js without a code. */
function codeOf(error: GraphQLError): string {
  if (error.message.startsWith('Syntax Error')) return 'BAD_SYNTAX';
  return error.nodes ? 'BAD_ARGUMENT' : 'BAD_REQUEST';
}

function copyOf(at: GraphQLError | null, message: string, extensions: Record<string, unknown>): GraphQLError {
  const { nodes, source, positions, path } = at ?? {};
  return new GraphQLError(message, {
    extensions,
    ...(nodes ? { nodes } : {}),
    ...(source ? { source } : {}),
    ...(positions ? { positions } : {}),
    ...(path ? { path } : {}),
  });
}
