import { int } from 'neo4j-driver';
import type { NodeId } from '../../../../schema/ids.ts';
import type { RelationshipType } from '../../../../schema/relationship-types.ts';
import { BlockDamaged } from '../../journal/journal-block.ts';
import type { UpkeepOptions } from '../../store-upkeep.ts';
import { unpackRow } from '../blocks.ts';
import type { Connection } from '../connection.ts';
import { headQuery, rowToHead } from '../journal.ts';
import { nodeToRow, type Row, relationshipToRow, rowToNode, rowToRelationship } from '../values.ts';

type Tell = (fault: string) => void;

const PAGE = 1_000;

/** What no rule of the database refuses, each as a query that finds the records that break a rule of ours. */
const broken: readonly (readonly [string, string])[] = [
  [
    'evidence {id} is in a document that is not there',
    'MATCH (e:_Evidence) WHERE e.document IS NOT NULL AND NOT EXISTS { (:Entity {id: e.document}) } RETURN e.id AS id',
  ],
  [
    'statement {id} is of what is not there',
    `MATCH (s:_Statement) WHERE NOT s.of STARTS WITH 'relationship/' AND NOT EXISTS { (:Entity {id: s.of}) } RETURN s.id AS id`,
  ],
  [
    'evidence {id} supports what is not there',
    `MATCH (e:_Evidence) WHERE NOT e.of STARTS WITH 'relationship/' AND NOT EXISTS { (:Entity {id: e.of}) }
AND NOT EXISTS { (:_Statement {id: e.of}) } RETURN e.id AS id`,
  ],
  [
    'evidence {id} supports a relationship that is not there',
    `MATCH (e:_Evidence) WHERE e.of STARTS WITH 'relationship/'
AND NOT EXISTS { (:Entity {id: e.start})-[r {id: e.of}]->(:Entity {id: e.end}) } RETURN e.id AS id`,
  ],
  [
    'the items from {id} on belong to no entry of the journal',
    `MATCH (b:_JournalBlock) WHERE NOT EXISTS { (:_JournalEntry {sequence: b.sequence}) }
RETURN b.sequence + '/' + b.first AS id`,
  ],
  [
    'evidence, statements or the journal have a relationship, which they must not',
    'MATCH (n)--() WHERE n:_Evidence OR n:_Statement OR n:_JournalEntry OR n:_JournalItem OR n:_JournalBlock RETURN 1 AS id',
  ],
];

/** Looks the database over: indexes, rules, and what is kept beside a record against what writing it anew makes. */
export async function inspectDatabase(
  connection: Connection,
  tell: Tell,
  { signal, onProgress }: UpkeepOptions,
): Promise<void> {
  const indexes = await connection.read({
    text: `SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'oversight_' AND state <> 'ONLINE' RETURN name, state`,
    parameters: {},
  });
  for (const { name, state } of indexes) tell(`the index ${name} is ${String(state).toLowerCase()}`);
  for (const [says, text] of broken)
    for (const { id } of await connection.read({ text: `${text} LIMIT 50`, parameters: {} }, signal))
      tell(says.replace('{id}', String(id)));
  const count = { text: 'MATCH (n:Entity) RETURN count(n) AS count', parameters: {} };
  const total = Number((await connection.read(count))[0]?.count);
  for (let [last, done] = ['', 0]; ; ) {
    signal?.throwIfAborted();
    const page = await connection.read({
      text: `MATCH (n:Entity) WHERE n.id > $last WITH n ORDER BY n.id LIMIT $limit
RETURN labels(n) AS labels, n {.*} AS node,
[(n)-[r]->(m:Entity) | [type(r), m.id, r {.*}]] AS starting ORDER BY n.id`,
      parameters: { last, limit: int(PAGE) },
    });
    if (page.length === 0) break;
    for (const row of page) {
      inspectNode(row, tell);
      last = String((row.node as Row).id);
    }
    done += page.length;
    onProgress?.(done, total);
  }
  await inspectItems(connection, tell, signal);
}

/** Where the items of a record are said to be, against the blocks that they are in. */
async function inspectItems(
  connection: Connection,
  tell: Tell,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { sequence: last } = rowToHead(await connection.read(headQuery));
  // By sequence and first together, an index finds them.
  const text = `MATCH (b:_JournalBlock {sequence: $sequence}) WHERE b.first > $first
RETURN b.sequence AS sequence, b.first AS first, b.body AS body ORDER BY b.first LIMIT 1`;
  let known = 0;
  for (let sequence = 1; sequence <= last; sequence++)
    for (let first = -1; ; ) {
      const query = { text, parameters: { sequence, first } };
      const [row]: readonly Row[] = await connection.read(query, signal);
      if (!row) break;
      first = row.first as number;
      known += await inspectBlock(connection, row, tell);
    }
  const count = { text: 'MATCH (i:_JournalItem) RETURN count(i) AS count', parameters: {} };
  const kept = Number((await connection.read(count))[0]?.count);
  if (kept > known) tell(`${kept - known} items are said to be where they are not`);
}

/** Answers how many of its items are found by their record. */
async function inspectBlock(connection: Connection, row: Row, tell: Tell): Promise<number> {
  const where = `${row.sequence}/${row.first}`;
  try {
    const items = unpackRow(row).filter(({ record }) => record !== null);
    const wanted = items.map(({ record, ordinal, after }) => ({ record, ordinal, removed: after === null }));
    const [found] = await connection.read({
      text: `UNWIND $wanted AS wanted
MATCH (i:_JournalItem {record: wanted.record, sequence: $sequence})
WHERE i.ordinal = wanted.ordinal AND i.removed = wanted.removed RETURN count(i) AS count`,
      parameters: { wanted, sequence: row.sequence },
    });
    const count = Number(found?.count);
    if (count < items.length)
      tell(`of the items from ${where} on, ${items.length - count} cannot be found by their record`);
    return count;
  } catch (error) {
    if (!(error instanceof BlockDamaged)) throw error;
    tell(`the items from ${where} on cannot be read: ${error.message}`);
    return 0;
  }
}

function inspectNode({ labels, node, starting }: Row, tell: Tell): void {
  const kept = node as Row;
  const named = labels as readonly string[];
  if (named.length !== 2) tell(`node ${kept.id} has the labels ${named.join(', ')}`);
  tellDifferences(`node ${kept.id}`, kept, nodeToRow(rowToNode(named, kept)), tell);
  for (const [type, to, row] of starting as readonly [RelationshipType, NodeId, Row][])
    tellDifferences(
      `relationship ${row.id}`,
      row,
      relationshipToRow(rowToRelationship(type, kept.id as NodeId, to, row)),
      tell,
    );
}

function tellDifferences(what: string, kept: Row, made: Row, tell: Tell): void {
  for (const name of new Set([...Object.keys(kept), ...Object.keys(made)]))
    if (JSON.stringify(kept[name] ?? null) !== JSON.stringify(made[name] ?? null))
      tell(`${what}: ${name} is not what its record comes to`);
}
