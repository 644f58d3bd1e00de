import { nodeTypeNames } from '../../../schema/node-types.ts';
import { relationshipPropertyNames } from '../../../schema/properties.ts';
import {
  type Direction,
  type RelationshipType,
  relationshipTypeNames,
} from '../../../schema/relationship-types.ts';
import type { Order } from '../../store/node-query.ts';
import type { Branch, BranchItem, NodeTree } from '../../store/read-plan.ts';
import { DirectionEnum, EntityTypeEnum, RelationshipTypeEnum } from '../enums.ts';
import { addConnection, type ListView, present, viewList } from '../lists/connections.ts';
import { orderInputOf } from '../lists/order-inputs.ts';
import { pageArguments } from '../lists/page-arguments.ts';
import { nodeWhereOf, relationshipWhereOf } from '../lists/where-inputs.ts';
import { planConnection, readRelationshipList } from '../plan/plan-branch.ts';
import { keyOfPath } from '../plan/plan-read.ts';
import { type Ask, type Read, reads } from '../plan/reads.ts';
import { EntityRef, RelationshipCountRef } from '../refs.ts';
import type { FieldMaker } from './expose-properties.ts';
import { relationshipFields } from './relationship-facts.ts';

const byTypeAndName: Order = [
  { by: { kind: 'relationshipType' }, direction: 'asc' },
  { by: { kind: 'node', property: 'name' }, direction: 'asc' },
];

const neighbourRead: Read = {
  kind: 'branches',
  plan: (ask) => planConnection(ask, neighbourList(ask.args)),
};
const countsRead: Read = { kind: 'counts' };

let refs: ReturnType<typeof addConnection<BranchItem, NodeTree>> | null = null;

export function neighbourRefs() {
  refs ??= addConnection<BranchItem, NodeTree>({
    name: 'Neighbour',
    says: 'Relationships of any type with the nodes at their far ends.',
    node: EntityRef,
    nodeOf: ({ node }) => node,
    edgeFields: (t) => ({
      ...relationshipFields(t, {
        treeOf: ({ item }) => item.relationship,
        properties: relationshipPropertyNames,
        directionOf: ({ item }) => item.direction,
      }),
      direction: t.field({
        type: DirectionEnum,
        description: 'OUT where it begins at the node that was asked about.',
        resolve: ({ item }) => item.direction,
      }),
    }),
  });
  return refs;
}

/** Arguments of every list of neighbours. */
export function neighbourArguments(t: FieldMaker<unknown>['arg']) {
  return {
    ...pageArguments(t),
    types: t({ type: [RelationshipTypeEnum], description: 'Only relationships of these types.' }),
    direction: t({ type: DirectionEnum, description: 'Both ways if left out.' }),
    farTypes: t({ type: [EntityTypeEnum], description: 'Only neighbours of these types.' }),
    where: t({ type: nodeWhereOf(nodeTypeNames), description: 'About the neighbour.' }),
    relationship: t({ type: relationshipWhereOf(null), description: 'About the relationship itself.' }),
    orderBy: t({
      type: [orderInputOf(nodeTypeNames, true)],
      description: 'By relationship type and name if left out.',
    }),
  };
}

/** The fields that every node has for walking the graph without knowing its types. */
export function genericFields(t: FieldMaker<NodeTree>) {
  return {
    neighbours: t.field({
      type: neighbourRefs().connection,
      description: 'What it is related to, whatever the type.',
      args: neighbourArguments(t.arg),
      ...reads(neighbourRead),
      resolve: (tree, args, _context, info): ListView<BranchItem> =>
        viewList(present(tree.branches.get(keyOfPath(info.path))), neighbourList(args)),
    }),
    relationshipCounts: t.field({
      type: [RelationshipCountRef],
      description: 'How many relationships it has, per type and direction.',
      ...reads(countsRead),
      resolve: ({ counts }) => present(counts),
    }),
  };
}

export function neighbourList(args: Ask['args']) {
  const follow = followedBy(args);
  if (follow.length > 0) return readRelationshipList(args, follow, nodeTypeNames, byTypeAndName);
  // A store follows one relationship at least, so a list of no types is one that no relationship matches.
  const all = readRelationshipList(args, everyEnd, nodeTypeNames, byTypeAndName);
  return { ...all, relationshipWhere: { kind: 'or' as const, of: [] } };
}

/** Every relationship and direction that some type of node has; a store passes over those that a node has not. */
const everyEnd: Branch['follow'] = relationshipTypeNames.flatMap((relationship) => [
  { relationship, direction: 'out' as const },
  { relationship, direction: 'in' as const },
]);

function followedBy({ types, direction }: Ask['args']): Branch['follow'] {
  const wanted = Array.isArray(types) ? (types as readonly RelationshipType[]) : null;
  return everyEnd.filter(
    (end) =>
      (!wanted || wanted.includes(end.relationship)) &&
      (!direction || end.direction === (direction as Direction)),
  );
}
