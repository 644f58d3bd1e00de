import type { NodeId, RelationshipId, SupportedId } from '../../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRelationship, Statement } from '../../../schema/records.ts';
import type { JournalRecord } from '../../../server/store/graph-store.ts';
import { isRelationship } from '../../../server/store/settle-change.ts';

/** What the model holds: each record with its evidence and statements, by id. Nothing is indexed. */
export type ModelGraph = ReadonlyMap<string, JournalRecord>;

export function nodesOf(graph: ModelGraph): GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const { record } of graph.values()) if (!isRelationship(record)) nodes.push(record);
  return nodes.sort(compareIds);
}

export function relationshipsOf(graph: ModelGraph): GraphRelationship[] {
  const relationships: GraphRelationship[] = [];
  for (const { record } of graph.values()) if (isRelationship(record)) relationships.push(record);
  return relationships.sort(compareIds);
}

export function findNode(graph: ModelGraph, id: string): GraphNode | null {
  const record = graph.get(id)?.record;
  return record && !isRelationship(record) ? record : null;
}

export function findRelationship(graph: ModelGraph, id: string): GraphRelationship | null {
  const record = graph.get(id)?.record;
  return record && isRelationship(record) ? record : null;
}

/** The evidence that a record has of its own, not that of its statements, by id. */
export function ownEvidence(graph: ModelGraph, id: NodeId | RelationshipId): Evidence[] {
  return (graph.get(id)?.evidence ?? []).filter(({ of }) => of === id).sort(compareIds);
}

/** The evidence of one statement of a record, by id. */
export function statementEvidence(graph: ModelGraph, statement: Statement): Evidence[] {
  const wanted: SupportedId = statement.id;
  return (graph.get(statement.of)?.evidence ?? []).filter(({ of }) => of === wanted).sort(compareIds);
}

/** Ids are ASCII, so that JavaScript's order is that of code points. */
function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
