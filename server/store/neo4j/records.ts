import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { GraphRecords } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { JournalRecord } from '../graph-store.ts';
import { groupRecords } from '../settle-change.ts';
import { callRelationshipById, type Query } from './plan/plan-to-cypher.ts';
import { type Row, rowToEvidence, rowToNode, rowToRelationship, rowToStatement } from './values.ts';

type RecordId = NodeId | RelationshipId;

/** Reads records whole: one row, with lists of nodes, relationships, statements and evidence in no order. */
export function recordsQuery(ids: readonly RecordId[]): Query {
  return wholeRecords(ids, callRelationshipById('id').join('\n'));
}

/** The same for relationships of one type, found by the index of the type and not over their evidence. */
export function relationshipsQuery(type: RelationshipType, ids: readonly RelationshipId[]): Query {
  return wholeRecords(ids, `MATCH (a:Entity)-[r:${type} {id: id}]->(b:Entity)`);
}

/** `find` binds `a`, `r` and `b` to the relationship with the `id` and its ends. */
function wholeRecords(ids: readonly RecordId[], find: string): Query {
  const text = `
CALL () { MATCH (n:Entity) WHERE n.id IN $nodes RETURN collect([labels(n), n {.*}]) AS nodes }
CALL () {
UNWIND $relationships AS id
${find}
RETURN collect([type(r), a.id, b.id, r {.*}]) AS relationships
}
CALL () { MATCH (s:_Statement) WHERE s.of IN $ids RETURN collect(s {.*}) AS statements }
CALL (statements) {
MATCH (e:_Evidence) WHERE e.of IN $ids + [s IN statements | s.id]
RETURN collect(e {.*}) AS evidence
}
RETURN nodes, relationships, statements, evidence`;
  const wanted = [...new Set(ids)];
  const relationships = wanted.filter((id) => id.startsWith('relationship/'));
  const nodes = wanted.filter((id) => !id.startsWith('relationship/'));
  return { text, parameters: { ids: wanted, nodes, relationships } };
}

/** The records of the query's row, each with its evidence and statements by id, in the order of the ids. */
export function readRecords(
  [row]: readonly Row[],
  ids: readonly RecordId[],
): ReadonlyMap<RecordId, JournalRecord> {
  if (!row) return new Map();
  const found = groupRecords({
    nodes: (row.nodes as [readonly string[], Row][]).map(([labels, node]) => rowToNode(labels, node)),
    relationships: (row.relationships as [RelationshipType, NodeId, NodeId, Row][]).map(
      ([type, from, to, relationship]) => rowToRelationship(type, from, to, relationship),
    ),
    statements: (row.statements as readonly Row[]).map(rowToStatement),
    evidence: (row.evidence as readonly Row[]).map(rowToEvidence),
  });
  const ordered = new Map<RecordId, JournalRecord>();
  for (const id of ids) {
    const record = found.get(id);
    if (record) ordered.set(id, record);
  }
  return ordered;
}

/** The same records as lists. */
export function flattenRecords(records: ReadonlyMap<RecordId, JournalRecord>): GraphRecords {
  const all = [...records.values()];
  return {
    nodes: all.flatMap(({ record }) => ('from' in record ? [] : [record])),
    relationships: all.flatMap(({ record }) => ('from' in record ? [record] : [])),
    evidence: all.flatMap(({ evidence }) => evidence),
    statements: all.flatMap(({ statements }) => statements),
  };
}
