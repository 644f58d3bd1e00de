import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Deadline } from '../access/deadline.ts';
import { type AnswerQuery, answerKnownQueries, type QueryAnswer } from './answer-known-query.ts';
import type { ApiContext } from './context.ts';
import { limitQueries, limitRates } from './limits.ts';
import { type MaskedFailure, maskFailure } from './mask-failure.ts';

/** What the server knows of a request before GraphQL sees it. */
interface ServedRequest {
  readonly requestId: string;
  /** What ends it early. A stream goes on beyond the time that an operation may take. */
  readonly deadline: Deadline;
  /** Absolute address of the server, as the client wrote it: `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Cuts the connection. */
  readonly abandon: () => void;
  /** The header of that name. */
  readonly authorization: string | undefined;
  /** Where it comes from, as the operator's settings tell. */
  readonly address: () => string;
}

export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly contextOf: (request: ServedRequest) => ApiContext;
  /** Hears of every failure that a client is told. */
  readonly onFailure: (failure: MaskedFailure, requestId: string) => void;
}

/** GraphQL over HTTP for one schema, in two ways: the short one of queries that are known, and the whole one. */
export interface ServedGraphql {
  /** Null where the whole server must answer. */
  readonly recognise: (
    body: object,
    accept: string | undefined,
  ) => ((request: ServedRequest) => Promise<QueryAnswer>) | null;
  readonly whole: YogaServerInstance<ServedRequest, ApiContext>;
}

export function serveGraphql(parts: GraphqlParts): ServedGraphql {
  const recognise = answerKnownQueries(parts.schema, parts.onFailure);
  return {
    whole: serveWhole(parts),
    recognise: (body, accept) => {
      const answer: AnswerQuery | null = recognise(body, accept);
      return answer && ((request) => answer(parts.contextOf(request), request.deadline));
    },
  };
}

/** Body size, methods, content types and pages for browsers are settled in front of it: all of Yoga's own are off. */
function serveWhole(parts: GraphqlParts): YogaServerInstance<ServedRequest, ApiContext> {
  return createYoga<ServedRequest, ApiContext>({
    schema: parts.schema,
    context: (request) => parts.contextOf(request),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: false,
    maskedErrors: false,
    logging: false,
    plugins: [limitQueries(), limitRates(), cancelExecution(), maskFailures(parts.onFailure)],
  });
}

/** Execution stops when the client goes away, as Yoga's own plugin has it, and also when the time is over. */
function cancelExecution(): Plugin<ApiContext & ServedRequest> {
  const cancel = ({ args }: { args: { contextValue: ApiContext } }) => {
    Object.assign(args, { signal: args.contextValue.signal });
  };
  return {
    onExecute: cancel,
    onSubscribe: ({ args }) => {
      cancel({ args });
      args.contextValue.deadline.lift();
    },
  };
}

/** Every failure passes here on its way out, those of a stream one by one. */
function maskFailures(onFailure: GraphqlParts['onFailure']): Plugin<ApiContext, ServedRequest> {
  const mask = (result: ExecutionResult, requestId: string): ExecutionResult => {
    if (!result.errors?.length) return result;
    const failures = result.errors.map((error) => maskFailure(error, requestId));
    for (const failure of failures) onFailure(failure, requestId);
    return { ...result, errors: failures.map(({ error }) => error) };
  };
  return {
    onResultProcess({ result, setResult, serverContext }) {
      const { requestId } = serverContext;
      if (isStream(result)) setResult(maskStream(result, (item) => mask(item, requestId)));
      else if (!Array.isArray(result)) setResult(mask(result as ExecutionResult, requestId));
    },
  };
}

async function* maskStream(
  stream: AsyncIterable<unknown>,
  mask: (result: ExecutionResult) => ExecutionResult,
): AsyncGenerator<ExecutionResult> {
  try {
    for await (const item of stream) yield mask(item as ExecutionResult);
  } catch (failure) {
    yield mask({ errors: [maskFailure(failure, '').error] });
  }
}

function isStream(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}
