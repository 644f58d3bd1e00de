import type { GraphRecords } from '../../../schema/records.ts';
import type { RelationshipCount } from '../../../server/store/read-plan.ts';

/** A copy of an answer in which lists without an order of their own, the counts, are sorted. */
export function canonicalAnswer(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(canonicalAnswer);
  if (answer instanceof Map) return new Map([...answer].map(([key, value]) => [key, canonicalAnswer(value)]));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]: [string, unknown]) => [
      key,
      key === 'counts' && Array.isArray(value) ? sortCounts(value) : canonicalAnswer(value),
    ]),
  );
}

/** Records with each list by id: `records` promises no order. */
export function canonicalRecords(records: GraphRecords): GraphRecords {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    nodes: byId(records.nodes),
    relationships: byId(records.relationships),
    evidence: byId(records.evidence),
    statements: byId(records.statements),
  };
}

function sortCounts(counts: readonly RelationshipCount[]): RelationshipCount[] {
  const key = ({ relationship, direction }: RelationshipCount) => `${relationship} ${direction}`;
  return [...counts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
