import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createRateLimiter, type RateLimits } from './access/rates/rate-limits.ts';
import { type Refusal, refuse } from './access/refusals.ts';
import { verifyToken } from './access/tokens/verify-token.ts';
import type { Viewer } from './access/tokens/viewer.ts';
import {
  beginExchange,
  type Exchange,
  sendAnswer,
  sendFailure,
  sendJson,
  sendRefusal,
  wantsPage,
} from './exchange.ts';
import type { StartingView } from './graphql/context.ts';
import { followMergedIds } from './graphql/follow-merged-ids.ts';
import { serveGraphql } from './graphql/serve-graphql.ts';
import { createEditor } from './jobs/editor.ts';
import { createReversals } from './jobs/reversals/reversals.ts';
import { type LiveSettings, openLiveReaders } from './live/live-readers.ts';
import { createMetrics } from './pages/metrics.ts';
import { pagePathOf, pageSubjectOf } from './pages/page-path.ts';
import {
  type ClientFiles,
  isExplorerPath,
  serveEmbed,
  serveExplorer,
  serveFile,
  servePlayground,
} from './serve-client.ts';
import { servePageOf } from './serve-page.ts';
import { serveQuery } from './serve-query.ts';
import { type GraphStore, StoreUnavailable } from './store/graph-store.ts';
import type { TokenStore } from './store/token-store.ts';
import { timeStore } from './time-store.ts';

export interface AppConfig {
  readonly schema: GraphQLSchema;
  readonly clientFiles: ClientFiles;
  /** The views that the seeds name, in their order. */
  readonly startingViews: () => Promise<readonly StartingView[]>;
  readonly log: Logger;
  /** Where tokens are looked up; those of the store if left out. */
  readonly tokens?: Pick<TokenStore, 'find' | 'use'>;
  /** What one caller may do in a minute; no limit if left out. */
  readonly rates?: RateLimits;
  /** Proxies in front of the server whose word on addresses is believed; none if left out. */
  readonly proxies?: number;
  /** How long an operation may take, in milliseconds; 20,000 if left out. */
  readonly operationTimeout?: number;
  /** Limits of streams, for tests. */
  readonly live?: LiveSettings;
}

/** Everything that is answered over HTTP, not listening yet. */
export interface App {
  /** For `http.createServer`; it answers every request, and throws nothing. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Ends every stream in good order and opens no more; requests that are under way go on. */
  readonly endStreams: () => void;
  /** Stops what goes on beside the requests, which keeps nothing of it. */
  readonly endJobs: () => Promise<void>;
  readonly close: () => void;
}

const operationTimeout = 20_000;
const storeAway = 'The database does not answer; try again later.';

/** Makes the request handler for a store that is open; the caller closes the store. */
export function createApp(untimed: GraphStore, config: AppConfig): App {
  const { log, clientFiles } = config;
  const live = openLiveReaders(untimed, config.live);
  const metrics = createMetrics(untimed, live);
  const store = timeStore(untimed, metrics.store);
  const onRefusal = ({ code }: Refusal) => metrics.failure(code);
  const clock = () => new Date();
  const read = followMergedIds(store);
  const tokens = config.tokens ?? store.tokens;
  const editor = createEditor(store, clock);
  const reversals = createReversals(store, clock, (error) => log.error({ err: error }, 'reversal failed'));
  const limiter = createRateLimiter(config.rates ?? { writes: 0, records: 0 });
  const graphql = serveGraphql({
    schema: config.schema,
    contextOf: ({ requestId, deadline, origin, authorization, abandon, address }) => ({
      store: read,
      limiter,
      address,
      editor,
      reversals,
      viewer: once(() => verifyToken(tokens, authorization, clock())),
      requestId,
      get signal() {
        return deadline.signal;
      },
      live,
      // Asked time and again while a stream lasts: a token that was revoked meanwhile ends it.
      mayRead: async () => (await verifyToken(tokens, authorization, clock())).kind !== 'refused',
      abandon,
      pageUrl: (id) => origin + pagePathOf(id),
      startingViews: config.startingViews,
    }),
    onFailure: ({ code, unforeseen }, requestId) => {
      metrics.failure(code);
      if (unforeseen !== undefined) log.error({ requestId, err: unforeseen }, code);
    },
  });
  const refuseHere = (exchange: Exchange, refusal: Refusal) => {
    onRefusal(refusal);
    sendRefusal(exchange, refusal);
  };
  const notFound = (exchange: Exchange) => refuseHere(exchange, refuse('NOT_FOUND'));
  const timeout = config.operationTimeout ?? operationTimeout;
  const proxies = config.proxies ?? 0;

  const routes: Readonly<Record<Route, (exchange: Exchange) => Promise<void> | void>> = {
    graphql: (exchange) => serveQuery(exchange, { graphql, timeout, proxies, onRefusal }),
    embed: async (exchange) => {
      if (!(await serveEmbed(exchange, clientFiles))) notFound(exchange);
    },
    playground: async (exchange) => {
      if (!(await servePlayground(exchange, clientFiles))) notFound(exchange);
    },
    explorer: async (exchange) => {
      if (!(await serveExplorer(exchange, clientFiles))) notFound(exchange);
    },
    file: async (exchange) => {
      if (!(await serveFile(exchange, clientFiles))) notFound(exchange);
    },
    entity: async (exchange) => {
      if (!(await servePageOf(exchange, { store, clientFiles, timeout }))) notFound(exchange);
    },
    livez: (exchange) => sendJson(exchange, 200, { status: 'live' }),
    readyz: (exchange) => answerReadiness(exchange, store, log),
    metrics: async (exchange) => {
      const { contentType, text } = await metrics.print();
      const headers = { 'content-type': contentType, 'cache-control': 'no-store' };
      sendAnswer(exchange, { status: 200, policy: 'data', headers, body: text });
    },
    'bad method': (exchange) => refuseHere(exchange, refuse('METHOD_NOT_ALLOWED')),
    'bad address': (exchange) => refuseHere(exchange, refuse('BAD_REQUEST', 'The address cannot be read.')),
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    const exchange = beginExchange(request, response);
    const { requestId, path } = exchange;
    const route = routeOf(exchange);
    response.once('close', () => {
      const [status, took] = [response.statusCode, performance.now() - began];
      metrics.request(route, status, took / 1000);
      log.debug({ requestId, method: request.method, path, status, ms: Math.round(took) }, 'request');
    });
    const answered = async () => routes[route](exchange);
    answered().catch((error: unknown) => {
      if (error instanceof StoreUnavailable) {
        metrics.failure('STORE_UNAVAILABLE');
        log.warn({ requestId, err: error }, 'STORE_UNAVAILABLE');
        return sendFailure(exchange, 503, 'STORE_UNAVAILABLE', storeAway);
      }
      metrics.failure('INTERNAL');
      log.error({ requestId, err: error }, 'INTERNAL');
      sendFailure(
        exchange,
        500,
        'INTERNAL',
        'Something unforeseen happened; the log has it under the request id.',
      );
    });
  };
  return {
    handle,
    endStreams: () => live.close(),
    endJobs: () => reversals.close(),
    close: () => {
      live.close();
      metrics.stop();
    },
  };
}

type Route =
  | 'graphql'
  | 'embed'
  | 'playground'
  | 'explorer'
  | 'file'
  | 'entity'
  | 'livez'
  | 'readyz'
  | 'metrics'
  | 'bad method'
  | 'bad address';

const plainRoutes: Readonly<Record<string, Route>> = {
  '/embed': 'embed',
  '/livez': 'livez',
  '/readyz': 'readyz',
  '/metrics': 'metrics',
};

function routeOf({ request, path }: Exchange): Route {
  if (path === null) return 'bad address';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/graphql') return isRead && wantsPage(request) ? 'playground' : 'graphql';
  if (!isRead) return 'bad method';
  const plain = plainRoutes[path];
  if (plain) return plain;
  if (pageSubjectOf(path)) return 'entity';
  return isExplorerPath(path) ? 'explorer' : 'file';
}

async function answerReadiness(exchange: Exchange, store: GraphStore, log: Logger): Promise<void> {
  try {
    await store.ping();
    sendJson(exchange, 200, { status: 'ready', store: store.kind });
  } catch (error) {
    log.warn({ requestId: exchange.requestId, err: error }, 'not ready');
    sendFailure(exchange, 503, 'STORE_UNAVAILABLE', storeAway);
  }
}

/** The work is done when it is first asked for, and its result kept. */
function once(work: () => Promise<Viewer>): () => Promise<Viewer> {
  let result: Promise<Viewer> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
