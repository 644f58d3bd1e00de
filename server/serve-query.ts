import { setMaxListeners } from 'node:events';
import { checkRequest } from './access/check-request.ts';
import { openDeadline } from './access/deadline.ts';
import { callerAddress } from './access/rates/caller-address.ts';
import { readBody } from './access/read-body.ts';
import { type Refusal, refuse } from './access/refusals.ts';
import { type Exchange, sendAnswer, sendRefusal, setDataHeaders } from './exchange.ts';
import type { QueryAnswer } from './graphql/answer-known-query.ts';
import type { serveGraphql } from './graphql/serve-graphql.ts';
import { packAnswer } from './pack-answer.ts';

export interface QueryParts {
  readonly graphql: ReturnType<typeof serveGraphql>;
  /** How long an operation may take, in milliseconds; a subscription is not bound by it. */
  readonly timeout: number;
  /** Proxies in front of the server that are believed. */
  readonly proxies: number;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** Answers a GraphQL request: what is not one is refused here, and GraphQL gets the rest. */
export async function serveQuery(exchange: Exchange, parts: QueryParts): Promise<void> {
  const { request, response } = exchange;
  const reading = await readQuery(exchange);
  if (reading.kind === 'broken off') return;
  if (reading.kind === 'refused') {
    parts.onRefusal(reading.refusal);
    sendRefusal(exchange, reading.refusal);
    return;
  }
  const deadline = openDeadline(response, parts.timeout);
  const abandon = () => void response.destroy();
  const { requestId, origin } = exchange;
  const { authorization, accept } = request.headers;
  const address = () => callerAddress(request, parts.proxies);
  const served = { requestId, origin, deadline, authorization, address, abandon };
  const answer = reading.kind === 'body' ? parts.graphql.recognise(reading.body, accept) : null;
  if (answer) {
    await sendQueryAnswer(exchange, await answer(served), address);
    return;
  }
  // Each root field listens for itself; Node takes more than ten of them for a leak, and says so on stderr.
  setMaxListeners(0, deadline.signal);
  setDataHeaders(exchange);
  // The body is read already; Yoga takes what it finds here instead of the stream.
  if (reading.kind === 'body') Object.assign(request, { body: reading.body });
  await parts.graphql.whole.handle(request, response, served);
}

async function sendQueryAnswer(
  exchange: Exchange,
  { status, contentType, headers, body }: QueryAnswer,
  address: () => string,
): Promise<void> {
  const packed = await packAnswer(body, exchange.request, address);
  const head = { 'content-type': contentType, 'cache-control': 'no-store', ...headers, ...packed.headers };
  sendAnswer(exchange, { status, policy: 'data', headers: head, body: packed.body });
}

type QueryRead =
  | { readonly kind: 'no body' }
  | { readonly kind: 'body'; readonly body: object }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'broken off' };

async function readQuery({ request }: Exchange): Promise<QueryRead> {
  const refusal = checkRequest(request.method, request.headers);
  if (refusal) return { kind: 'refused', refusal };
  if (request.method === 'GET') return { kind: 'no body' };
  const read = await readBody(request);
  if (read.kind === 'broken off') return read;
  if (read.kind === 'too large') return { kind: 'refused', refusal: refuse('BODY_TOO_LARGE') };
  const body = parseObject(read.text);
  return body && Object.keys(body).length > 0
    ? { kind: 'body', body }
    : { kind: 'refused', refusal: refuse('BAD_REQUEST', 'The body is not a JSON object with a query.') };
}

function parseObject(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null;
  } catch {
    // Text that is no JSON is refused by the caller, as is JSON that is no object.
    return null;
  }
}
