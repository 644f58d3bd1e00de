import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { addLocalCurator, type LocalCurator } from './access/tokens/local-curator.ts';
import { type App, createApp } from './app.ts';
import { type Config, homeFolder } from './config.ts';
import { apiSchema } from './graphql/schema.ts';
import { printSeedOutcome } from './ingest/load-seed.ts';
import { readClientFiles } from './pages/client-files.ts';
import { readStartingViews, seedOnStart } from './seed-on-start.ts';
import { StartRefused } from './start-refused.ts';
import type { GraphStore } from './store/graph-store.ts';
import { openGraphStore } from './store/open-graph-store.ts';

/** How long requests that are under way may take once the server is asked to stop, in milliseconds. */
const patience = 8_000;

/**
 * Serves until it is asked to stop; answers once it listens. The port is taken first, so that a server that cannot
 * have it touches no data; until the graph is there, requests wait.
 */
export async function serve(config: Config, adopt: boolean): Promise<void> {
  // One line of JSON for each event, on stderr, so that stdout says the address and nothing else.
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  let begin: (app: App) => void = () => undefined;
  const begun = new Promise<App>((resolve) => {
    begin = resolve;
  });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    void begun.then((app) => app.handle(request, response));
  });
  const address = await listen(server, config);
  try {
    const store = await openGraphStore(config.store, { role: 'server', adopt });
    try {
      const local = addLocalCurator(store, config.host, new Date());
      const app = await openApp(store, local, config, log);
      tellWhere(address, store, local);
      stopOnSignal(server, app, store, log);
      begin(app);
    } catch (error) {
      await store.close();
      throw error;
    }
    log.info({ address, store: store.kind }, 'listening');
  } catch (error) {
    server.closeAllConnections();
    server.close();
    throw error;
  }
}

function tellWhere(address: string, store: GraphStore, local: LocalCurator | null): void {
  process.stdout.write(
    `Oversight is at ${address} – the API at ${address}graphql, the graph in ${store.place}\n`,
  );
  if (local)
    process.stdout.write(`To change the graph, sign in by this link: ${address}#token=${local.text}\n`);
}

async function openApp(
  store: GraphStore,
  local: LocalCurator | null,
  config: Pick<Config, 'rates' | 'proxies'>,
  log: Logger,
): Promise<App> {
  const loaded = await seedOnStart(store, join(homeFolder, 'seeds'));
  if (loaded.kind === 'refused') throw new StartRefused(printSeedOutcome(loaded));
  for (const outcome of loaded.outcomes) log.info(printSeedOutcome(outcome));
  const seeds = loaded.outcomes.map(({ seed }) => seed);
  return createApp(store, {
    schema: apiSchema(),
    clientFiles: await readClientFiles(join(homeFolder, 'dist', 'client')),
    startingViews: () => readStartingViews(store, seeds),
    log,
    rates: config.rates,
    proxies: config.proxies,
    ...(local && { tokens: local.tokens }),
  });
}

function stopOnSignal(server: Server, app: App, store: GraphStore, log: Logger): void {
  const stop = once(async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    app.endStreams();
    await Promise.all([app.endJobs(), drain(server)]);
    app.close();
    await store.close();
    log.info('stopped');
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

/** Listens, and gives the address for people; throws StartRefused where the port or the host cannot be had. */
function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartRefused(explainListen(error, host, port))),
    );
    server.listen(port, host, () => {
      const taken = server.address();
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve(`http://${shown}:${typeof taken === 'object' && taken ? taken.port : port}/`);
    });
  });
}

function explainListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT ${port} is in use on ${host}: set PORT to another one.`;
  if (code === 'EACCES') return `PORT ${port} may not be used by this user: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is no address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`;
  return `HOST ${host} and PORT ${port} cannot be listened on: ${message}.`;
}

/** Takes no new request, and waits for those under way as long as the patience lasts. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    // A connection whose last answer ends meanwhile is kept open by its client, and nothing comes on it any more.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function once<Argument>(work: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  let running: Promise<void> | undefined;
  return (argument) => {
    running ??= work(argument);
    return running;
  };
}
