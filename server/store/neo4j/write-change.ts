import { int } from 'neo4j-driver';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { GraphNode, GraphRelationship, Statement } from '../../../schema/records.ts';
import { missingFrom } from '../fresh-support.ts';
import type { GraphChange, JournalRecord, WriteOutcome } from '../graph-store.ts';
import type { JournalHead } from '../journal/sealed-journal.ts';
import {
  type ChangeLookups,
  type ExistingRecords,
  isRelationship,
  lookupsOf,
  type SettledChange,
  type SingleEnd,
  sameRecord,
  settleChange,
  singleEndKey,
} from '../settle-change.ts';
import type { Run } from './connection.ts';
import { HEAD } from './head.ts';
import { requestQuery, rowToHead, rowToRequest } from './journal.ts';
import { readRecords, recordsQuery } from './records.ts';
import { putRedirects } from './redirects.ts';
import { nodeToRow, type Row, relationshipToRow, typeAmong } from './values.ts';
import { startEntry } from './write-entry.ts';

type RecordId = NodeId | RelationshipId;
type Written = Pick<Extract<SettledChange, { kind: 'changes' }>, 'put' | 'remove' | 'items'>;

/** Rows sent with one query; more would hold up the server's memory for no gain in time. */
const BATCH = 5_000;

/** Settles and applies a change inside a transaction, behind the lock that lets one write in at a time. */
export async function writeChange(run: Run, change: GraphChange): Promise<WriteOutcome> {
  const head = await lockHead(run);
  const lookups = lookupsOf(change);
  const settled = settleChange(change, await findExisting(run, lookups, head.sequence));
  if (settled.kind !== 'changes' && settled.kind !== 'unchanged') return settled;
  await putMarks(run, change.marks);
  if (settled.kind === 'unchanged') return settled;
  await applyChanges(run, settled);
  await putRedirects(run, change.redirects ?? []);
  const entry = startEntry(run, head);
  await entry.add(settled.items);
  const sequence = await entry.close(change, lookups.request);
  const { created, changed, removed } = settled;
  return { kind: 'written', sequence, created, changed, removed };
}

export async function putMarks(run: Run, marks: GraphChange['marks']): Promise<void> {
  const text = 'UNWIND $rows AS row MERGE (m:_Mark {key: row.key}) SET m.value = row.value';
  await forBatches(marks, text, run);
}

/** Writes records and removes others; `items` has what they were before. */
export async function applyChanges(run: Run, changes: Written): Promise<void> {
  await removeStale(run, changes);
  await putNodes(run, changes);
  await putRelationships(run, changes);
  await putSupport(run, changes);
  await removeNodes(run, changes);
}

/** Setting a property takes the node's lock even where the value stays, so what is read after it is the newest. */
export async function lockHead(run: Run): Promise<JournalHead> {
  const text =
    'MATCH (o:_Oversight {key: $key}) SET o.key = $key RETURN o.sequence AS sequence, o.hash AS hash';
  return rowToHead(await run({ text, parameters: { key: HEAD } }));
}

/**
 * What a change must be held against. `known` are records that were read in the same transaction already, null those that
 * are not there.
 */
export async function findExisting(
  run: Run,
  lookups: ChangeLookups,
  sequence: number,
  known: ReadonlyMap<RecordId, JournalRecord | null> = new Map(),
): Promise<ExistingRecords> {
  const { records, types, singleEnds, removedNodes, request } = lookups;
  const ids = records.filter((id) => !known.has(id));
  const read = readRecords(ids.length > 0 ? await run(recordsQuery(ids)) : [], ids);
  const there = [...known].flatMap(([id, record]) => (record ? [[id, record] as const] : []));
  return {
    sequence,
    records: new Map([...read, ...there]),
    types: await findTypes(run, types),
    atEnds: await findAtEnds(run, singleEnds),
    restingOn: await findResting(run, removedNodes),
    written: request && rowToRequest(await run(requestQuery(request.request))),
  };
}

async function findTypes(run: Run, ids: readonly NodeId[]): Promise<Map<NodeId, NodeType>> {
  if (ids.length === 0) return new Map();
  const text = 'UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN id, labels(n) AS labels';
  const rows = await run({ text, parameters: { ids } });
  return new Map(rows.map(({ id, labels }) => [id as NodeId, typeAmong(labels as readonly string[])]));
}

async function findAtEnds(
  run: Run,
  ends: readonly SingleEnd[],
): Promise<Map<string, readonly RelationshipId[]>> {
  const found = new Map<string, readonly RelationshipId[]>();
  for (const [relationship, group] of groupBy(ends, (end) => end.relationship)) {
    const text =
      `UNWIND $ids AS id MATCH (:Entity {id: id})<-[r:${relationship}]-() ` +
      'RETURN id, collect(DISTINCT r.id) AS relationships';
    for (const { id, relationships } of await run({
      text,
      parameters: { ids: group.map(({ node }) => node) },
    }))
      found.set(singleEndKey({ relationship, node: id as NodeId }), relationships as RelationshipId[]);
  }
  return found;
}

async function findResting(
  run: Run,
  ids: readonly NodeId[],
): Promise<ReadonlyMap<NodeId, readonly RecordId[]>> {
  if (ids.length === 0) return new Map();
  const text = `UNWIND $ids AS id
CALL (id) {
MATCH (:Entity {id: id})-[r]-() RETURN r.id AS resting
UNION
MATCH (e:_Evidence {document: id}) WHERE e.id IS NOT NULL
CALL (e) { MATCH (s:_Statement {id: e.of}) RETURN head(collect(s.of)) AS of }
RETURN coalesce(of, e.of) AS resting
}
RETURN id, collect(resting) AS resting`;
  const rows = await run({ text, parameters: { ids } });
  return new Map(rows.map(({ id, resting }) => [id as NodeId, resting as RecordId[]]));
}

/** Removes what the put records no longer have, what removed records had, and relationships that go or move. */
async function removeStale(run: Run, { put, items }: Written): Promise<void> {
  const kept = new Set(
    put.flatMap(({ evidence, statements }) => [...evidence, ...statements].map(({ id }) => id as string)),
  );
  const stale = (records: readonly { readonly id: string }[]) =>
    records.map(({ id }) => id).filter((id) => !kept.has(id));
  const before = items.flatMap((item) => (item.before ? [item.before] : []));
  await forBatches(
    before.flatMap(({ evidence }) => stale(evidence)),
    'UNWIND $rows AS id MATCH (e:_Evidence {id: id}) DELETE e',
    run,
  );
  await forBatches(
    before.flatMap(({ statements }) => stale(statements)),
    'UNWIND $rows AS id MATCH (s:_Statement {id: id}) DELETE s',
    run,
  );
  const gone = items.flatMap(({ before: old, after }) => {
    if (!old || !isRelationship(old.record)) return [];
    return after === null || hasMoved(old.record, after.record) ? [old.record] : [];
  });
  for (const [type, group] of groupBy(gone, (relationship) => relationship.type))
    await forBatches(
      group.map(({ id }) => id),
      `UNWIND $rows AS id MATCH ()-[r:${type} {id: id}]->() DELETE r`,
      run,
    );
}

function hasMoved(before: JournalRecord['record'], after: JournalRecord['record']): boolean {
  if (!isRelationship(before) || !isRelationship(after)) return false;
  return after.from !== before.from || after.to !== before.to;
}

async function putNodes(run: Run, { items }: Written): Promise<void> {
  const fresh: GraphNode[] = [];
  const changed: GraphNode[] = [];
  const counted: Row[] = [];
  for (const { before, after } of items) {
    if (!after || isRelationship(after.record)) continue;
    if (before && sameRecord(before.record, after.record)) counted.push(versionRow(after.record));
    else (before ? changed : fresh).push(after.record);
  }
  for (const [type, group] of groupBy(fresh, (node) => node.type))
    await forBatches(
      group.map(nodeParameters),
      `UNWIND $rows AS row CREATE (n:Entity:${type}) SET n = row`,
      run,
    );
  await forBatches(
    changed.map(nodeParameters),
    'UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row',
    run,
  );
  await forBatches(
    counted,
    'UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n.version = row.version',
    run,
  );
}

async function putRelationships(run: Run, { items }: Written): Promise<void> {
  const [fresh, changed, counted]: [GraphRelationship[], GraphRelationship[], GraphRelationship[]] = [
    [],
    [],
    [],
  ];
  for (const { before, after } of items) {
    if (!after || !isRelationship(after.record)) continue;
    const old = before && isRelationship(before.record) ? before.record : null;
    if (old && sameRecord(old, after.record)) counted.push(after.record);
    else (old && !hasMoved(old, after.record) ? changed : fresh).push(after.record);
  }
  const toRow = (relationship: GraphRelationship): Row => ({
    id: relationship.id,
    start: relationship.from,
    end: relationship.to,
    properties: withIntegers(relationshipToRow(relationship)),
  });
  for (const [type, group] of groupBy(fresh, (relationship) => relationship.type))
    await forBatches(
      group.map(toRow),
      'UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) ' +
        `CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
      run,
    );
  for (const [type, group] of groupBy(changed, (relationship) => relationship.type))
    await forBatches(
      group.map(toRow),
      `UNWIND $rows AS row MATCH ()-[r:${type} {id: row.id}]->() SET r = row.properties`,
      run,
    );
  for (const [type, group] of groupBy(counted, (relationship) => relationship.type))
    await forBatches(
      group.map(versionRow),
      `UNWIND $rows AS row MATCH ()-[r:${type} {id: row.id}]->() SET r.version = row.version`,
      run,
    );
}

/** Evidence and statements that stay the same are left: a record that gains a piece of evidence may have many. */
async function putSupport(run: Run, { put, items }: Written): Promise<void> {
  const before = new Map(items.map((item) => [item.record as string, item.before]));
  // Evidence of a relationship names its ends, by which the relationship is found; see callRelationshipById.
  const evidence: readonly Row[] = put.flatMap(({ record, evidence: pieces }) =>
    missingFrom(keptSupport(before.get(record.id), record)?.evidence, pieces).map((piece) =>
      isRelationship(record) && piece.of === record.id
        ? { ...piece, start: record.from, end: record.to }
        : { ...piece },
    ),
  );
  await forBatches(evidence, 'UNWIND $rows AS row MERGE (e:_Evidence {id: row.id}) SET e = row', run);
  const statements: readonly Statement[] = put.flatMap(({ record, statements: own }) =>
    missingFrom(before.get(record.id)?.statements, own),
  );
  await forBatches(statements, 'UNWIND $rows AS row MERGE (s:_Statement {id: row.id}) SET s = row', run);
}

/** The evidence of a relationship that moves names other ends, and is written anew. */
function keptSupport(before: JournalRecord | null | undefined, after: JournalRecord['record']) {
  return before && hasMoved(before.record, after) ? null : before;
}

function versionRow({ id, version }: GraphNode | GraphRelationship): Row {
  return { id, version: int(version) };
}

/** Not DETACH DELETE: a relationship that were left would be a breach, and must undo the whole change. */
async function removeNodes(run: Run, { remove }: Written): Promise<void> {
  const nodes = remove.filter((id) => !id.startsWith('relationship/'));
  await forBatches(nodes, 'UNWIND $rows AS id MATCH (n:Entity {id: id}) DELETE n', run);
}

function nodeParameters(node: GraphNode): Row {
  return withIntegers(nodeToRow(node));
}

/** Counts are kept as integers, which people who query the database by hand expect; other numbers are floats. */
function withIntegers(row: Row): Row {
  const integers = ['version', 'grade_rank', 'grade_of'].filter((name) => typeof row[name] === 'number');
  return { ...row, ...Object.fromEntries(integers.map((name) => [name, int(row[name] as number)])) };
}

async function forBatches(rows: readonly unknown[], text: string, run: Run): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await run({ text, parameters: { rows: rows.slice(start, start + BATCH) } });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
