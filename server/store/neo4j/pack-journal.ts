import { int } from 'neo4j-driver';
import { BLOCK_ITEMS, gatherBlocks } from '../journal/journal-block.ts';
import type { SealedItem } from '../journal/sealed-journal.ts';
import type { Connection, Run } from './connection.ts';
import type { Row } from './values.ts';
import { insertBlocks } from './write-blocks.ts';

/** Items that are moved in one transaction. */
const PAGE = BLOCK_ITEMS * 16;

/**
 * Brings items of the journal from a node each into blocks; what they hold and their hashes stay as they are. Each
 * transaction moves whole items, so that a run that was broken off is gone on with.
 */
export async function packJournal(connection: Connection): Promise<void> {
  const entries =
    'MATCH (j:_JournalEntry) WHERE j.sequence > $last RETURN j.sequence AS sequence ORDER BY j.sequence LIMIT 1';
  for (let last = 0; ; ) {
    const [row]: readonly Row[] = await connection.read({ text: entries, parameters: { last: int(last) } });
    if (!row) break;
    last = row.sequence as number;
    while ((await connection.write((run) => packPage(run, last))) === PAGE);
  }
  const text = 'DROP INDEX oversight_journalitem_sequence_ordinal IF EXISTS';
  await connection.command({ text, parameters: {} });
}

/** Answers how many items were moved. */
async function packPage(run: Run, sequence: number): Promise<number> {
  const page = await run({
    text:
      'MATCH (i:_JournalItem {sequence: $sequence}) WHERE i.ordinal >= 0 AND i.hash IS NOT NULL ' +
      'RETURN elementId(i) AS element, i {.*} AS item ORDER BY i.ordinal LIMIT $limit',
    parameters: { sequence: int(sequence), limit: int(PAGE) },
  });
  const gathered = gatherBlocks();
  const blocks = page.flatMap(({ item }) => gathered.add(sequence, itemOf(item as Row)));
  await insertBlocks(run, [...blocks, ...gathered.end()]);
  const elements = page.map(({ element }) => element);
  await run({
    text: `UNWIND $elements AS element MATCH (i:_JournalItem) WHERE elementId(i) = element
SET i.removed = i.after IS NULL REMOVE i.before, i.after, i.salt, i.hash
WITH i WHERE i.record IS NULL DELETE i`,
    parameters: { elements },
  });
  return page.length;
}

/** Neo4j leaves out what is null. */
function itemOf({ ordinal, record = null, before = null, after = null, salt = null, hash }: Row): SealedItem {
  return { ordinal, record, before, after, salt, hash } as SealedItem;
}
