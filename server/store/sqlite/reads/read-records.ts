import type { NodeId, RelationshipId, SupportedId } from '../../../../schema/ids.ts';
import { propertyNames, relationshipPropertyNames } from '../../../../schema/properties.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../../../schema/records.ts';
import type { JournalRecord } from '../../graph-store.ts';
import { isRelationship } from '../../settle-change.ts';
import type { Connection } from '../connection.ts';
import {
  evidenceColumns,
  evidenceOf,
  nodeOf,
  relationshipOf,
  selectList,
  selectNode,
  selectRelationship,
  statementColumns,
  statementOf,
} from '../values.ts';
import { groupBy, listOf } from './reading.ts';

type RecordId = NodeId | RelationshipId;

/**
 * Nodes and relationships whole, with their evidence (that of their statements too) and statements, each in the
 * order of its ids; what is not there is left out. Records come in the order in which they are first asked for.
 */
export function readRecords(
  connection: Connection,
  ids: readonly RecordId[],
): ReadonlyMap<RecordId, JournalRecord> {
  if (ids.length === 0) return new Map();
  const list = listOf(ids);
  const found = new Map<RecordId, GraphNode | GraphRelationship>();
  for (const node of readNodes(connection, list)) found.set(node.id, node);
  for (const relationship of readRelationships(connection, list)) found.set(relationship.id, relationship);
  const statements = groupBy(readStatements(connection, list), ({ of }) => of);
  const owners = new Map<SupportedId, RecordId>();
  for (const own of statements.values()) for (const { id, of } of own) owners.set(id, of);
  const evidence = groupBy(readEvidence(connection, list), ({ of }) => owners.get(of) ?? of);
  const records = new Map<RecordId, JournalRecord>();
  for (const id of ids) {
    const record = found.get(id);
    if (record)
      records.set(id, { evidence: evidence.get(id) ?? [], record, statements: statements.get(id) ?? [] });
  }
  return records;
}

/** The same as flat lists. */
export function flattenRecords(records: ReadonlyMap<RecordId, JournalRecord>): GraphRecords {
  const groups = [...records.values()];
  return {
    nodes: groups.flatMap(({ record }) => (isRelationship(record) ? [] : [record])),
    relationships: groups.flatMap(({ record }) => (isRelationship(record) ? [record] : [])),
    evidence: groups.flatMap(({ evidence }) => evidence),
    statements: groups.flatMap(({ statements }) => statements),
  };
}

function readNodes(connection: Connection, list: string): readonly GraphNode[] {
  const sql = `
    SELECT ${selectNode('n', '', propertyNames)}
    FROM json_each(?1) wanted CROSS JOIN node n
    WHERE n.id = wanted.value`;
  return connection.all(sql, [list]).map((row) => nodeOf(row, '', propertyNames));
}

function readRelationships(connection: Connection, list: string): readonly GraphRelationship[] {
  const sql = `
    SELECT ${selectRelationship('r', '', relationshipPropertyNames)}, f.id AS from_id, t.id AS to_id
    FROM json_each(?1) wanted CROSS JOIN relationship r CROSS JOIN node f CROSS JOIN node t
    WHERE r.id = wanted.value AND f.pk = r.from_pk AND t.pk = r.to_pk`;
  return connection.all(sql, [list]).map((row) => {
    const ends = { from: row.from_id as NodeId, to: row.to_id as NodeId };
    return relationshipOf(row, '', relationshipPropertyNames, ends);
  });
}

function readStatements(connection: Connection, list: string): readonly Statement[] {
  const sql = `
    SELECT ${selectList('s', '', statementColumns)}
    FROM json_each(?1) wanted CROSS JOIN statement s
    WHERE s.of = wanted.value
    ORDER BY s.id`;
  return connection.all(sql, [list]).flatMap((row) => statementOf(row, '') ?? []);
}

function readEvidence(connection: Connection, list: string): readonly Evidence[] {
  const columns = selectList('e', '', evidenceColumns);
  const sql = `
    SELECT ${columns}
    FROM json_each(?1) wanted CROSS JOIN evidence e
    WHERE e.of = wanted.value
    UNION ALL
    SELECT ${columns}
    FROM json_each(?1) wanted CROSS JOIN statement s CROSS JOIN evidence e
    WHERE s.of = wanted.value AND e.of = s.id
    ORDER BY 1`;
  return connection.all(sql, [list]).map((row) => evidenceOf(row, ''));
}
