import { type JournalRecord, StoreRefused } from '../../graph-store.ts';
import type { RestoreLine } from '../../store-upkeep.ts';
import type { Connection } from '../connection.ts';
import { putRedirects } from '../redirects.ts';
import { putMark } from '../writes/put-mark.ts';
import { writeBlocks } from '../writes/write-blocks.ts';
import { applyChanges } from '../writes/write-change.ts';
import { insertEntry } from '../writes/write-entry.ts';

/** Records that are written at once. */
const BATCH = 500;

/** Writes the lines in one transaction, which stays open while they are read: the store is this process's alone. */
export async function restoreLines(connection: Connection, lines: AsyncIterable<RestoreLine>): Promise<void> {
  connection.execute('BEGIN IMMEDIATE');
  try {
    refuseFilled(connection);
    const blocks = writeBlocks(connection);
    let batch: JournalRecord[] = [];
    const flush = () => {
      if (batch.length > 0) applyChanges(connection, { put: batch, remove: [], items: [] });
      batch = [];
    };
    for await (const line of lines) {
      if (line.kind !== 'record' || batch.length === BATCH) flush();
      if (line.kind === 'record') batch.push(line.record);
      else if (line.kind === 'mark') putMark(connection, line.mark);
      else if (line.kind === 'redirect') putRedirects(connection, [line.redirect]);
      else if (line.kind === 'entry') insertEntry(connection, line.entry);
      else blocks.add(line.sequence, line.item);
    }
    flush();
    blocks.end();
    connection.execute('COMMIT');
  } catch (error) {
    connection.execute('ROLLBACK');
    throw error;
  }
}

function refuseFilled(connection: Connection): void {
  const sql = 'SELECT EXISTS (SELECT 1 FROM node) OR EXISTS (SELECT 1 FROM journal_entry) AS filled';
  if (connection.all(sql, [])[0]?.filled === 1)
    throw new StoreRefused(`${connection.place} holds a graph already: restore into an empty folder`);
}
