import { DatabaseSync } from '@photostructure/sqlite';
import type { StagedText, Staging } from '../staging.ts';

/** Pages of 4 KB that are held in memory; what is more lies in a file. */
const CACHE_PAGES = 4_000;

/**
 * Staging in a database of its own, which SQLite keeps in a file without a name: the system removes it with the
 * process, however that ends. Nothing of it must survive, so that it is written without a journal.
 */
export function openSqliteStaging(): Staging {
  const database = new DatabaseSync('');
  database.exec(`
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = ${CACHE_PAGES};
    CREATE TABLE staged (pk INTEGER PRIMARY KEY, stage INTEGER NOT NULL, "group" TEXT NOT NULL, text TEXT NOT NULL) STRICT;
    CREATE INDEX staged_by_group ON staged (stage, "group");
    CREATE TABLE seen (once TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `);
  const insert = database.prepare('INSERT INTO staged (stage, "group", text) VALUES (?, ?, ?)');
  const see = database.prepare('INSERT OR IGNORE INTO seen (once) VALUES (?)');
  const inOrder = database.prepare('SELECT stage, "group", text FROM staged ORDER BY stage, "group", pk');
  let kept = 0;
  return {
    add: (texts) => {
      database.exec('BEGIN');
      for (const { stage, group, once, text } of texts) {
        if (once !== null && see.run(once).changes === 0) continue;
        kept += 1;
        insert.run(stage, group, text);
      }
      database.exec('COMMIT');
    },
    *groups(size) {
      let held: string[] = [];
      let last = '';
      for (const row of inOrder.iterate() as Iterable<Pick<StagedText, 'stage' | 'group' | 'text'>>) {
        const key = `${row.stage} ${row.group}`;
        if (held.length >= size && key !== last) {
          yield held;
          held = [];
        }
        held.push(row.text);
        last = key;
      }
      if (held.length > 0) yield held;
    },
    count: () => kept,
    close: () => database.close(),
  };
}
