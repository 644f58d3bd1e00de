import { int } from 'neo4j-driver';
import type { GraphNode, GraphRelationship } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { missingFrom } from '../fresh-support.ts';
import type { JournalRecord } from '../graph-store.ts';
import { isRelationship, type SettledChange, sameRecord } from '../settle-change.ts';
import type { Run } from './connection.ts';
import { batchesOf, forBatches, groupBy } from './in-batches.ts';
import { nodeColumns, nodeToRow, type Row, relationshipColumns, relationshipToRow } from './values.ts';

type Written = Pick<Extract<SettledChange, { kind: 'changes' }>, 'put' | 'remove' | 'items'>;

const evidenceColumns = ['id', 'of', 'document', 'basis', 'locator', 'words', 'explanation', 'start', 'end'];
const statementColumns = ['id', 'of', 'property', 'value', 'standing', 'reason'];

/** Writes records and removes others; `items` has what they were before. */
export async function applyChanges(run: Run, changes: Written): Promise<void> {
  await removeStale(run, changes);
  await putNodes(run, changes);
  await putRelationships(run, changes);
  await putSupport(run, changes);
  await removeNodes(run, changes);
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
      group.map((node) => valuesOf(nodeParameters(node), nodeColumns(type))),
      `UNWIND $rows AS row CREATE (n:Entity:${type}) SET n = ${asMap('row', nodeColumns(type))}`,
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
  for (const [type, group] of groupBy(fresh, (relationship) => relationship.type))
    await createRelationships(run, type, group);
  for (const [type, group] of groupBy(changed, (relationship) => relationship.type))
    await forBatches(
      group.map(relationshipParameters),
      `UNWIND $rows AS row MATCH ()-[r:${type} {id: row.id}]->() SET r = row`,
      run,
    );
  for (const [type, group] of groupBy(counted, (relationship) => relationship.type))
    await forBatches(
      group.map(versionRow),
      `UNWIND $rows AS row MATCH ()-[r:${type} {id: row.id}]->() SET r.version = row.version`,
      run,
    );
}

/** The ends of which there are fewer, hubs or what all of them are about, are looked up once each. */
async function createRelationships(
  run: Run,
  type: RelationshipType,
  relationships: readonly GraphRelationship[],
): Promise<void> {
  const columns = relationshipColumns(type);
  for (const batch of batchesOf(relationships)) {
    const [byStart, byEnd] = [groupBy(batch, ({ from }) => from), groupBy(batch, ({ to }) => to)];
    const startsAtHubs = byStart.size <= byEnd.size;
    const rows = [...(startsAtHubs ? byStart : byEnd)].map(([hub, group]) => [
      hub,
      group.map((one) => [
        startsAtHubs ? one.to : one.from,
        ...valuesOf(relationshipParameters(one), columns),
      ]),
    ]);
    const [start, end] = startsAtHubs ? ['hub', 'far'] : ['far', 'hub'];
    const text = `UNWIND $rows AS row MATCH (hub:Entity {id: row[0]})
UNWIND row[1] AS one MATCH (far:Entity {id: one[0]})
CREATE (${start})-[r:${type}]->(${end}) SET r = ${asMap('one', columns, 1)}`;
    await run({ text, parameters: { rows } });
  }
}

/** Evidence and statements that stay the same are left: a record that gains a piece of evidence may have many. */
async function putSupport(run: Run, { put, items }: Written): Promise<void> {
  const before = new Map(items.map((item) => [item.record as string, item.before]));
  // Evidence of a relationship names its ends, by which the relationship is found; see callRelationshipById.
  const evidence = put.flatMap(({ record, evidence: pieces }) =>
    missingFrom(keptSupport(before.get(record.id), record)?.evidence, pieces).map((piece) =>
      valuesOf(
        isRelationship(record) && piece.of === record.id
          ? { ...piece, start: record.from, end: record.to }
          : { ...piece },
        evidenceColumns,
      ),
    ),
  );
  await forBatches(evidence, mergeSupport('_Evidence', evidenceColumns), run);
  const statements = put.flatMap(({ record, statements: own }) =>
    missingFrom(before.get(record.id)?.statements, own).map((one) => valuesOf({ ...one }, statementColumns)),
  );
  await forBatches(statements, mergeSupport('_Statement', statementColumns), run);
}

function mergeSupport(label: string, columns: readonly string[]): string {
  const values = asMap('row', columns);
  // Apart, so that Neo4j need not gather all rows before it sets the first.
  return `UNWIND $rows AS row MERGE (s:${label} {id: row[0]}) ON CREATE SET s = ${values} ON MATCH SET s = ${values}`;
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

function relationshipParameters(relationship: GraphRelationship): Row {
  return withIntegers(relationshipToRow(relationship));
}

function nodeParameters(node: GraphNode): Row {
  return withIntegers(nodeToRow(node));
}

/** Counts are kept as integers, which people who query the database by hand expect; other numbers are floats. */
function withIntegers(row: Row): Row {
  const integers = ['version', 'grade_rank', 'grade_of'].filter((name) => typeof row[name] === 'number');
  return { ...row, ...Object.fromEntries(integers.map((name) => [name, int(row[name] as number)])) };
}

/*
 * Rows of one shape are sent as lists: their names would otherwise be packed, sent and unpacked with each row, which costs
 * as much as the values.
 */

function valuesOf(row: Row, columns: readonly string[]): readonly unknown[] {
  return columns.map((column) => row[column] ?? null);
}

/** The map that such a list is, for `SET`, which leaves out what is null. */
function asMap(variable: string, columns: readonly string[], first = 0): string {
  return `{${columns.map((column, index) => `${column}: ${variable}[${first + index}]`).join(', ')}}`;
}
