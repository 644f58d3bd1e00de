import type { RelationshipId } from '../../../../schema/ids.ts';
import { propertyNames, relationshipPropertyNames } from '../../../../schema/properties.ts';
import type { GraphNode, GraphRelationship } from '../../../../schema/records.ts';
import { BlockDamaged } from '../../journal/journal-block.ts';
import type { UpkeepOptions } from '../../store-upkeep.ts';
import { nodeKindOf, propertyColumnsOf, relationshipKindOf, type TableName } from '../columns.ts';
import type { Connection, Row, SqlValue } from '../connection.ts';
import { unpackRow } from '../reads/read-blocks.ts';
import { readRecords } from '../reads/read-records.ts';
import { sqlValuesOf } from '../values.ts';
import { wordsOfIndex } from '../writes/index-words.ts';

type Tell = (fault: string) => void;

/** Records that are looked at without giving others the thread. */
const PAGE = 300;

/** What a rule of the tables would have refused, each as a statement that finds the rows that break it. */
const broken: readonly (readonly [string, string])[] = [
  [
    'relationship {id} begins at a node that is not there',
    'SELECT id FROM relationship WHERE from_pk NOT IN (SELECT pk FROM node)',
  ],
  [
    'relationship {id} ends at a node that is not there',
    'SELECT id FROM relationship WHERE to_pk NOT IN (SELECT pk FROM node)',
  ],
  [
    'evidence {id} is in a document that is not there',
    'SELECT id FROM evidence WHERE document NOT IN (SELECT id FROM node)',
  ],
  [
    'evidence {id} supports what is not there',
    `SELECT id FROM evidence WHERE of NOT IN
       (SELECT id FROM node UNION ALL SELECT id FROM relationship UNION ALL SELECT id FROM statement)`,
  ],
  [
    'statement {id} is of what is not there',
    'SELECT id FROM statement WHERE of NOT IN (SELECT id FROM node UNION ALL SELECT id FROM relationship)',
  ],
  [
    'the items from {id} on belong to no entry of the journal',
    `SELECT sequence || '/' || first AS id FROM journal_block WHERE sequence NOT IN (SELECT sequence FROM journal_entry)`,
  ],
  [
    'node {id} has no words in the search index',
    'SELECT id FROM node WHERE pk NOT IN (SELECT rowid FROM node_words)',
  ],
  [
    'the search index has words of row {id}, which is no node',
    'SELECT rowid AS id FROM node_words WHERE rowid NOT IN (SELECT pk FROM node)',
  ],
  [
    'word {id} is not in the index of letters',
    'SELECT word AS id FROM word WHERE pk NOT IN (SELECT rowid FROM word_trigrams)',
  ],
];

/**
 * Looks the whole file over: its pages and indexes, the rules of its tables, and everything that is kept beside a
 * record to find it by, against what writing the record anew would make.
 */
export async function inspectFile(connection: Connection, tell: Tell, options: UpkeepOptions): Promise<void> {
  for (const { integrity_check: line } of connection.all('PRAGMA integrity_check(50)', []))
    if (line !== 'ok') tell(String(line));
  for (const [says, sql] of broken)
    for (const { id } of connection.all(`${sql} LIMIT 50`, [])) tell(says.replace('{id}', String(id)));
  await inspectRecords(connection, 'node', tell, options);
  await inspectRecords(connection, 'relationship', tell, options);
  inspectWords(connection, tell);
  inspectItems(connection, tell, options);
}

async function inspectRecords(
  connection: Connection,
  table: TableName,
  tell: Tell,
  { signal, onProgress }: UpkeepOptions,
): Promise<void> {
  const columns = propertyColumnsOf(table).map(({ name }) => name);
  const total = Number(connection.all(`SELECT count(*) AS count FROM ${table}`, [])[0]?.count);
  for (let [last, done] = [0, 0]; ; ) {
    signal?.throwIfAborted();
    const rows = connection.all(`SELECT * FROM ${table} WHERE pk > ?1 ORDER BY pk LIMIT ?2`, [last, PAGE]);
    if (rows.length === 0) return;
    const records = readRecords(
      connection,
      rows.map(({ id }) => id as RelationshipId),
    );
    for (const row of rows) {
      const record = records.get(row.id as RelationshipId)?.record;
      if (!record) tell(`${table} ${row.id} cannot be read`);
      else tellDifferences(table, row, columns, valuesOf(record), tell);
    }
    last = Number(rows.at(-1)?.pk);
    done += rows.length;
    onProgress?.(done, total);
    await new Promise((next) => setImmediate(next));
  }
}

/** What is kept in the property columns of a record that is written now. */
function valuesOf(record: GraphNode | GraphRelationship): readonly SqlValue[] {
  if (!('from' in record))
    return propertyNames.flatMap((name) => sqlValuesOf(nodeKindOf(name), record.properties[name]));
  return relationshipPropertyNames.flatMap((name) =>
    sqlValuesOf(relationshipKindOf(name), record.properties[name]),
  );
}

function tellDifferences(
  table: TableName,
  row: Row,
  columns: readonly string[],
  values: readonly SqlValue[],
  tell: Tell,
): void {
  for (const [at, column] of columns.entries())
    if ((row[column] ?? null) !== (values[at] ?? null))
      tell(`${table} ${row.id}: ${column} is not what its record comes to`);
  if (row.is_disputed !== (row.disputed === '[]' ? 0 : 1))
    tell(`${table} ${row.id}: is_disputed is not what its record comes to`);
}

/** The words by which nodes are found, against an index that is made anew. */
function inspectWords(connection: Connection, tell: Tell): void {
  connection.execute(`
    CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab('main', 'node_words', 'instance');
    CREATE TEMP TABLE made_words (doc INTEGER, term TEXT, col TEXT);
    CREATE INDEX temp.made_words_by_doc ON made_words (doc, term, col)`);
  try {
    for (let last = 0; ; ) {
      const rows = connection.all('SELECT pk, id FROM node WHERE pk > ?1 ORDER BY pk LIMIT ?2', [last, PAGE]);
      if (rows.length === 0) break;
      const records = readRecords(
        connection,
        rows.map(({ id }) => id as RelationshipId),
      );
      for (const { pk = null, id } of rows) {
        const record = records.get(id as RelationshipId)?.record;
        if (record && !('from' in record))
          for (const [col, term] of wordsOfIndex(record))
            connection.run('INSERT INTO temp.made_words VALUES (?1, ?2, ?3)', [pk, term, col]);
      }
      last = Number(rows.at(-1)?.pk);
    }
    const kept = 'SELECT DISTINCT doc, term, col FROM temp.kept_words';
    const made = 'SELECT DISTINCT doc, term, col FROM temp.made_words';
    for (const [sql, says] of [
      [`${made} EXCEPT ${kept}`, 'is missing from'],
      [`${kept} EXCEPT ${made}`, 'is left over in'],
    ] as const)
      for (const { doc, term } of connection.all(`SELECT * FROM (${sql}) LIMIT 50`, []))
        tell(`the word “${term}” of row ${doc} ${says} the search index`);
    const unknown =
      'SELECT DISTINCT term FROM temp.made_words WHERE term NOT IN (SELECT word FROM word) LIMIT 50';
    for (const { term } of connection.all(unknown, [])) tell(`the word “${term}” is not in the vocabulary`);
  } finally {
    connection.execute('DROP TABLE temp.kept_words; DROP TABLE temp.made_words');
  }
}

/** Where the items of a record are said to be, against the blocks that they are in. */
function inspectItems(connection: Connection, tell: Tell, { signal }: UpkeepOptions): void {
  let known = 0;
  for (let last = 0; ; ) {
    signal?.throwIfAborted();
    const [row] = connection.all<SqlValue | Uint8Array>(
      'SELECT pk, sequence, first, body FROM journal_block WHERE pk > ?1 ORDER BY pk LIMIT 1',
      [last],
    );
    if (!row) break;
    last = Number(row.pk);
    known += inspectBlock(connection, row, tell);
  }
  const kept = Number(connection.all('SELECT count(*) AS count FROM journal_item', [])[0]?.count);
  if (kept > known) tell(`${kept - known} items are said to be where they are not`);
}

/** Answers how many of its items are found by their record. */
function inspectBlock(connection: Connection, row: Row<SqlValue | Uint8Array>, tell: Tell): number {
  const where = `${row.sequence}/${row.first}`;
  try {
    const items = unpackRow(row).filter(({ record }) => record !== null);
    const wanted = items.map(({ record, ordinal, after }) => [record, ordinal, after === null ? 1 : 0]);
    const found = connection.all(
      `SELECT i.ordinal FROM json_each(?1) wanted CROSS JOIN journal_item i
       WHERE i.record = wanted.value ->> 0 AND i.sequence = ?2 AND i.ordinal = wanted.value ->> 1
         AND i.removed = wanted.value ->> 2`,
      [JSON.stringify(wanted), Number(row.sequence)],
    );
    if (found.length < items.length)
      tell(`of the items from ${where} on, ${items.length - found.length} cannot be found by their record`);
    return found.length;
  } catch (error) {
    if (!(error instanceof BlockDamaged)) throw error;
    tell(`the items from ${where} on cannot be read: ${error.message}`);
    return 0;
  }
}
