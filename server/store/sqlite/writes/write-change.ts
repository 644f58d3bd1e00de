import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import type { NodeType } from '../../../../schema/node-types.ts';
import type { GraphRelationship } from '../../../../schema/records.ts';
import type { GraphChange, JournalRecord, WriteOutcome } from '../../graph-store.ts';
import {
  type ChangeLookups,
  type ExistingRecords,
  isRelationship,
  lookupsOf,
  type SettledChange,
  sameRecord,
  settleChange,
  singleEndKey,
} from '../../settle-change.ts';
import type { Connection } from '../connection.ts';
import { readHead, readRequest } from '../reads/read-journal.ts';
import { readRecords } from '../reads/read-records.ts';
import { groupBy, listOf } from '../reads/reading.ts';
import { putRedirects } from '../redirects.ts';
import { type IndexedNode, indexWords, removeWords } from './index-words.ts';
import { putMark } from './put-mark.ts';
import { putNode, putRelationship, putVersion } from './put-records.ts';
import { ConstraintBroken, putFreshSupport, removeStaleSupport } from './put-support.ts';
import { startEntry } from './write-entry.ts';

type RecordId = NodeId | RelationshipId;
type Changes = Extract<SettledChange, { kind: 'changes' }>;

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
      const entry = startEntry(connection);
      entry.add(settled.items);
      const sequence = entry.close(change, lookups.request);
      return { kind: 'written', sequence, created, changed, removed };
    });
  } catch (error) {
    if (!(error instanceof ConstraintBroken)) throw error;
    const { record, message } = error;
    return { kind: 'refused', problems: [{ code: 'ID_TAKEN', record, message }] };
  }
}

/**
 * What a change must be held against. `known` are records that were read in the same transaction already, null those that
 * are not there.
 */
export function findExisting(
  connection: Connection,
  lookups: ChangeLookups,
  known: ReadonlyMap<RecordId, JournalRecord | null> = new Map(),
): ExistingRecords {
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
    records: withKnown(
      readRecords(
        connection,
        records.filter((id) => !known.has(id)),
      ),
      known,
    ),
    types: new Map(typeRows.map(({ id, type }) => [id as NodeId, type as NodeType])),
    atEnds: new Map(
      [...atEnds].map(([key, rows]) => [key, [...new Set(rows.map(({ id }) => id as RelationshipId))]]),
    ),
    restingOn: findResting(connection, removedNodes),
    sequence: readHead(connection).sequence,
    written: request && readRequest(connection, request.request),
  };
}

function withKnown(
  read: ReadonlyMap<RecordId, JournalRecord>,
  known: ReadonlyMap<RecordId, JournalRecord | null>,
): ReadonlyMap<RecordId, JournalRecord> {
  if (known.size === 0) return read;
  const all = new Map(read);
  for (const [id, record] of known) if (record) all.set(id, record);
  return all;
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

/** Writes records and removes others; `items` has what they were before. Throws ConstraintBroken. */
export function applyChanges(
  connection: Connection,
  { put, remove, items }: Pick<Changes, 'put' | 'remove' | 'items'>,
): void {
  const before = new Map(items.flatMap((item) => (item.before ? [[item.record, item.before.record]] : [])));
  removeStaleSupport(connection, items);
  removeWords(connection, remove);
  const gone = listOf(remove);
  connection.run('DELETE FROM relationship WHERE id IN (SELECT value FROM json_each(?1))', [gone]);
  connection.run('DELETE FROM node WHERE id IN (SELECT value FROM json_each(?1))', [gone]);
  // Nodes come first: a relationship looks its ends up.
  const indexed: IndexedNode[] = [];
  for (const { record } of put) {
    if (isRelationship(record)) continue;
    const known = before.get(record.id);
    const old = known && !isRelationship(known) ? known : null;
    if (old && sameRecord(old, record)) putVersion(connection, 'node', record);
    else indexed.push({ pk: putNode(connection, record, old), node: record, before: old });
  }
  indexWords(connection, indexed);
  for (const { record } of put) {
    if (!isRelationship(record)) continue;
    const known = before.get(record.id);
    const old = known && isRelationship(known) ? known : null;
    if (old && sameRecord(old, record)) putVersion(connection, 'relationship', record);
    else putRelationship(connection, record, old);
  }
  putFreshSupport(connection, put, items);
}
