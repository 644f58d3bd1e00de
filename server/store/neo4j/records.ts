import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { GraphRecords } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { JournalRecord } from '../graph-store.ts';
import { groupRecords } from '../settle-change.ts';
import { groupBy } from './in-batches.ts';
import { callRelationshipById, type Query } from './plan/plan-to-cypher.ts';
import { type Row, rowToEvidence, rowToNode, rowToRelationship, rowToStatement } from './values.ts';

type RecordId = NodeId | RelationshipId;

/** Reads records whole: one row, with lists of nodes, relationships, statements and evidence in no order. */
export function recordsQuery(ids: readonly RecordId[]): Query {
  return wholeRecords(ids, callRelationshipById('id').join('\n'));
}

/** The same for relationships of one type, found by the index of the type and not over their evidence. */
export function relationshipsQuery(type: RelationshipType, ids: readonly RelationshipId[]): Query {
  return wholeRecords(ids, `MATCH (a)-[r:${type} {id: id}]->(b) USING INDEX r:${type}(id)`);
}

/**
 * The same, relationships by their types as far as these are known. Otherwise the way over their ends is as good as the
 * plan for it, and a plan that was made while the graph was empty, as at a first import, goes through all that touches one
 * end, be that a hub.
 */
export function recordsQueries(
  ids: readonly RecordId[],
  types: ReadonlyMap<RelationshipId, RelationshipType>,
): readonly Query[] {
  const typeOf = (id: RecordId) => types.get(id as RelationshipId) ?? null;
  return [...groupBy(ids, typeOf)].map(([type, group]) =>
    type ? relationshipsQuery(type, group as RelationshipId[]) : recordsQuery(group),
  );
}

/**
 * `find` binds `a`, `r` and `b` to the relationship with the `id` and its ends. What supports a record is looked for where
 * the record is there only: an import asks for many that are not.
 */
function wholeRecords(ids: readonly RecordId[], find: string): Query {
  const text = `
CALL () { MATCH (n:Entity) WHERE n.id IN $nodes RETURN collect([labels(n), n {.*}]) AS nodes }
CALL () {
UNWIND $relationships AS id
${find}
RETURN collect([type(r), a.id, b.id, r {.*}]) AS relationships
}
WITH nodes, relationships, [n IN nodes | n[1].id] + [r IN relationships | r[3].id] AS there
CALL (there) { MATCH (s:_Statement) WHERE s.of IN there RETURN collect(s {.*}) AS statements }
CALL (there, statements) {
MATCH (e:_Evidence) WHERE e.of IN there + [s IN statements | s.id]
RETURN collect(e {.*}) AS evidence
}
RETURN nodes, relationships, statements, evidence`;
  const wanted = [...new Set(ids)];
  const relationships = wanted.filter((id) => id.startsWith('relationship/'));
  const nodes = wanted.filter((id) => !id.startsWith('relationship/'));
  return { text, parameters: { nodes, relationships } };
}

/** The records of the rows of queries, each with its evidence and statements by id, in the order of the ids. */
export function readRecords(
  rows: readonly Row[],
  ids: readonly RecordId[],
): ReadonlyMap<RecordId, JournalRecord> {
  const found = groupRecords({
    nodes: rows.flatMap((row) =>
      (row.nodes as [readonly string[], Row][]).map(([labels, node]) => rowToNode(labels, node)),
    ),
    relationships: rows.flatMap((row) =>
      (row.relationships as [RelationshipType, NodeId, NodeId, Row][]).map(([type, from, to, relationship]) =>
        rowToRelationship(type, from, to, relationship),
      ),
    ),
    statements: rows.flatMap((row) => (row.statements as readonly Row[]).map(rowToStatement)),
    evidence: rows.flatMap((row) => (row.evidence as readonly Row[]).map(rowToEvidence)),
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
