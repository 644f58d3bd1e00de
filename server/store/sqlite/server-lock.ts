import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreRefused } from '../graph-store.ts';

/** A lock that is held until it is released or the process ends, however it ends. */
export interface ServerLock {
  release(): void;
}

/**
 * Takes the lock of a data folder, which one server at a time may hold. It is a lock of the operating system on a
 * small file of its own, taken through SQLite, so that a killed process leaves none behind. Throws StoreRefused
 * where another server holds it, or the folder may not be written.
 */
export function takeServerLock(folder: string): ServerLock {
  const database = openLockFile(folder);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new StoreRefused(
      `another Oversight server is using ${folder}: stop it, or set OVERSIGHT_DATA to another folder`,
      { cause: error },
    );
  }
  return { release: () => database.close() };
}

function openLockFile(folder: string): InstanceType<typeof DatabaseSync> {
  try {
    return new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
  } catch (error) {
    throw new StoreRefused(
      `the data folder ${folder} may not be written: check its owner and permissions, or set OVERSIGHT_DATA to another`,
      { cause: error },
    );
  }
}
