import { gradeOf } from '../../schema/grade-scales.ts';
import type { NodeId } from '../../schema/ids.ts';
import { nodeTypeRow, titleOf } from '../../schema/node-types.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';

/**
 * Fills what follows from other values: `date` (by the type's `dateFrom`), `grade` (of a judgement's label on
 * the scale of its date) and the names that a type's row makes. What no longer follows is taken away.
 */
export function deriveValues(records: GraphRecords): GraphRecords {
  const dateOf = datesOfNodes(records);
  return { ...records, nodes: records.nodes.map((node) => derive(node, dateOf(node))) };
}

function derive(node: GraphNode, date: PartialDate | null): GraphNode {
  const { date: _date, grade: _grade, ...given } = node.properties;
  const grade = given.label && node.type === 'Judgement' ? gradeOf(given.label, date) : null;
  const values = { ...given, ...(date ? { date } : {}), ...(grade ? { grade } : {}) };
  return { ...node, properties: { ...values, name: titleOf(node.type, values) } };
}

/** The date of any node of the records; a date that comes from a far node is read over their relationships. */
function datesOfNodes(records: GraphRecords): (node: GraphNode) => PartialDate | null {
  const nodes = new Map<NodeId, GraphNode>(records.nodes.map((node) => [node.id, node]));
  const touching = relationshipsByEnd(records.relationships);
  const dateOf = (node: GraphNode): PartialDate | null => {
    for (const source of nodeTypeRow(node.type).dateFrom) {
      const date = source.kind === 'own' ? ownDate(node, source.property) : farDate(node, source);
      if (date) return date;
    }
    return null;
  };
  const farDate = (
    node: GraphNode,
    { relationship, property }: { readonly relationship: string; readonly property: 'date' | 'publishedOn' },
  ): PartialDate | null => {
    const dates: PartialDate[] = [];
    for (const { type, from, to } of touching.get(node.id) ?? []) {
      const far = type === relationship ? nodes.get(from === node.id ? to : from) : undefined;
      const date = far && (property === 'date' ? dateOf(far) : ownDate(far, property));
      if (date) dates.push(date);
    }
    // Of several documents the first to come out tells best when something was said.
    return dates.sort(compareDates)[0] ?? null;
  };
  return dateOf;
}

function ownDate(node: GraphNode, property: keyof GraphNode['properties']): PartialDate | null {
  const value = node.properties[property];
  return typeof value === 'object' && 'edtf' in value ? value : null;
}

function relationshipsByEnd(
  relationships: readonly GraphRelationship[],
): ReadonlyMap<NodeId, readonly GraphRelationship[]> {
  const byEnd = new Map<NodeId, GraphRelationship[]>();
  for (const relationship of relationships)
    for (const end of [relationship.from, relationship.to]) {
      const list = byEnd.get(end);
      if (list) list.push(relationship);
      else byEnd.set(end, [relationship]);
    }
  return byEnd;
}

function compareDates(a: PartialDate, b: PartialDate): number {
  const [left, right] = [a, b].map(({ earliest, latest, edtf }) => `${earliest} ${latest} ${edtf}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
