import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import type { NodeType } from '../../../../schema/node-types.ts';
import { propertyNames, relationshipPropertyNames } from '../../../../schema/properties.ts';
import type { Evidence, GraphNode, GraphRelationship, Statement } from '../../../../schema/records.ts';
import type { GraphChange, JournalRecord, WriteOutcome } from '../../graph-store.ts';
import {
  type ChangeLookups,
  type ExistingRecords,
  isRelationship,
  lookupsOf,
  type SettledChange,
  settleChange,
  singleEndKey,
} from '../../settle-change.ts';
import { nodeKindOf, propertyColumnsOf, relationshipKindOf } from '../columns.ts';
import { type Connection, isConstraintError, type SqlValue } from '../connection.ts';
import { readHead, readRequest } from '../reads/read-journal.ts';
import { readRecords } from '../reads/read-records.ts';
import { groupBy, listOf } from '../reads/reading.ts';
import { putRedirects } from '../redirects.ts';
import { evidenceColumns, sqlValuesOf, statementColumns } from '../values.ts';
import { type IndexedNode, indexWords, removeWords } from './index-words.ts';
import { putMark } from './put-mark.ts';
import { writeEntry } from './write-entry.ts';

type RecordId = NodeId | RelationshipId;
type Changes = Extract<SettledChange, { kind: 'changes' }>;

/** What breaks a rule of the tables that no lookup showed; carried out of the transaction, which it rolls back. */
class ConstraintBroken extends Error {
  override readonly name = 'ConstraintBroken';
  readonly record: string;
  constructor(record: string, cause: unknown) {
    super(`the id “${record}” belongs to another record`, { cause });
    this.record = record;
  }
}

/** Applies a change in one transaction, which takes the write lock before it looks anything up. */
export function writeChange(connection: Connection, change: GraphChange): WriteOutcome {
  try {
    return connection.transaction('writing', () => {
      const lookups = lookupsOf(change);
      const settled = settleChange(change, findExisting(connection, lookups));
      if (settled.kind !== 'changes' && settled.kind !== 'unchanged') return settled;
      for (const mark of change.marks) putMark(connection, mark);
      if (settled.kind === 'unchanged') return settled;
      applyChanges(connection, settled);
      putRedirects(connection, change.redirects ?? []);
      const { created, changed, removed } = settled;
      const sequence = writeEntry(connection, change, lookups.request, settled.items);
      return { kind: 'written', sequence, created, changed, removed };
    });
  } catch (error) {
    if (!(error instanceof ConstraintBroken)) throw error;
    const { record, message } = error;
    return { kind: 'refused', problems: [{ code: 'ID_TAKEN', record, message }] };
  }
}

function findExisting(connection: Connection, lookups: ChangeLookups): ExistingRecords {
  const { records, types, singleEnds, removedNodes, request } = lookups;
  const typesSql =
    'SELECT n.id, n.type FROM json_each(?1) wanted CROSS JOIN node n WHERE n.id = wanted.value';
  const atEndSql = `
    SELECT r.type, n.id AS node, r.id
    FROM json_each(?1) wanted CROSS JOIN node n CROSS JOIN relationship r
    WHERE n.id = wanted.value ->> 'node' AND r.to_pk = n.pk AND r.type = wanted.value ->> 'relationship'`;
  const typeRows = types.length > 0 ? connection.all(typesSql, [listOf(types)]) : [];
  const endRows = singleEnds.length > 0 ? connection.all(atEndSql, [JSON.stringify(singleEnds)]) : [];
  const atEnds = groupBy(endRows, ({ type, node }) =>
    singleEndKey({ relationship: type as GraphRelationship['type'], node: node as NodeId }),
  );
  return {
    records: readRecords(connection, records),
    types: new Map(typeRows.map(({ id, type }) => [id as NodeId, type as NodeType])),
    atEnds: new Map(
      [...atEnds].map(([key, rows]) => [key, [...new Set(rows.map(({ id }) => id as RelationshipId))]]),
    ),
    restingOn: findResting(connection, removedNodes),
    sequence: readHead(connection).sequence,
    written: request && readRequest(connection, request.request),
  };
}

/** Relationships that touch the nodes, and records with evidence in them, be it for one of their statements. */
function findResting(
  connection: Connection,
  nodes: readonly NodeId[],
): ReadonlyMap<NodeId, readonly RecordId[]> {
  if (nodes.length === 0) return new Map();
  const touching = (end: string) => `
    SELECT n.id AS node, r.id AS record
    FROM json_each(?1) wanted CROSS JOIN node n CROSS JOIN relationship r
    WHERE n.id = wanted.value AND r.${end} = n.pk`;
  const sql = `${touching('from_pk')} UNION ${touching('to_pk')} UNION
    SELECT e.document AS node, coalesce(s.of, e.of) AS record
    FROM json_each(?1) wanted CROSS JOIN evidence e LEFT JOIN statement s ON s.id = e.of
    WHERE e.document = wanted.value`;
  const rows = connection.all(sql, [listOf(nodes)]);
  const groups = groupBy(rows, ({ node }) => node as NodeId);
  return new Map([...groups].map(([node, own]) => [node, own.map(({ record }) => record as RecordId)]));
}

/** Writes records and removes others; `items` has what they were before. */
export function applyChanges(
  connection: Connection,
  { put, remove, items }: Pick<Changes, 'put' | 'remove' | 'items'>,
): void {
  const before = new Map(items.flatMap((item) => (item.before ? [[item.record, item.before.record]] : [])));
  removeSupport(connection, [...before.keys()]);
  removeWords(connection, remove);
  const gone = listOf(remove);
  connection.run('DELETE FROM relationship WHERE id IN (SELECT value FROM json_each(?1))', [gone]);
  connection.run('DELETE FROM node WHERE id IN (SELECT value FROM json_each(?1))', [gone]);
  // Nodes come first: a relationship looks its ends up.
  const [relationships, nodes] = split(put);
  const indexed = nodes.map(({ record: node }): IndexedNode => {
    const known = before.get(node.id);
    return {
      pk: putNode(connection, node),
      node,
      before: known && !isRelationship(known) ? known : null,
    };
  });
  indexWords(connection, indexed);
  for (const { record } of relationships) putRelationship(connection, record);
  for (const { statements } of put) for (const statement of statements) putStatement(connection, statement);
  for (const { evidence } of put) for (const one of evidence) putEvidence(connection, one);
}

/** Records that were there are written anew with all that supports them, or go with it. */
function removeSupport(connection: Connection, ids: readonly RecordId[]): void {
  const list = listOf(ids);
  connection.run(
    `DELETE FROM evidence WHERE of IN (SELECT value FROM json_each(?1))
       OR of IN (SELECT s.id FROM statement s WHERE s.of IN (SELECT value FROM json_each(?1)))`,
    [list],
  );
  connection.run('DELETE FROM statement WHERE of IN (SELECT value FROM json_each(?1))', [list]);
}

type Group<Kind> = Omit<JournalRecord, 'record'> & { readonly record: Kind };

function split(put: readonly JournalRecord[]): [Group<GraphRelationship>[], Group<GraphNode>[]] {
  const relationships: Group<GraphRelationship>[] = [];
  const nodes: Group<GraphNode>[] = [];
  for (const { record, ...rest } of put)
    if (isRelationship(record)) relationships.push({ record, ...rest });
    else nodes.push({ record, ...rest });
  return [relationships, nodes];
}

const putNodeSql = upsertSql('node', [], 'RETURNING pk');
const putRelationshipSql = upsertSql('relationship', ['from_pk', 'to_pk'], '');

/** Answers the key of the node, which it keeps for life: relationships and the words of search hang on it. */
function putNode(connection: Connection, node: GraphNode): number {
  const values = propertyNames.flatMap((name) => sqlValuesOf(nodeKindOf(name), node.properties[name]));
  return Number(connection.all(putNodeSql, [...recordValues(node), ...values])[0]?.pk);
}

function putRelationship(connection: Connection, relationship: GraphRelationship): void {
  const { from, to, properties } = relationship;
  const values = relationshipPropertyNames.flatMap((name) =>
    sqlValuesOf(relationshipKindOf(name), properties[name]),
  );
  connection.run(putRelationshipSql, [...recordValues(relationship), from, to, ...values]);
}

function recordValues({ id, type, version, disputed }: GraphNode | GraphRelationship): SqlValue[] {
  return [id, type, version, JSON.stringify(disputed), disputed.length > 0 ? 1 : 0];
}

/** Replaces a row in place where its id is there already. Ends are given as ids of nodes. */
function upsertSql(table: 'node' | 'relationship', ends: readonly string[], tail: string): string {
  const own = ['id', 'type', 'version', 'disputed', 'is_disputed'];
  const columns = [...own, ...ends, ...propertyColumnsOf(table).map(({ name }) => name)];
  const values = columns.map((column) =>
    ends.includes(column) ? '(SELECT pk FROM node WHERE id = ?)' : '?',
  );
  const updates = columns.slice(1).map((column) => `"${column}" = excluded."${column}"`);
  return `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    VALUES (${values.join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')} ${tail}`;
}

const putStatementSql = `INSERT INTO statement (${statementColumns.join(', ')}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;
const putEvidenceSql = `INSERT INTO evidence (${evidenceColumns.join(', ')}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`;

function putStatement(connection: Connection, statement: Statement): void {
  const { id, of, property, value, standing, reason } = statement;
  insertOnce(connection, id, putStatementSql, [id, of, property, JSON.stringify(value), standing, reason]);
}

function putEvidence(connection: Connection, evidence: Evidence): void {
  const values = evidenceColumns.map((column) => evidence[column]);
  insertOnce(connection, evidence.id, putEvidenceSql, values);
}

/** The only breach left here is an id that a record outside the change has. */
function insertOnce(connection: Connection, id: string, sql: string, values: readonly SqlValue[]): void {
  try {
    connection.run(sql, values);
  } catch (error) {
    throw isConstraintError(error) ? new ConstraintBroken(id, error) : error;
  }
}
