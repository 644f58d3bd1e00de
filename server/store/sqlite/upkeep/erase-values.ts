import { eraseItems, packItems } from '../../journal/journal-block.ts';
import { type ErasedValue, sealErasure } from '../../journal/seal-erasure.ts';
import type { Erasure } from '../../store-upkeep.ts';
import type { Connection, SqlValue } from '../connection.ts';
import { unpackRow } from '../reads/read-blocks.ts';
import { readHead } from '../reads/read-journal.ts';
import { listOf } from '../reads/reading.ts';
import { insertEntry } from '../writes/write-entry.ts';

/** Erases values of the journal; what they stood in on the disk is overwritten, in the file and in its log. */
export function eraseValues(
  connection: Connection,
  erasure: Erasure,
): { readonly sequence: number; readonly values: number } | null {
  connection.execute('PRAGMA secure_delete = ON');
  try {
    return connection.transaction('writing', () => {
      const values = [
        ...eraseRecords(connection, erasure),
        ...erasePart(connection, 'author', 'author IN (SELECT value FROM json_each(?1))', erasure.authors),
        ...erasePart(
          connection,
          'reason',
          'sequence IN (SELECT value FROM json_each(?1))',
          erasure.reasonsOf,
        ),
      ];
      if (values.length === 0) return null;
      // What a key stood for is a hash of the change, from which a short value could be found by trying.
      values.push(...eraseRequests(connection, [...new Set(values.map(([sequence]) => sequence))]));
      const entry = sealErasure(readHead(connection), erasure, values);
      insertEntry(connection, entry);
      return { sequence: entry.sequence, values: values.length };
    });
  } finally {
    connection.execute('PRAGMA secure_delete = OFF');
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

function eraseRecords(connection: Connection, { records }: Erasure): ErasedValue[] {
  const where = 'record IN (SELECT value FROM json_each(?1))';
  const list = listOf(records);
  const rows = connection.all(
    `SELECT DISTINCT b.pk FROM journal_item i JOIN journal_block b ON b.sequence = i.sequence AND b.first =
       (SELECT max(first) FROM journal_block WHERE sequence = i.sequence AND first <= i.ordinal)
     WHERE i.${where} ORDER BY b.sequence, b.first`,
    [list],
  );
  const erased = new Set<string>(records);
  const values = rows.flatMap(({ pk = null }) => eraseInBlock(connection, pk, erased));
  connection.run(`DELETE FROM journal_item WHERE ${where}`, [list]);
  return values;
}

/** Writes a block anew without what it keeps of the records. */
function eraseInBlock(connection: Connection, pk: SqlValue, records: ReadonlySet<string>): ErasedValue[] {
  const [row] = connection.all<SqlValue | Uint8Array>(
    'SELECT sequence, first, body FROM journal_block WHERE pk = ?1',
    [pk],
  );
  if (!row) return [];
  const items = unpackRow(row);
  connection.run('UPDATE journal_block SET body = ?2 WHERE pk = ?1', [
    pk,
    packItems(eraseItems(items, records)),
  ]);
  const erased = items.filter(({ record }) => record !== null && records.has(record));
  return erased.map(({ ordinal }) => [Number(row.sequence), ordinal] as const);
}

function erasePart(
  connection: Connection,
  part: 'author' | 'reason',
  where: string,
  wanted: readonly (string | number)[],
): ErasedValue[] {
  const list = JSON.stringify(wanted);
  const rows = connection.all(`SELECT sequence FROM journal_entry WHERE ${part} IS NOT NULL AND ${where}`, [
    list,
  ]);
  connection.run(`UPDATE journal_entry SET ${part} = NULL, ${part}_salt = NULL WHERE ${where}`, [list]);
  return rows.map(({ sequence }) => [Number(sequence), part] as const);
}

function eraseRequests(connection: Connection, entries: readonly number[]): ErasedValue[] {
  const where = 'request IS NOT NULL AND sequence IN (SELECT value FROM json_each(?1))';
  const list = JSON.stringify(entries);
  const rows = connection.all(`SELECT sequence FROM journal_entry WHERE ${where}`, [list]);
  connection.run(
    `UPDATE journal_entry SET request = NULL, input = NULL, request_salt = NULL WHERE ${where}`,
    [list],
  );
  return rows.map(({ sequence }) => [Number(sequence), 'request'] as const);
}
