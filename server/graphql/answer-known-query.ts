import { setMaxListeners } from 'node:events';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, locatedError } from 'graphql';
import type { Deadline } from '../access/deadline.ts';
import { measureQuery, type QuerySize } from '../access/measure-query.ts';
import { measureVariables } from '../access/measure-request.ts';
import { freeRecords } from '../access/rates/rate-limits.ts';
import { chargeCaller } from './charge-caller.ts';
import type { ApiContext } from './context.ts';
import { type KnownQuery, rememberQueries } from './execute/known-queries.ts';
import type { PreparedOperation, Values } from './execute/prepared.ts';
import { runOperation } from './execute/run-operation.ts';
import { type MaskedFailure, maskFailure } from './mask-failure.ts';

/** What is sent in answer to a query. */
export interface QueryAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Runs a query that was recognised. */
export type AnswerQuery = (context: ApiContext, deadline: Pick<Deadline, 'onEnd'>) => Promise<QueryAnswer>;

type Coerced = { [variable: string]: unknown };

const json = 'application/json; charset=utf-8';
const response = 'application/graphql-response+json; charset=utf-8';

/** What is sent to clients that say so, in the words that they use; any other is left to the whole server. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['', json],
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json', response],
  ['application/graphql-response+json, application/json;q=0.9', response],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    response,
  ],
]);

const knownKeys = ['query', 'variables', 'operationName'];
/** Each root field may listen to the signal more than once; Node takes more than ten for a leak, and says so on stderr. */
const FEW_FIELDS = 3;
/** Sizes that are kept of one query. */
const SIZES_LIMIT = 50;

/**
 * The short way of a query that is sent again and again: parsed, validated, measured and prepared once, with nothing
 * between the body and the resolvers. Answers null for everything else, and for all that fails before it runs: the
 * whole server answers that, so that there is one place that says what was wrong.
 */
export function answerKnownQueries(
  schema: GraphQLSchema,
  onFailure: (failure: MaskedFailure, requestId: string) => void,
): (body: object, accept: string | undefined) => AnswerQuery | null {
  const remember = rememberQueries(schema);
  const sizeOf = rememberSizes(schema);
  return (body, accept) => {
    const contentType = contentTypes.get(accept ?? '');
    const { query, variables = null, operationName = null } = body as Readonly<Record<string, unknown>>;
    if (!contentType || typeof query !== 'string') return null;
    for (const key in body) if (!knownKeys.includes(key)) return null;
    const known = remember(query);
    if (!known || !names(known, operationName) || !isValues(variables) || measureVariables(variables))
      return null;
    const coerced = known.coerce(variables ?? {});
    const prepared = coerced && known.prepared(coerced);
    if (!coerced || !prepared) return null;
    const { refusal, records } = sizeOf(known, coerced);
    if (refusal) return null;
    return async (context, deadline) => {
      const result = await run(prepared, context, coerced, records, deadline);
      return printResult(result, contentType, context.requestId, onFailure);
    };
  };
}

async function run(
  prepared: PreparedOperation,
  context: ApiContext,
  variables: Coerced,
  records: number,
  deadline: Pick<Deadline, 'onEnd'>,
): Promise<ExecutionResult> {
  try {
    if (prepared.fields.length > FEW_FIELDS && context.signal) setMaxListeners(0, context.signal);
    if (records > freeRecords) await chargeCaller(context, 'records', records);
    const { data, errors } = await orEnded(runOperation(prepared, context, variables), deadline);
    return errors.length > 0 ? { errors, data } : { data };
  } catch (problem) {
    // Nothing was executed, or nobody waits for it any more; masking looks below an error of no place of its own.
    const error = problem instanceof GraphQLError ? problem : locatedError(problem, undefined);
    return { errors: [error] };
  }
}

/** The result, or the reason of the end as soon as it comes: a resolver that does not listen holds nobody up. */
function orEnded<Result>(running: Promise<Result>, deadline: Pick<Deadline, 'onEnd'>): Promise<Result> {
  return new Promise((resolve, reject) => {
    deadline.onEnd(reject);
    running.then(resolve, reject);
  });
}

function printResult(
  { data, errors }: ExecutionResult,
  contentType: string,
  requestId: string,
  onFailure: (failure: MaskedFailure, requestId: string) => void,
): QueryAnswer {
  if (!errors) return { status: 200, contentType, headers: {}, body: JSON.stringify({ data }) };
  const failures = errors.map((error) => maskFailure(error, requestId));
  for (const failure of failures) onFailure(failure, requestId);
  const { status, headers } = statusOf(
    failures.map(({ error }) => error),
    data === undefined,
  );
  const told = failures.map(({ error }) => withoutInternals(error));
  const body = JSON.stringify(data === undefined ? { errors: told } : { errors: told, data });
  return { status, contentType, headers, body };
}

/** The gravest status that an error asks for; 500 where there is no data and nobody foresaw it. */
function statusOf(
  errors: readonly GraphQLError[],
  isAlone: boolean,
): { readonly status: number; readonly headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  let status = 0;
  for (const { extensions } of errors) {
    const { http, unexpected } = extensions as ErrorExtensions;
    Object.assign(headers, http?.headers);
    status = Math.max(status, http?.status ?? (unexpected && isAlone ? 500 : 0));
  }
  return { status: status || 200, headers };
}

interface ErrorExtensions {
  readonly http?: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };
  readonly unexpected?: boolean;
}

/** The error as clients see it: what is meant for the answer's head is not told in its body. */
function withoutInternals(error: GraphQLError): object {
  const { extensions, ...told } = error.toJSON();
  const { http: _http, unexpected: _unexpected, ...others } = extensions ?? {};
  return { ...told, extensions: others };
}

function names({ operation }: KnownQuery, operationName: unknown): boolean {
  return operationName === null || operationName === '' || operationName === operation.name?.value;
}

function isValues(variables: unknown): variables is Values | null {
  return typeof variables === 'object' && !Array.isArray(variables);
}

/** What a query may bring depends on the sizes of its pages alone, which clients seldom change. */
function rememberSizes(schema: GraphQLSchema): (known: KnownQuery, variables: Values) => QuerySize {
  const sizes = new WeakMap<KnownQuery, Map<string, QuerySize>>();
  return (known, variables) => {
    const key = known.sizeKey(variables);
    const ofQuery = sizes.get(known) ?? new Map<string, QuerySize>();
    const size = ofQuery.get(key) ?? measureQuery(known.document, undefined, variables, schema);
    if (!ofQuery.has(key) && ofQuery.size < SIZES_LIMIT) {
      ofQuery.set(key, size);
      sizes.set(known, ofQuery);
    }
    return size;
  };
}
