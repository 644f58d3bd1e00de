import type { GraphNode, GraphRecords } from '../../../schema/records.ts';
import { completeRecords } from '../../graph/complete-records.ts';
import { settleNames } from '../../graph/settle-names.ts';
import type { Fragment } from './fragment.ts';
import { isPlaceholder, mergeFragments } from './merge-fragments.ts';

/**
 * The records that fragments come to: merged with what is `present` of them, and completed beside what lies `around` and
 * the `documents` that evidence is in. Records around are among them only where they come out otherwise than they are.
 */
export function completePart(
  fragments: readonly Fragment[],
  present: GraphRecords,
  around: GraphRecords,
  documents: readonly GraphNode[],
): GraphRecords {
  const byId = new Map<string, GraphNode>(documents.map((node) => [node.id, node]));
  const merged = mergeFragments(fragments, present, byId);
  // Relationships of which nothing is stated are complete as they are, and most parts of a table hold only such.
  if (merged.nodes.length + merged.statements.length + around.nodes.length === 0) return merged;
  const put = new Set<string>([...merged.nodes, ...merged.relationships].map(({ id }) => id));
  const complete = completeRecords(
    settleNames(
      {
        nodes: [...merged.nodes, ...around.nodes, ...documents.filter(({ id }) => !put.has(id))],
        relationships: [...merged.relationships, ...around.relationships],
        evidence: [...merged.evidence, ...around.evidence],
        statements: [...merged.statements, ...around.statements],
      },
      namedByHand(present),
    ),
  );
  const were = new Map<string, string>(around.nodes.map((node) => [node.id, settledForm(node)]));
  for (const node of complete.nodes)
    if (were.has(node.id) && were.get(node.id) !== settledForm(node)) put.add(node.id);
  return recordsOf(complete, put);
}

/** What completing may change of a record that it was not given anew. */
function settledForm({ disputed, properties: { date, grade, standing } }: GraphNode): string {
  return JSON.stringify([disputed, date, grade, standing]);
}

/** Nodes that are there with a name that no source states, and that stands for no redacted one. */
function namedByHand(present: GraphRecords): ReadonlySet<string> {
  const stated = new Set<string>();
  for (const { of, property } of present.statements) if (property === 'name') stated.add(of);
  const named = present.nodes.filter((node) => !stated.has(node.id) && !isPlaceholder(node));
  return new Set(named.map(({ id }) => id));
}

function recordsOf(records: GraphRecords, wanted: ReadonlySet<string>): GraphRecords {
  const owners = new Map<string, string>(records.statements.map(({ id, of }) => [id, of]));
  return {
    nodes: records.nodes.filter(({ id }) => wanted.has(id)),
    relationships: records.relationships.filter(({ id }) => wanted.has(id)),
    evidence: records.evidence.filter(({ of }) => wanted.has(owners.get(of) ?? of)),
    statements: records.statements.filter(({ of }) => wanted.has(of)),
  };
}
