import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, type RefusalCode, refusalCodes } from './access/refusals.ts';
import { type PagePolicy, securityHeaders } from './access/security-headers.ts';

/** One request with its answer, and what belongs to both. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** On the answer, in every failure and in the log. */
  readonly requestId: string;
  /** Null where the address cannot be read. */
  readonly path: string | null;
  /** `http://127.0.0.1:4000`, as the client wrote it. */
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly policy: PagePolicy;
  readonly nonce?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export function beginExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const requestId = randomUUID();
  const scheme = request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${request.headers.host ?? 'localhost'}`;
  return { request, response, requestId, path: pathOf(request.url ?? '/'), origin };
}

/** Sets the headers that every answer of the API has, for one that something else writes. */
export function setDataHeaders({ response, requestId }: Exchange): void {
  const head = securityHeaders('data', '');
  for (let at = 0; at < head.length; at += 2) response.setHeader(head[at] ?? '', head[at + 1] ?? '');
  response.setHeader('x-request-id', requestId);
  response.setHeader('cache-control', 'no-store');
}

export function sendAnswer({ request, response, requestId }: Exchange, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  // A list of names and values, as Node writes it: an object would be taken apart and checked once more.
  const head: string[] = [...securityHeaders(answer.policy, answer.nonce ?? '')];
  head.push('x-request-id', requestId, 'content-length', String(Buffer.byteLength(answer.body)));
  for (const [name, value] of Object.entries(answer.headers)) head.push(name, value);
  // Text is left as it is: Node sends it together with the head, and a buffer apart from it.
  response.writeHead(answer.status, head);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

export function sendJson(exchange: Exchange, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  sendAnswer(exchange, { status, policy: 'data', headers, body: JSON.stringify(body) });
}

/** Refuses in the form of GraphQL's errors, whatever the address, so that clients read one form. */
export function sendRefusal(exchange: Exchange, { code, message }: Refusal): void {
  const { status } = refusalCodes[code];
  if (code === 'METHOD_NOT_ALLOWED') exchange.response.setHeader('allow', 'GET, POST');
  // What is left of a body that is too large is not worth reading.
  if (code === 'BODY_TOO_LARGE') exchange.response.setHeader('connection', 'close');
  sendFailure(exchange, status, code, message);
}

export function sendFailure(
  exchange: Exchange,
  status: number,
  code: RefusalCode | 'INTERNAL' | 'STORE_UNAVAILABLE',
  message: string,
): void {
  const { requestId } = exchange;
  sendJson(exchange, status, { errors: [{ message, extensions: { code, requestId } }] });
}

/** A browser that opens the address says that it takes HTML; a client of the API does not. */
export function wantsPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true;
}

export function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

export function createNonce(): string {
  return randomBytes(16).toString('base64');
}

function pathOf(url: string): string | null {
  if (url === '/graphql') return url;
  const whole = `http://localhost${url}`;
  return url.startsWith('/') && URL.canParse(whole) ? new URL(whole).pathname : null;
}
