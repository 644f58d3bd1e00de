import { foldText } from '../../../schema/fold-text.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { Evidence, GraphNode, GraphRelationship } from '../../../schema/records.ts';
import type {
  CommonWhere,
  DateTest,
  EvidenceTest,
  NodeWhere,
  RelationshipWhere,
  Test,
} from '../../../server/store/node-query.ts';
import { findNode, type ModelGraph, ownEvidence, relationshipsOf } from './model-graph.ts';

type Value = PropertyValue | undefined;

/** Whether the node passes the filter; null passes all. */
export function matchesNode(graph: ModelGraph, node: GraphNode, where: NodeWhere | null): boolean {
  if (!where) return true;
  switch (where.kind) {
    case 'and':
      return where.of.every((part) => matchesNode(graph, node, part));
    case 'or':
      return where.of.some((part) => matchesNode(graph, node, part));
    case 'not':
      return !matchesNode(graph, node, where.of);
    case 'type':
      return where.in.includes(node.type);
    case 'property':
      return matchesValue(node.properties[where.property], where.test);
    case 'related':
      return matchesRelated(graph, node, where);
    default:
      return matchesCommon(graph, node, where);
  }
}

/** Whether the relationship passes the filter; null passes all. */
export function matchesRelationship(
  graph: ModelGraph,
  relationship: GraphRelationship,
  where: RelationshipWhere | null,
): boolean {
  if (!where) return true;
  switch (where.kind) {
    case 'and':
      return where.of.every((part) => matchesRelationship(graph, relationship, part));
    case 'or':
      return where.of.some((part) => matchesRelationship(graph, relationship, part));
    case 'not':
      return !matchesRelationship(graph, relationship, where.of);
    case 'type':
      return where.in.includes(relationship.type);
    case 'property':
      return matchesValue(relationship.properties[where.property], where.test);
    default:
      return matchesCommon(graph, relationship, where);
  }
}

function matchesRelated(
  graph: ModelGraph,
  node: GraphNode,
  where: Extract<NodeWhere, { kind: 'related' }>,
): boolean {
  const some = relationshipsOf(graph).some((relationship) => {
    if (relationship.type !== where.relationship) return false;
    const [near, far] =
      where.direction === 'out' ? [relationship.from, relationship.to] : [relationship.to, relationship.from];
    const farNode = findNode(graph, far);
    return (
      near === node.id &&
      farNode !== null &&
      matchesNode(graph, farNode, where.node) &&
      matchesRelationship(graph, relationship, where.self)
    );
  });
  return where.quantifier === 'some' ? some : !some;
}

function matchesCommon(
  graph: ModelGraph,
  record: GraphNode | GraphRelationship,
  where: CommonWhere,
): boolean {
  if (where.kind === 'disputed') return record.disputed.length > 0 === where.value;
  if (where.kind === 'id') return where.in.includes(record.id);
  return matchesEvidence(graph, ownEvidence(graph, record.id), where.test);
}

function matchesEvidence(graph: ModelGraph, evidence: readonly Evidence[], test: EvidenceTest): boolean {
  if (test.kind === 'basis') return evidence.some(({ basis }) => test.in.includes(basis));
  if (test.kind === 'document')
    return evidence.some(({ document }) => document !== null && test.in.includes(document));
  const primary = evidence.some(
    ({ document }) => document !== null && findNode(graph, document)?.properties.standing === 'primary',
  );
  return primary === test.value;
}

/** A missing value matches `isNull: true` alone; of a list one member must match. */
function matchesValue(value: Value, test: Test): boolean {
  if (test.kind === 'isNull') return (value === undefined) === test.value;
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.some((member: PropertyValue) => matchesMember(member, test));
  return matchesMember(value, test);
}

function matchesMember(value: PropertyValue, test: Exclude<Test, { kind: 'isNull' }>): boolean {
  switch (test.kind) {
    case 'eq':
      return isEqual(value, test.value);
    case 'in':
      return test.values.some((wanted) => isEqual(value, wanted));
    case 'contains':
      return typeof value === 'string' && foldText(value).includes(foldText(test.text));
    case 'startsWith':
      return typeof value === 'string' && foldText(value).startsWith(foldText(test.text));
    case 'lessThan':
      return typeof value === 'number' && (value < test.value || (test.orEqual && value === test.value));
    case 'greaterThan':
      return typeof value === 'number' && (value > test.value || (test.orEqual && value === test.value));
    case 'grade':
      return (
        typeof value === 'object' &&
        'rank' in value &&
        (test.scale === null || test.scale === value.scale) &&
        (test.ranks === null || test.ranks.includes(value.rank))
      );
    default:
      return typeof value === 'object' && 'edtf' in value && matchesDate(value, test);
  }
}

function isEqual(value: PropertyValue, wanted: string | number | boolean): boolean {
  if (typeof value === 'string' && typeof wanted === 'string') return foldText(value) === foldText(wanted);
  return value === wanted;
}

function matchesDate(
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
  test: DateTest,
): boolean {
  if (test.kind === 'overlaps') return earliest <= test.latest && latest >= test.earliest;
  if (test.kind === 'before') return latest < test.earliest;
  if (test.kind === 'after') return earliest > test.latest;
  return earliest >= test.earliest && latest <= test.latest;
}
