import { nodeTypeRow } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { GraphNode } from '../../../schema/records.ts';
import type { Exploration, ShownNode, ShownRelationship, SourceDocument } from '../exploration.ts';
import { relationshipsOf } from '../relationships-of.ts';
import type { FacetDimension, FacetFilter } from './facets.ts';

/**
 * The groups of the dimension that the node falls under, with none where it lacks the value; null where the dimension
 * says nothing of such nodes, which therefore no filter by it leaves out.
 */
export function keysOfNode(
  state: Exploration,
  node: ShownNode,
  dimension: FacetDimension,
): readonly string[] | null {
  const { record } = node;
  switch (dimension) {
    case 'type':
      return [record.type];
    case 'relationship':
    case 'basis':
      return null;
    case 'grade':
      return record.type === 'Judgement' ? keysOfGrade(record) : null;
    case 'year':
      return nodeTypeRow(record.type).dateFrom.length > 0 ? yearsOf(record.properties.date) : null;
    case 'source':
      return sourcesOf(state, node).map(({ id }) => id);
    default:
      return `kind/${record.type}` === dimension ? listOf(record.properties.kind) : null;
  }
}

/**
 * As `keysOfNode`, as a filter sees it. Who asks for one grade only asks for the inspections that got it: these fall
 * under the grades of their judgements then. Switching a grade off says nothing of them.
 */
export function keysForFilter(
  state: Exploration,
  node: ShownNode,
  dimension: FacetDimension,
  { kind }: FacetFilter,
): readonly string[] | null {
  const isByJudgements = dimension === 'grade' && kind === 'only' && node.record.type === 'Inspection';
  if (!isByJudgements) return keysOfNode(state, node, dimension);
  return relationshipsOf(state, node.record.id).flatMap(({ record }) => {
    const judgement = record.type === 'JUDGED' ? state.nodes.get(record.to) : undefined;
    return judgement ? keysOfGrade(judgement.record) : [];
  });
}

/** The groups that the relationship falls under; null as for nodes. */
export function keysOfRelationship(
  { record, basis, documents }: ShownRelationship,
  dimension: FacetDimension,
): readonly string[] | null {
  switch (dimension) {
    case 'relationship':
      return [record.type];
    case 'basis':
      return [basis];
    case 'source':
      return documents.map(({ id }) => id);
    default:
      return null;
  }
}

function keysOfGrade({ properties: { grade, label } }: GraphNode): readonly string[] {
  if (grade) return [`${grade.scale}#${grade.rank}`];
  return label === undefined ? [] : [`none#${label.toLowerCase()}`];
}

/** Longer than this a date does not say which year something is of. */
const LONGEST = 30;
const OPEN = { first: '0001', last: '9999' };

/** All years that the date can mean; of an open interval the side that is known. */
function yearsOf(date: PartialDate | undefined): readonly string[] {
  if (!date) return [];
  const [first, last] = [date.earliest.slice(0, 4), date.latest.slice(0, 4)];
  const from = Number(first === OPEN.first ? last : first);
  const to = Number(last === OPEN.last ? first : last);
  if (to - from > LONGEST) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(4, '0'));
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

interface KnownSources {
  readonly around: readonly ShownRelationship[];
  readonly sources: readonly SourceDocument[];
}

const found = new WeakMap<ShownNode, KnownSources>();

/**
 * The documents that a node rests on: those of its own evidence, those of the relationships on the view that touch
 * it (whose ends must be seen for them to be seen), and itself where it is one.
 */
export function sourcesOf(state: Exploration, node: ShownNode): readonly SourceDocument[] {
  const known = found.get(node);
  const around = relationshipsOf(state, node.record.id);
  if (known?.around === around) return known.sources;
  const sources = findSources(node, around);
  found.set(node, { around, sources });
  return sources;
}

function findSources(node: ShownNode, around: readonly ShownRelationship[]): readonly SourceDocument[] {
  const all = [
    ...(node.record.type === 'Document' ? [asSource(node.record)] : []),
    ...node.documents,
    ...around.flatMap(({ documents }) => documents),
  ];
  return [...new Map(all.map((document) => [document.id, document])).values()];
}

function asSource({ id, properties: { name, standing } }: GraphNode): SourceDocument {
  return { id, name, isPrimary: standing === 'primary' };
}
