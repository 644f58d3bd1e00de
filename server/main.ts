import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { addLocalCurator, isLoopback } from './access/tokens/local-curator.ts';
import { createApp } from './app.ts';
import { readStartOptions } from './cli/start-options.ts';
import { type Config, homeFolder, readConfig, SettingProblem } from './config.ts';
import { apiSchema } from './graphql/schema.ts';
import { printSeedOutcome } from './ingest/load-seed.ts';
import { readClientFiles } from './pages/client-files.ts';
import { readStartingViews, seedOnStart } from './seed-on-start.ts';
import { type GraphStore, StoreRefused, StoreUnavailable } from './store/graph-store.ts';
import { openGraphStore } from './store/open-graph-store.ts';

/** How long requests that are under way may take once the server is asked to stop, in milliseconds. */
const patience = 8_000;

/** Why the server does not start, in one sentence that a person can act on. */
class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

async function start(adopt: boolean): Promise<void> {
  try {
    const config = readConfig();
    // One line of JSON for each event, on stderr, so that stdout says the address and nothing else.
    const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    const store = await openGraphStore(config.store, { role: 'server', adopt });
    try {
      await serve(config, store, log);
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    process.stderr.write(`${explainStart(error)}\n`);
    process.exitCode = 1;
  }
}

async function serve(config: Config, store: GraphStore, log: Logger): Promise<void> {
  const loaded = await seedOnStart(store, join(homeFolder, 'seeds'));
  if (loaded.kind === 'refused') throw new StartRefused(printSeedOutcome(loaded));
  for (const outcome of loaded.outcomes) log.info(printSeedOutcome(outcome));
  const seeds = loaded.outcomes.map(({ seed }) => seed);
  const local =
    store.kind === 'sqlite' && isLoopback(config.host) ? addLocalCurator(store.tokens, new Date()) : null;
  const app = createApp(store, {
    schema: apiSchema(),
    clientFiles: await readClientFiles(join(homeFolder, 'dist', 'client')),
    startingViews: () => readStartingViews(store, seeds),
    log,
    ...(local && { tokens: local.tokens }),
  });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app.handle);
  const address = await listen(server, config);
  process.stdout.write(
    `Oversight is at ${address} – the API at ${address}graphql, the graph in ${store.place}\n`,
  );
  if (local)
    process.stdout.write(`To change the graph, sign in by this link: ${address}#token=${local.text}\n`);
  log.info({ address, store: store.kind }, 'listening');
  const stop = once(async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    await drain(server);
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
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function explainStart(error: unknown): string {
  if (error instanceof SettingProblem || error instanceof StartRefused) return error.message;
  if (error instanceof StoreUnavailable || error instanceof StoreRefused)
    return `The store cannot be opened: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function once<Argument>(work: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  let running: Promise<void> | undefined;
  return (argument) => {
    running ??= work(argument);
    return running;
  };
}

const options = readStartOptions(process.argv.slice(2));
if (options.kind === 'print') {
  (options.status === 0 ? process.stdout : process.stderr).write(options.text);
  process.exitCode = options.status;
} else {
  await start(options.adopt);
}
