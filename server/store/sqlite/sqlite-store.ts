import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { NodeId } from '../../../schema/ids.ts';
import { PartsLeft } from '../change-parts.ts';
import { followRedirects } from '../follow-redirects.ts';
import { type GraphStore, type PartsOutcome, type ReadOptions, StoreUnavailable } from '../graph-store.ts';
import { requestKey } from '../journal/seal-entry.ts';
import { tellWrites } from '../journal/tell-writes.ts';
import type { ReadAnswer, ReadPlan } from '../read-plan.ts';
import { type Connection, openConnection } from './connection.ts';
import { migrate, refuseOlder } from './migrations.ts';
import { readInTurns } from './read-in-turns.ts';
import { readSealedItems } from './reads/read-blocks.ts';
import {
  readChangesSince,
  readEntries,
  readHead,
  readHistory,
  readItems,
  readLastChanges,
  readRequest,
  readSealedEntries,
} from './reads/read-journal.ts';
import { flattenRecords, readRecords } from './reads/read-records.ts';
import { searchNodes } from './reads/search-nodes.ts';
import { readRedirects } from './redirects.ts';
import { type ServerLock, takeServerLock } from './server-lock.ts';
import { collectSqlValues } from './sql-values.ts';
import { tokensOf } from './tokens.ts';
import { sqliteUpkeep } from './upkeep/sqlite-upkeep.ts';
import { whenFree } from './when-free.ts';
import { isOneOf } from './where-to-sql.ts';
import { type Answerer, answerHere } from './worker/question.ts';
import { openWorkerPool } from './worker/worker-pool.ts';
import { carryLog } from './writes/carry-log.ts';
import { writeChange } from './writes/write-change.ts';
import { writeInParts } from './writes/write-in-parts.ts';

export interface SqliteSettings {
  /** The data folder, made if it is not there; `:memory:` keeps everything in memory, for this store alone. */
  readonly folder: string;
  /** A `server` has the folder for itself; a `command` may work beside it, and migrates nothing. Commands by default. */
  readonly role?: 'server' | 'command';
  /** Memory for pages of the file, for a load that is large at once; if left out 64 for a server and 16 for a command. */
  readonly cacheMegabytes?: number;
  /** How many pages the file may have, as if the disk had no more: for tests of a full one. */
  readonly mostPages?: number;
  /** Stands between a store in memory and its connection: for tests that look at statements. */
  readonly wrap?: (connection: Connection) => Connection;
}

/** Megabytes: a command reads little twice, and an import has another connection to write by. */
const COMMAND_CACHE = 16;

const unwrapped = (connection: Connection): Connection => connection;

/** The file in the data folder that holds the graph. */
export const graphFileName = 'graph.sqlite';

/**
 * Opens the embedded store and brings its file to the newest format. Throws StoreRefused where another server uses
 * the folder or the file is not ours or newer, StoreUnavailable where it cannot be opened.
 */
export async function openSqliteStore(settings: SqliteSettings): Promise<GraphStore> {
  const { folder, role = 'command', mostPages, wrap = unwrapped } = settings;
  const { cacheMegabytes = role === 'command' ? COMMAND_CACHE : undefined } = settings;
  if (folder === ':memory:') return storeOn(wrap(await openMigrated(folder, role)), null);
  makeFolder(folder);
  const lock = role === 'server' ? takeServerLock(folder) : null;
  try {
    const connection = await openMigrated(join(folder, graphFileName), role);
    if (mostPages !== undefined) connection.execute(`PRAGMA max_page_count = ${Math.floor(mostPages)}`);
    if (cacheMegabytes !== undefined)
      connection.execute(`PRAGMA cache_size = ${-1024 * Math.floor(cacheMegabytes)}`);
    return storeOn(connection, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    makeEach(resolve(folder));
  } catch (error) {
    throw new StoreUnavailable(`the data folder ${folder} cannot be made: set OVERSIGHT_DATA to another`, {
      cause: error,
    });
  }
}

/** Not by `recursive`, which never ends where the system says that a parent is missing that is there, as in /proc. */
function makeEach(folder: string): void {
  if (existsSync(folder)) return;
  makeEach(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

async function openMigrated(place: string, role: 'server' | 'command'): Promise<Connection> {
  const connection = await whenFree(() => openConnection(place));
  try {
    if (role === 'command') await whenFree(() => refuseOlder(connection));
    await whenFree(() => migrate(connection));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * The port on one connection, which works in the calling thread: such reads are done when their promise is there.
 * Questions that may take long are answered by workers beside it.
 */
function storeOn(connection: Connection, lock: ServerLock | null): GraphStore {
  // A graph in memory belongs to its connection alone: another thread would open an empty one.
  const apart = connection.place === ':memory:' ? answerHere(connection) : openWorkerPool(connection.place);
  const writes = tellWrites();
  const answer = async <Result>(
    options: ReadOptions | undefined,
    work: () => Result | Promise<Result>,
  ): Promise<Result> => {
    options?.signal?.throwIfAborted();
    return work();
  };
  return {
    kind: 'sqlite',
    place: connection.place,
    read: async <Plan extends ReadPlan>(plan: Plan, options?: ReadOptions) =>
      // The answer has the kind of its plan, which the compiler cannot follow.
      (await readInTurns(connection, plan, options)) as Extract<ReadAnswer, { kind: Plan['kind'] }>,
    searchCandidates: (question, options) => answer(options, () => searchNodes(connection, question)),
    adjacent: async (question, options) => {
      const { adjacency } = await apart.ask({ kind: 'adjacent', ...question }, options?.signal);
      return adjacency;
    },
    nodeIds: (question, options) => answer(options, () => listNodeIds(connection, question)),
    facets: async (question, options) => {
      const { counts } = await apart.ask({ kind: 'facets', ...question }, options?.signal);
      return counts;
    },
    records: (ids) =>
      answer(undefined, () =>
        flattenRecords(connection.transaction('reading', () => readRecords(connection, ids))),
      ),
    write: async (change) => writes.tell(await whenFree(() => writeChange(connection, change))),
    writeInParts: async (about, work) =>
      writes.tell(
        await inParts(connection, lock ? 'server' : 'command', apart, (own) =>
          writeInParts(own, about, work),
        ),
      ),
    findRequest: (author, key) => answer(undefined, () => readRequest(connection, requestKey(author, key))),
    onWrite: writes.listen,
    journal: (question) => answer(undefined, () => readEntries(connection, question)),
    journalItems: (question) => answer(undefined, () => readItems(connection, question)),
    history: (question) => answer(undefined, () => readHistory(connection, question)),
    changesSince: (question) => answer(undefined, () => readChangesSince(connection, question)),
    lastChanges: (ids) => answer(undefined, () => readLastChanges(connection, ids)),
    journalHead: () => answer(undefined, () => readHead(connection)),
    sealedEntries: (question) => answer(undefined, () => readSealedEntries(connection, question)),
    sealedItems: (question) => answer(undefined, () => readSealedItems(connection, question)),
    survivors: (ids) =>
      answer(undefined, () => followRedirects(ids, async (step) => readRedirects(connection, step))),
    tokens: tokensOf(connection),
    mark: (key) => answer(undefined, () => readMark(connection, key)),
    upkeep: sqliteUpkeep(connection),
    ping: () =>
      answer(undefined, () => {
        connection.all('SELECT 1', []);
      }),
    statementCount: () => connection.statementCount() + apart.statementCount(),
    close: async () => {
      // Readers first: the log can be carried into the file only when nobody reads it.
      await apart.close();
      closeStore(connection, lock);
    },
  };
}

/**
 * Runs a change in parts on a connection of its own, so that whoever reads meanwhile sees the graph as it was. A graph
 * in memory has one connection alone, which shows what is under way.
 */
async function inParts(
  connection: Connection,
  role: 'server' | 'command',
  apart: Answerer,
  write: (own: Connection) => Promise<PartsOutcome>,
): Promise<PartsOutcome> {
  const isAlone = connection.place === ':memory:';
  // What was read before is read again from the system's memory; two full caches at once would be held for nothing.
  if (!isAlone) connection.execute('PRAGMA shrink_memory');
  const own = isAlone ? connection : openForParts(connection.place, role);
  try {
    const outcome = await whenFree(() => own.longTransaction(() => write(own)));
    if (!isAlone) await carryLog(own);
    return outcome;
  } catch (error) {
    if (error instanceof PartsLeft) return error.outcome;
    throw error;
  } finally {
    if (!isAlone) {
      own.close();
      if (isLogLong(connection.place)) void apart.ask({ kind: 'carryLog' }).catch(() => undefined);
    }
  }
}

/** Kilobytes of memory for pages that a large change at a server has altered: its commit writes them in one go. */
const PARTS_CACHE = 8_192;
/** Bytes from which SQLite would carry the log into the file by itself, in the thread that commits. */
const LONG_LOG = 1_000 * 4_096;

/** Nobody is answered while a commit runs: it leaves to others what can be done after it. */
function openForParts(place: string, role: 'server' | 'command'): Connection {
  const own = openConnection(place);
  own.execute('PRAGMA wal_autocheckpoint = 0');
  if (role === 'server') own.execute(`PRAGMA cache_size = -${PARTS_CACHE}`);
  return own;
}

function isLogLong(place: string): boolean {
  return (statSync(`${place}-wal`, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG;
}

function listNodeIds(
  connection: Connection,
  { types, after, limit }: Parameters<GraphStore['nodeIds']>[0],
): readonly NodeId[] {
  const values = collectSqlValues();
  const sql = `
    SELECT n.id FROM node n
    WHERE n.id > ${values.add(after ?? '')} AND ${types ? isOneOf('n.type', types, values) : '1'}
    ORDER BY n.id LIMIT ${values.add(limit)}`;
  return connection.all(sql, values.all).map(({ id }) => id as NodeId);
}

function readMark(connection: Connection, key: string): string | null {
  const [row] = connection.all('SELECT value FROM mark WHERE key = ?1', [key]);
  return row ? String(row.value) : null;
}

/**
 * Carries the write-ahead log into the file, so that the file alone is the whole graph. Where the disk has no room for
 * that, the log stays beside the file, and the next who opens it goes on. A second call does nothing.
 */
function closeStore(connection: Connection, lock: ServerLock | null): void {
  if (!connection.isOpen()) return;
  for (const upkeep of ['PRAGMA optimize', 'PRAGMA wal_checkpoint(TRUNCATE)'])
    try {
      connection.execute(upkeep);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  connection.close();
  lock?.release();
}
