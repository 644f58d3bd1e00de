import { DatabaseSync } from '@photostructure/sqlite';
import { StoreRefused, StoreUnavailable } from '../graph-store.ts';

export type SqlValue = string | number | null;
export type Row<Value = SqlValue> = Readonly<Record<string, Value>>;

/**
 * How long a statement waits for another process that writes, in milliseconds. Short, because it holds the thread
 * up: who writes asks again later, see `whenFree`.
 */
const BUSY_TIMEOUT = 20;

type PreparedStatement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;

/**
 * One open database. Statements are prepared once for each text, so that texts must not hold values. Every call
 * blocks the thread: a worker opens a connection of its own.
 */
export interface Connection {
  readonly place: string;
  /** A statement that selects bytes says so by the type of its values. */
  all<Value extends SqlValue | Uint8Array = SqlValue>(
    sql: string,
    values: readonly SqlValue[],
  ): readonly Row<Value>[];
  run(sql: string, values: readonly (SqlValue | Uint8Array)[]): void;
  /** Statements without values, prepared anew each time: pragmas and tables. */
  execute(sql: string): void;
  /** Runs the work in one transaction; whatever it throws rolls it back. `reading` sees one state throughout. */
  transaction<Result>(kind: 'reading' | 'writing', work: () => Result): Result;
  /** The same for work that waits in between. Nobody else may use the connection until it ends. */
  longTransaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many statements were sent; those that begin and end transactions are not counted. */
  statementCount(): number;
  isOpen(): boolean;
  close(): void;
}

/**
 * Opens a file or `:memory:`. With `readOnly` the file must be there and SQLite refuses every write. Throws
 * StoreRefused for a file that is no database, StoreUnavailable where it cannot be opened.
 */
export function openConnection(place: string, { readOnly = false } = {}): Connection {
  const database = guarded(place, () => new DatabaseSync(place, { timeout: BUSY_TIMEOUT, readOnly }));
  const prepared = new Map<string, PreparedStatement>();
  let sent = 0;
  const prepare = (sql: string): PreparedStatement => {
    sent += 1;
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const execute = (sql: string) => guarded(place, () => database.exec(sql));
  /** Begins or ends a transaction, by a statement that is prepared once: each read does both. */
  const steps = new Map<string, PreparedStatement>();
  const step = (sql: string) =>
    guarded(place, () => {
      const known = steps.get(sql) ?? database.prepare(sql);
      steps.set(sql, known);
      known.run();
    });
  const connection: Connection = {
    place,
    all: <Value>(sql: string, values: readonly SqlValue[]) =>
      guarded(place, () => prepare(sql).all(...values) as Row<Value>[]),
    run: (sql, values) => {
      guarded(place, () => prepare(sql).run(...values));
    },
    execute,
    transaction: (kind, work) => {
      step(kind === 'writing' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      try {
        const result = work();
        step('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    longTransaction: async (work) => {
      execute('BEGIN IMMEDIATE');
      try {
        const result = await work();
        execute('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    statementCount: () => sent,
    isOpen: () => database.isOpen,
    close: () => {
      prepared.clear();
      steps.clear();
      if (database.isOpen) database.close();
    },
  };
  try {
    applySettings(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/** Whether SQLite refused a statement because a constraint of a table would break. */
export function isConstraintError(error: unknown): boolean {
  return (resultCode(error) ?? 0) % 256 === SQLITE.CONSTRAINT;
}

/** Whether another connection holds the lock that a statement needs. */
export function isBusy(error: unknown): boolean {
  return error instanceof StoreUnavailable && (resultCode(error.cause) ?? 0) % 256 === SQLITE.BUSY;
}

/** Result codes of SQLite, see its documentation “Result and Error Codes”. */
const SQLITE = {
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  FULL: 13,
  CANTOPEN: 14,
  CONSTRAINT: 19,
  NOTADB: 26,
};

function applySettings(connection: Connection): void {
  connection.execute('PRAGMA journal_mode = WAL');
  connection.execute('PRAGMA synchronous = FULL');
  connection.execute('PRAGMA foreign_keys = ON');
  connection.execute('PRAGMA temp_store = MEMORY');
  connection.execute('PRAGMA cache_size = -65536');
}

function guarded<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explained(place, error);
  }
}

/** The port's own errors for what an operator can mend; everything else is passed on as it came. */
function explained(place: string, error: unknown): unknown {
  const code = (resultCode(error) ?? 0) % 256;
  const unavailable = (why: string) => new StoreUnavailable(`${place} ${why}`, { cause: error });
  if (code === SQLITE.BUSY || code === SQLITE.LOCKED) return unavailable('is locked by another process');
  if (code === SQLITE.READONLY) return unavailable('may not be written: check its owner and permissions');
  if (code === SQLITE.IOERR) return unavailable('cannot be read or written: check the disk');
  if (code === SQLITE.FULL) return unavailable('cannot grow: the disk is full');
  if (code === SQLITE.CANTOPEN) return unavailable('cannot be opened: check the folder and its permissions');
  if (code === SQLITE.NOTADB) return new StoreRefused(`${place} is not a SQLite database`, { cause: error });
  if (error instanceof Error && error.message === 'database is not open') return unavailable('is closed');
  return error;
}

/** What SQLite says of these results, by `sqlite3_errstr`: the driver leaves the code out where `all` fails. */
const codesByWords: ReadonlyMap<string, number> = new Map([
  ['database is locked', SQLITE.BUSY],
  ['database table is locked', SQLITE.LOCKED],
  ['attempt to write a readonly database', SQLITE.READONLY],
  ['disk I/O error', SQLITE.IOERR],
  ['database or disk is full', SQLITE.FULL],
  ['unable to open database file', SQLITE.CANTOPEN],
  ['file is not a database', SQLITE.NOTADB],
]);

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode;
  if (!('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null;
  if (/\bconstraint failed\b/.test(error.message)) return SQLITE.CONSTRAINT;
  return codesByWords.get(error.message) ?? null;
}
