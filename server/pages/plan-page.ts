import { type NodeType, propertiesOf } from '../../schema/node-types.ts';
import type { PropertyName } from '../../schema/properties.ts';
import {
  type Direction,
  type RelationshipField,
  type RelationshipType,
  relationshipFieldsOf,
  relationshipPropertiesOf,
  relationshipTypeRow,
} from '../../schema/relationship-types.ts';
import type { Order } from '../store/node-query.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  ReadPlan,
  RelationshipSelection,
} from '../store/read-plan.ts';
import type { PageSubject } from './page-path.ts';

/** How many relationships of one field a page lists; the explorer has the others. */
export const listLimit = 100;

/** Fields of one plan; see `planPage`. */
const FIELDS_OF_PLAN = 4;

const selections = new Map<NodeType, readonly NodeSelection[]>();

/**
 * Everything that a page shows, as a few plans of the same node: what it says of itself and what that rests on, and then
 * its relationship fields, some in each. As one plan Neo4j takes seconds to find a way through it the first time.
 */
export function planPage({ id, type }: PageSubject): readonly Extract<ReadPlan, { kind: 'nodesById' }>[] {
  const known = selections.get(type) ?? selectPage(type);
  selections.set(type, known);
  return known.map((select) => ({ kind: 'nodesById', ids: [id], select }));
}

function selectPage(type: NodeType): readonly NodeSelection[] {
  const branches = relationshipFieldsOf(type).map((field) => planField(type, field));
  const parts: NodeSelection[] = [
    { ...plainNode, properties: propertiesOf(type), evidence, statements: { evidence } },
  ];
  for (let at = 0; at < branches.length; at += FIELDS_OF_PLAN)
    parts.push({ ...plainNode, properties: [], branches: branches.slice(at, at + FIELDS_OF_PLAN) });
  return parts;
}

const evidence: EvidenceSelection = {
  document: {
    properties: ['kind', 'standing', 'publishedOn', 'sourceUrl', 'archiveUrl', 'licence', 'attribution'],
    evidence: null,
    statements: null,
    counts: false,
    branches: [],
  },
};

/** What a line about another node shows of it, whatever its type. */
const shownOfOthers: readonly PropertyName[] = [
  'date',
  'kind',
  'text',
  'area',
  'areaAsPrinted',
  'label',
  'grade',
  'standing',
  'officialNumber',
  'licence',
  'attribution',
];
const byTime: Order = [
  { by: { kind: 'node', property: 'date' }, direction: 'asc' },
  { by: { kind: 'node', property: 'name' }, direction: 'asc' },
];

function planField(type: NodeType, field: RelationshipField): Branch {
  const { relationship, direction } = field;
  const isJudged = field.farTypes.includes('Judgement');
  const node: NodeSelection = {
    properties: shownOfOthers,
    evidence: isJudged ? evidence : null,
    statements: null,
    counts: false,
    branches: branchesBeyond(relationship, direction),
  };
  return { ...planBranch(field.field, type, relationship, direction), node };
}

/** What is read one step further: what names the far node better than its own properties do. */
function branchesBeyond(relationship: RelationshipType, direction: Direction): readonly Branch[] {
  const place = `${relationship} ${direction}`;
  if (place === 'SAID in') return [planBranch('posts', 'Person', 'HOLDS_POST', 'out')];
  if (place === 'ABOUT out') return [withoutSources(planBranch('inspection', 'Judgement', 'JUDGED', 'in'))];
  if (place === 'INSPECTED in' || place === 'COVERED in') return [withoutSources(planJudgements())];
  if (relationship === 'JUDGED' && direction === 'in')
    return [
      { ...planJudgements(), node: { ...plainNode, evidence } },
      withoutSources(planBranch('inspected', 'Inspection', 'INSPECTED', 'out')),
      withoutSources(planBranch('conductedBy', 'Inspection', 'CONDUCTED', 'in')),
    ];
  return [];
}

function planJudgements(): Branch {
  return planBranch('judgements', 'Inspection', 'JUDGED', 'out');
}

/** For what is named only, and cited nowhere. */
function withoutSources(branch: Branch): Branch {
  return { ...branch, relationship: plainRelationship };
}

const plainRelationship: RelationshipSelection = {
  properties: [],
  evidence: null,
  statements: null,
  from: null,
  to: null,
};

const plainNode: NodeSelection = {
  properties: shownOfOthers,
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

function planBranch(
  key: string,
  onType: NodeType,
  relationship: RelationshipType,
  direction: Direction,
): Branch {
  const row = relationshipTypeRow(relationship);
  return {
    key,
    onTypes: [onType],
    follow: [{ relationship, direction }],
    where: null,
    relationshipWhere: null,
    order: byTime,
    page: { direction: 'forward', limit: direction === 'in' && row.oneAtEnd ? 1 : listLimit, from: null },
    countTotal: false,
    relationship: {
      properties: relationshipPropertiesOf(relationship),
      evidence,
      // Posts alone show what each source says, and Neo4j takes seconds to plan what nobody would see.
      statements: relationship === 'HOLDS_POST' ? { evidence } : null,
      from: null,
      to: null,
    },
    node: plainNode,
  };
}
