import { DatabaseSync } from '@photostructure/sqlite';
import { GroupTooLarge, mostInGroup, type StagedText, type Staging } from '../staging.ts';

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
    CREATE TABLE staged (
      pk INTEGER PRIMARY KEY, stage INTEGER NOT NULL, "group" TEXT NOT NULL, pieces INTEGER NOT NULL, text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX staged_by_group ON staged (stage, "group");
    CREATE TABLE seen (once TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `);
  const insert = database.prepare('INSERT INTO staged (stage, "group", pieces, text) VALUES (?, ?, ?, ?)');
  const see = database.prepare('INSERT OR IGNORE INTO seen (once) VALUES (?)');
  const inOrder = database.prepare(
    'SELECT stage, "group", pieces, text FROM staged ORDER BY stage, "group", pk',
  );
  let kept = 0;
  return {
    add: (texts) => {
      database.exec('BEGIN');
      for (const { stage, group, once, text, pieces } of texts) {
        if (once !== null && see.run(once).changes === 0) continue;
        kept += pieces;
        insert.run(stage, group, pieces, text);
      }
      database.exec('COMMIT');
    },
    *groups(size) {
      let held: string[] = [];
      let [pieces, ofGroup] = [0, 0];
      let last = '';
      for (const row of inOrder.iterate() as Iterable<Omit<StagedText, 'once'>>) {
        const key = `${row.stage} ${row.group}`;
        if (key !== last) ofGroup = 0;
        if (pieces >= size && key !== last) {
          yield held;
          held = [];
          pieces = 0;
        }
        held.push(row.text);
        pieces += row.pieces;
        ofGroup += row.pieces;
        if (ofGroup > mostInGroup) throw new GroupTooLarge(row.group);
        last = key;
      }
      if (held.length > 0) yield held;
    },
    count: () => kept,
    close: () => database.close(),
  };
}
