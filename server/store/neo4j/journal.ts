import { int } from 'neo4j-driver';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { JournalEntry, JournalItem, JournalRecord, LastChange } from '../graph-store.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import type { Row } from './values.ts';

export function entriesQuery({ after, limit }: { readonly after: number; readonly limit: number }): Query {
  return {
    text:
      'MATCH (j:_JournalEntry) WHERE j.sequence > $after ' +
      'RETURN j {.*} AS entry ORDER BY j.sequence LIMIT $limit',
    parameters: { after, limit: int(limit) },
  };
}

export function rowToEntry({ entry }: Row): JournalEntry {
  const { sequence, at, author, reason, items } = entry as Row;
  return { sequence, at, author, reason, items } as JournalEntry;
}

export function itemsQuery(question: {
  readonly sequence: number;
  readonly after: number;
  readonly limit: number;
}): Query {
  const { sequence, after, limit } = question;
  return {
    text:
      'MATCH (i:_JournalItem {sequence: $sequence}) WHERE i.ordinal > $after ' +
      'RETURN i {.*} AS item ORDER BY i.ordinal LIMIT $limit',
    parameters: { sequence, after, limit: int(limit) },
  };
}

/** Records before and after are kept as JSON, which Neo4j never looks into. */
export function itemToRow(sequence: number, { ordinal, record, before, after }: JournalItem): Row {
  const keep = (given: JournalRecord | null) => given && JSON.stringify(given);
  return { sequence: int(sequence), ordinal: int(ordinal), record, before: keep(before), after: keep(after) };
}

export function rowToItem({ item }: Row): JournalItem {
  const { ordinal, record, before, after } = item as Row;
  const kept = (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as JournalRecord) : null);
  return {
    ordinal: ordinal as number,
    record: record as NodeId | RelationshipId,
    before: kept(before),
    after: kept(after),
  };
}

export function lastChangesQuery(ids: readonly string[]): Query {
  return {
    text: `UNWIND $ids AS id
CALL (id) {
MATCH (i:_JournalItem {record: id}) WHERE i.sequence IS NOT NULL
RETURN i ORDER BY i.sequence DESC LIMIT 1
}
MATCH (j:_JournalEntry {sequence: i.sequence})
RETURN id, j.sequence AS sequence, j.author AS author, i.after IS NULL AS removed`,
    parameters: { ids: [...new Set(ids)] },
  };
}

export function rowsToLastChanges(rows: readonly Row[]): ReadonlyMap<string, LastChange> {
  return new Map(
    rows.map(({ id, sequence, author, removed }) => [
      id as string,
      { sequence, author, removed } as LastChange,
    ]),
  );
}
