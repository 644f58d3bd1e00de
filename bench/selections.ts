import type { NodeId } from '../schema/ids.ts';
import type { NodeType } from '../schema/node-types.ts';
import type { Direction, RelationshipType } from '../schema/relationship-types.ts';
import type { Branch, NodeListPlan, NodeSelection, ReadPlan } from '../server/store/read-plan.ts';

/** Nodes of a page, at every level. */
export const PAGE = 20;

const nothing: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

function branchOf(
  on: NodeType,
  relationship: RelationshipType,
  direction: Direction,
  node: NodeSelection,
): Branch {
  return {
    key: relationship,
    onTypes: [on],
    follow: [{ relationship, direction }],
    where: null,
    relationshipWhere: null,
    order: [],
    page: { direction: 'forward', limit: PAGE, from: null },
    countTotal: false,
    relationship: { properties: [], evidence: null, statements: null, from: null, to: null },
    node,
  };
}

/** One node, with a little of its own and a page of the inspections of an organisation. */
export function lookUpPlan(id: NodeId): Extract<ReadPlan, { kind: 'nodesById' }> {
  const inspections = branchOf('Organisation', 'INSPECTED', 'in', nothing);
  return {
    kind: 'nodesById',
    ids: [id],
    select: { ...nothing, properties: ['note'], branches: [inspections] },
  };
}

/** A page of organisations, with the inspections of each, the judgements of those and the quotes about these. */
export const nestedPlan: NodeListPlan = {
  kind: 'nodes',
  types: ['Organisation'],
  where: null,
  order: [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }],
  page: { direction: 'forward', limit: PAGE, from: null },
  countTotal: false,
  select: {
    ...nothing,
    branches: [
      branchOf('Organisation', 'INSPECTED', 'in', {
        ...nothing,
        branches: [
          branchOf('Inspection', 'JUDGED', 'out', {
            ...nothing,
            branches: [branchOf('Judgement', 'ABOUT', 'in', nothing)],
          }),
        ],
      }),
    ],
  },
};
