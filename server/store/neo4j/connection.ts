import { setTimeout as wait } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { StoreUnavailable } from '../graph-store.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import type { Row } from './values.ts';
import { type WatchAnswer, watchAnswers, watched } from './watch-answer.ts';

export interface ConnectionSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database if left out. */
  readonly database?: string | undefined;
  /** How long to wait for a connection to be made, in milliseconds; 2,400 if left out. */
  readonly connectionTimeout?: number | undefined;
  /** How long to wait for a free connection of the pool, in milliseconds; 2,600 if left out. */
  readonly acquisitionTimeout?: number | undefined;
  /** How long a query may run, in milliseconds; 30,000 if left out. */
  readonly transactionTimeout?: number | undefined;
}

/** Runs queries and answers rows; every failure that time or the operator can mend is `StoreUnavailable`. */
export interface Connection {
  readonly place: string;
  /** A read, tried again a few times where the failure may pass. Aborting cancels it in the database too. */
  read(query: Query, signal?: AbortSignal): Promise<readonly Row[]>;
  /** A read that is tried once and given up after so many milliseconds. */
  readOnce(query: Query, timeout: number): Promise<readonly Row[]>;
  /** A single query that writes on its own, as changes of the schema must. */
  command(query: Query): Promise<readonly Row[]>;
  /**
   * One transaction; `work` may be run again, so all that it decides it must read inside. `patience` is how long the
   * database may be silent meanwhile, in milliseconds.
   */
  write<Result>(work: (run: Run) => Promise<Result>, patience?: number): Promise<Result>;
  /** One transaction whose work cannot be run again. */
  writeOnce(work: (run: Run) => Promise<void>): Promise<void>;
  /** The server's name and version, as `Neo4j/5.26.0`. */
  agent(): Promise<string>;
  statementCount(): number;
  close(): Promise<void>;
}

export type Run = (query: Query) => Promise<readonly Row[]>;

/** How long the smallest question may take before the database is taken to be away, in milliseconds. */
const ASK_LIMIT = 2_000;

const READ_ATTEMPTS = 4;
const FIRST_PAUSE = 40;

/** Prepares the driver; it connects with the first query. Throws for an address that it cannot take. */
export function openConnection(settings: ConnectionSettings): Connection {
  const { uri, database } = settings;
  const driver = createDriver(settings);
  // One server needs no word on what it has written itself; only where a cluster is behind the address, another one may
  // lag behind.
  const bookmarkManager = uri.startsWith('neo4j') ? neo4j.bookmarkManager() : null;
  const timeout = settings.transactionTimeout ?? 30_000;
  const place = placeOf(uri, database);
  let statements = 0;

  const openSession = (defaultAccessMode: 'READ' | 'WRITE'): Session =>
    driver.session({
      defaultAccessMode,
      ...(bookmarkManager ? { bookmarkManager } : {}),
      ...(database ? { database } : {}),
    });

  /** Runs one query on a session of its own; `watch` may give it up, as the signal does. */
  const runAlone = (
    mode: 'READ' | 'WRITE',
    { text, parameters }: Query,
    limit: number,
    signal?: AbortSignal,
    watch?: WatchAnswer,
  ): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const session = openSession(mode);
      const giveUp = (problem: unknown): void => {
        end();
        reject(problem);
        // Closing takes the connection back, which also ends a query that still runs in the database. Nobody waits for
        // it: the connection of a database that is away closes when the driver gives it up.
        void session.close().catch(() => undefined);
      };
      const abort = (): void => giveUp(signal?.reason);
      const unwatch = watch?.(giveUp);
      const end = (): void => {
        unwatch?.();
        signal?.removeEventListener('abort', abort);
      };
      signal?.addEventListener('abort', abort, { once: true });
      session
        .run(text, parameters, { timeout: limit })
        .then(async ({ records }) => {
          end();
          await session.close();
          resolve(records.map((record) => record.toObject()));
        })
        .catch(giveUp);
    });

  const ask: typeof runAlone = (...query) => {
    statements++;
    return runAlone(...query);
  };

  // One question for all who wait: a database that is away would have to answer each of them. It is no statement of
  // the work that waits, and is not counted as one.
  let asking: Promise<boolean> | null = null;
  const isThere = (): Promise<boolean> => {
    const question = { text: 'RETURN 1 AS one', parameters: {} };
    asking ??= runAlone('READ', question, ASK_LIMIT, AbortSignal.timeout(ASK_LIMIT))
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = null;
      });
    return asking;
  };

  const watch = watchAnswers(isThere, place);

  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (problem) {
      throw explainProblem(problem, place);
    }
  };

  return {
    place,
    statementCount: () => statements,
    read: (query, signal) =>
      explained(() => retryRead(() => ask('READ', query, timeout, signal, watch), signal)),
    readOnce: (query, limit) => explained(() => ask('READ', query, limit, AbortSignal.timeout(limit))),
    command: (query) => explained(() => ask('WRITE', query, 0)),
    write: (work, patience) =>
      explained(async () => {
        const session = openSession('WRITE');
        try {
          const writing = session.executeWrite(
            (transaction: ManagedTransaction) =>
              work(async ({ text, parameters }) => {
                statements++;
                return runInside(transaction, { text, parameters });
              }),
            { timeout: 0 },
          );
          return await watched(writing, watch, patience);
        } finally {
          // Nobody waits for it: the session of a database that is away closes when the driver gives it up.
          void session.close().catch(() => undefined);
        }
      }),
    writeOnce: (work) =>
      explained(async () => {
        const session = openSession('WRITE');
        const transaction = await session.beginTransaction({ timeout: 0 });
        try {
          await work(async ({ text, parameters }) => {
            statements++;
            return runInside(transaction, { text, parameters });
          });
          await transaction.commit();
        } finally {
          // Closing the session rolls back what was not committed.
          await session.close();
        }
      }),
    agent: () =>
      explained(async () => (await driver.getServerInfo(database ? { database } : {})).agent ?? ''),
    close: () => driver.close(),
  };
}

/**
 * Runs a query inside a transaction, and lets go of what was sent and answered: the driver holds every result of a
 * transaction until it ends, with its parameters, and those of an import are more than memory should hold.
 */
async function runInside(
  transaction: Pick<ManagedTransaction, 'run'>,
  { text, parameters }: Query,
): Promise<readonly Row[]> {
  const sent: Record<string, unknown> = { ...parameters };
  const { records } = await transaction.run(text, sent);
  const rows = records.map((record) => record.toObject());
  records.length = 0;
  for (const name of Object.keys(sent)) delete sent[name];
  return rows;
}

function createDriver({ uri, user, password, ...settings }: ConnectionSettings): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionTimeout: settings.connectionTimeout ?? 2_400,
      connectionAcquisitionTimeout: settings.acquisitionTimeout ?? 2_600,
      maxTransactionRetryTime: 1_500,
      userAgent: 'oversight',
      // Otherwise the driver sends a message beside each query that says how it was called.
      telemetryDisabled: true,
    });
  } catch (problem) {
    // The driver refuses what is no address of a Neo4j at once, by an error of no kind of its own.
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new StoreUnavailable(`Neo4j cannot be reached: ${reason}: check NEO4J_URI`, { cause: problem });
  }
}

/** The address without a user or password that someone may have put into it, and the database. */
function placeOf(uri: string, database: string | undefined): string {
  const plain = uri
    .replace(/\/\/[^/@]*@/, '//')
    .replace(/[/?].*$/, (rest) => (rest.startsWith('//') ? rest : ''));
  return database ? `${plain}/${database}` : plain;
}

/** Runs a read until it succeeds, fails for good, or has failed so many times; pauses grow and are jittered. */
export async function retryRead<Result>(run: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (problem) {
      const mayPass = problem instanceof neo4j.Neo4jError && problem.retryable;
      if (!mayPass || attempt === READ_ATTEMPTS) throw problem;
      const pause = FIRST_PAUSE * 2 ** attempt * (0.5 + Math.random());
      await wait(pause, undefined, signal ? { signal } : {});
    }
  }
}

/** Failures of the way to the database, or of its settings, as `StoreUnavailable` with what to look at. */
export function explainProblem(problem: unknown, place: string): unknown {
  if (problem instanceof DOMException && problem.name === 'TimeoutError')
    return new StoreUnavailable(`Neo4j at ${place} did not answer in time`, { cause: problem });
  if (!(problem instanceof neo4j.Neo4jError)) return problem;
  const advice = adviceFor(problem);
  return advice === null ? problem : new StoreUnavailable(`Neo4j at ${place} ${advice}`, { cause: problem });
}

function adviceFor(problem: InstanceType<typeof neo4j.Neo4jError>): string | null {
  const { code, message } = problem;
  if (code.startsWith('Neo.ClientError.Security.'))
    return 'does not accept the user or the password: check NEO4J_USER and NEO4J_PASSWORD';
  if (code.endsWith('.DatabaseNotFound')) return `has no such database: check NEO4J_DATABASE (${message})`;
  if (code.includes('.TransactionTimedOut')) return 'did not answer in time';
  if (code.includes('MemoryPoolOutOfMemory'))
    return `has too little memory for this change: raise dbms.memory.transaction.total.max or its heap (${message})`;
  if (problem.retryable || code === 'N/A') return `cannot be used: ${message}`;
  return null;
}
