import { int } from 'neo4j-driver';
import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import { type JournalRecord, StoreRefused } from '../../graph-store.ts';
import { eraseItems, packItems } from '../../journal/journal-block.ts';
import { type ErasedValue, sealErasure } from '../../journal/seal-erasure.ts';
import type { Erasure, RestoreLine, StoreUpkeep } from '../../store-upkeep.ts';
import { applyChanges } from '../apply-changes.ts';
import { asBytes, callBlockOfItem, unpackRow } from '../blocks.ts';
import type { Connection, Run } from '../connection.ts';
import { flattenRecords, readRecords, relationshipsQuery } from '../records.ts';
import { putRedirects } from '../redirects.ts';
import { type BlockWriter, writeBlocks } from '../write-blocks.ts';
import { lockHead, putMarks } from '../write-change.ts';
import { insertEntry } from '../write-entry.ts';
import { inspectDatabase } from './inspect-database.ts';

/** Lines that are written with one query. */
const BATCH = 2_000;

export function neo4jUpkeep(connection: Connection): StoreUpkeep {
  return {
    relationships: async ({ type, after, limit }) => {
      const text = `MATCH ()-[r:${type}]->() WHERE r.id > $after RETURN r.id AS id ORDER BY r.id LIMIT $limit`;
      const rows = await connection.read({ text, parameters: { after: after ?? '', limit: int(limit) } });
      const ids = rows.map(({ id }) => id as RelationshipId);
      return flattenRecords(readRecords(await connection.read(relationshipsQuery(type, ids)), ids));
    },
    marks: async () => {
      const text = 'MATCH (m:_Mark) RETURN m.key AS key, m.value AS value ORDER BY m.key';
      const rows = await connection.read({ text, parameters: {} });
      return rows.map(({ key, value }) => ({ key: key as string, value: value as string }));
    },
    redirects: async () => {
      const text = 'MATCH (r:_Redirect) RETURN r.from AS from, r.to AS to ORDER BY r.from';
      const rows = await connection.read({ text, parameters: {} });
      return rows.map(({ from, to }) => ({ from: from as NodeId, to: (to ?? null) as NodeId | null }));
    },
    erase: (erasure) => connection.write((run) => eraseValues(run, erasure)),
    restore: async (lines) => {
      // Run by hand: the lines come once, so that the transaction cannot be tried again.
      await connection.writeOnce((run) => restoreLines(run, connection.place, lines));
    },
    inspect: (tell, options) => inspectDatabase(connection, tell, options),
    backup: null,
  };
}

async function eraseValues(
  run: Run,
  erasure: Erasure,
): Promise<{ readonly sequence: number; readonly values: number } | null> {
  const head = await lockHead(run);
  const values: ErasedValue[] = [];
  const pairs = async (text: string, wanted: readonly (string | number)[]) => {
    const rows = await run({ text, parameters: { wanted } });
    for (const { sequence, what } of rows) values.push([sequence, what] as unknown as ErasedValue);
  };
  values.push(...(await eraseRecords(run, erasure)));
  await pairs(
    `MATCH (j:_JournalEntry) WHERE j.author IN $wanted SET j.author = null, j.authorSalt = null
RETURN j.sequence AS sequence, 'author' AS what`,
    erasure.authors,
  );
  await pairs(
    `MATCH (j:_JournalEntry) WHERE j.sequence IN $wanted AND j.reason IS NOT NULL
SET j.reason = null, j.reasonSalt = null RETURN j.sequence AS sequence, 'reason' AS what`,
    erasure.reasonsOf,
  );
  if (values.length === 0) return null;
  // What a key stood for is a hash of the change, from which a short value could be found by trying.
  await pairs(
    `MATCH (j:_JournalEntry) WHERE j.sequence IN $wanted AND j.request IS NOT NULL
SET j.request = null, j.input = null, j.requestSalt = null
RETURN j.sequence AS sequence, 'request' AS what`,
    [...new Set(values.map(([sequence]) => sequence))],
  );
  const entry = sealErasure(head, erasure, values);
  await insertEntry(run, entry);
  return { sequence: entry.sequence, values: values.length };
}

async function eraseRecords(run: Run, { records }: Erasure): Promise<readonly ErasedValue[]> {
  const blocks = await run({
    text: `UNWIND $records AS record MATCH (i:_JournalItem {record: record}) WHERE i.sequence IS NOT NULL
${callBlockOfItem}
WITH DISTINCT b RETURN b.sequence AS sequence, b.first AS first, b.body AS body ORDER BY sequence, first`,
    parameters: { records },
  });
  const gone = new Set<string>(records);
  const rows = blocks.map((row) => {
    const items = unpackRow(row);
    const erased = items.filter(({ record }) => record !== null && gone.has(record));
    const [sequence, first] = [row.sequence as number, row.first as number];
    const body = asBytes(packItems(eraseItems(items, gone)));
    return { sequence, first, body, erased };
  });
  await run({
    text: 'UNWIND $rows AS row MATCH (b:_JournalBlock {sequence: row.sequence, first: row.first}) SET b.body = row.body',
    parameters: { rows: rows.map(({ erased: _erased, ...row }) => row) },
  });
  const remove =
    'UNWIND $records AS record MATCH (i:_JournalItem {record: record}) WHERE i.sequence IS NOT NULL DELETE i';
  await run({ text: remove, parameters: { records } });
  return rows.flatMap(({ sequence, erased }) => erased.map(({ ordinal }) => [sequence, ordinal] as const));
}

async function restoreLines(run: Run, place: string, lines: AsyncIterable<RestoreLine>): Promise<void> {
  const head = await lockHead(run);
  const [found] = await run({ text: 'RETURN EXISTS { (:Entity) } AS filled', parameters: {} });
  if (head.sequence > 0 || found?.filled === true)
    throw new StoreRefused(`${place} holds a graph already: restore into an empty database`);
  const blocks = writeBlocks(run);
  let batch: RestoreLine[] = [];
  for await (const line of lines) {
    const [first] = batch;
    if (first && (batch.length === BATCH || !sameSort(first, line))) {
      await writeBatch(run, batch, blocks);
      batch = [];
    }
    batch.push(line);
  }
  await writeBatch(run, batch, blocks);
  await blocks.end();
}

/** Lines of one sort are written together; items by their entry. */
function sameSort(a: RestoreLine, b: RestoreLine): boolean {
  return a.kind === b.kind && (a.kind !== 'item' || b.kind !== 'item' || a.sequence === b.sequence);
}

async function writeBatch(run: Run, batch: readonly RestoreLine[], blocks: BlockWriter): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const put: JournalRecord[] = batch.flatMap((line) => (line.kind === 'record' ? [line.record] : []));
  if (first.kind === 'record') {
    const items = put.map((after, ordinal) => ({
      ordinal,
      record: after.record.id as NodeId | RelationshipId,
      before: null,
      after,
    }));
    await applyChanges(run, { put, remove: [], items });
  } else if (first.kind === 'mark')
    await putMarks(
      run,
      batch.flatMap((line) => (line.kind === 'mark' ? [line.mark] : [])),
    );
  else if (first.kind === 'redirect')
    await putRedirects(
      run,
      batch.flatMap((line) => (line.kind === 'redirect' ? [line.redirect] : [])),
    );
  else if (first.kind === 'item')
    await blocks.add(
      first.sequence,
      batch.flatMap((line) => (line.kind === 'item' ? [line.item] : [])),
    );
  else for (const line of batch) if (line.kind === 'entry') await insertEntry(run, line.entry);
}
