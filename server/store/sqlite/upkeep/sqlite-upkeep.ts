import { existsSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from '@photostructure/sqlite';
import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import { StoreRefused } from '../../graph-store.ts';
import type { StoreUpkeep, UpkeepOptions } from '../../store-upkeep.ts';
import type { Connection } from '../connection.ts';
import { flattenRecords, readRecords } from '../reads/read-records.ts';
import { whenFree } from '../when-free.ts';
import { eraseValues } from './erase-values.ts';
import { inspectFile } from './inspect-file.ts';
import { restoreLines } from './restore-lines.ts';

export function sqliteUpkeep(connection: Connection): StoreUpkeep {
  return {
    relationships: async ({ type, after, limit }) => {
      const sql = 'SELECT id FROM relationship WHERE type = ?1 AND id > ?2 ORDER BY id LIMIT ?3';
      return connection.transaction('reading', () => {
        const ids = connection.all(sql, [type, after ?? '', limit]).map(({ id }) => id as RelationshipId);
        return flattenRecords(readRecords(connection, ids));
      });
    },
    marks: async () =>
      connection
        .all('SELECT key, value FROM mark ORDER BY key', [])
        .map(({ key, value }) => ({ key: String(key), value: String(value) })),
    redirects: async () =>
      connection
        .all('SELECT from_id, to_id FROM redirect ORDER BY from_id', [])
        .map(({ from_id, to_id }) => ({ from: from_id as NodeId, to: to_id as NodeId | null })),
    erase: (erasure) => whenFree(() => eraseValues(connection, erasure)),
    restore: (lines) => restoreLines(connection, lines),
    inspect: (tell, options) => inspectFile(connection, tell, options),
    backup: (file, options) => copyFile(connection.place, file, options),
  };
}

/** SQLite's own online copy, a few pages at a time; others read and write meanwhile. */
async function copyFile(place: string, file: string, { signal, onProgress }: UpkeepOptions): Promise<void> {
  if (existsSync(file)) throw new StoreRefused(`${file} is there already: name another file`);
  const source = new DatabaseSync(place, { readOnly: true });
  try {
    await backup(source, file, {
      rate: 500,
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        onProgress?.(totalPages - remainingPages, totalPages);
      },
    });
    signal?.throwIfAborted();
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    source.close();
  }
}
