import fc, { type Arbitrary } from 'fast-check';
import { kindOf, nodeTypeNames } from '../../../schema/node-types.ts';
import { propertyNames, relationshipPropertyNames } from '../../../schema/properties.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type { Order, OrderKey, PageRequest } from '../../../server/store/node-query.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  ReadPlan,
  RelationshipSelection,
  StatementSelection,
} from '../../../server/store/read-plan.ts';
import { likelyDocuments, nodeIds, relationshipIds } from './graph.ts';
import { maybe, row } from './values.ts';
import { nodeWhere, relationshipWhere } from './where.ts';

const orderable = propertyNames.filter((name) => !['texts', 'dates'].includes(kindOf(name)));
const steps = relationshipTypeNames.flatMap((relationship) => [
  { relationship, direction: 'out' as const },
  { relationship, direction: 'in' as const },
]);

/** All or some of the items, without repetition and in any order; all is twice as common, for plans that meet much. */
function subset<Item>(items: readonly Item[], minLength: number): Arbitrary<Item[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<Item[]>([...items]) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...items], { minLength }) },
  );
}

const direction = fc.constantFrom('asc', 'desc');

const propertyKey: Arbitrary<OrderKey> = row({
  by: fc.constantFrom(...orderable).map((property) => ({ kind: 'node' as const, property })),
  direction,
});

const typeKey: Arbitrary<OrderKey> = row({
  by: fc.constant({ kind: 'relationshipType' as const }),
  direction,
});

const nodeOrder: Arbitrary<Order> = fc.array(propertyKey, { maxLength: 2 });
const branchOrder: Arbitrary<Order> = fc.array(fc.oneof(propertyKey, propertyKey, typeKey), { maxLength: 2 });

function pageRequest(maxLimit: number): Arbitrary<PageRequest> {
  return row({
    direction: fc.constantFrom('forward', 'backward'),
    limit: fc.nat(maxLimit),
    from: fc.constant(null),
  });
}

const nothingRead: Arbitrary<PageRequest> = pageRequest(0);

const evidenceSelection = (depth: number): Arbitrary<EvidenceSelection> =>
  row({ document: depth > 0 ? maybe(nodeSelection(depth - 1)) : fc.constant(null) });

const statementSelection = (depth: number): Arbitrary<StatementSelection> =>
  row({ evidence: maybe(evidenceSelection(depth)) });

/** What is read of a node, with branches nested at most so deep. */
function nodeSelection(depth: number): Arbitrary<NodeSelection> {
  return row({
    properties: subset(propertyNames, 0),
    evidence: maybe(evidenceSelection(Math.min(depth, 1)), 1),
    statements: maybe(statementSelection(0), 1),
    counts: fc.boolean(),
    branches: depth > 0 ? branches(depth, depth > 2 ? 2 : 1) : fc.constant([]),
  });
}

function relationshipSelection(depth: number, ends: boolean): Arbitrary<RelationshipSelection> {
  const end = ends && depth > 0 ? maybe(nodeSelection(depth - 1), 3) : fc.constant(null);
  return row({
    properties: subset(relationshipPropertyNames, 0),
    evidence: maybe(evidenceSelection(Math.min(depth, 1)), 2),
    statements: maybe(statementSelection(Math.min(depth, 1)), 2),
    from: end,
    to: end,
  });
}

/** Two at the root, so that they can disturb each other; one below, to keep plans of a size that people ask. */
function branches(depth: number, maxLength: number): Arbitrary<Branch[]> {
  return fc
    .array(branch(depth), { maxLength })
    .map((list) => list.map((one, index) => ({ ...one, key: `b${index}` })));
}

function branch(depth: number): Arbitrary<Branch> {
  const common = {
    key: fc.constant('b'),
    onTypes: subset(nodeTypeNames, 1),
    follow: subset(steps, 1),
    where: maybe(nodeWhere(1), 1),
    relationshipWhere: maybe(relationshipWhere(0), 1),
    order: branchOrder,
    countTotal: fc.boolean(),
  };
  return fc.oneof(
    {
      weight: 6,
      arbitrary: row({
        ...common,
        page: pageRequest(4),
        relationship: relationshipSelection(Math.min(depth - 1, 1), false),
        node: maybe(nodeSelection(depth - 1), 5),
      }),
    },
    {
      weight: 1,
      arbitrary: row({
        ...common,
        page: nothingRead,
        relationship: fc.constant(null),
        node: fc.constant(null),
      }),
    },
  );
}

const nodeList = {
  kind: fc.constant('nodes' as const),
  types: subset(nodeTypeNames, 1),
  where: maybe(nodeWhere(1), 1),
  order: nodeOrder,
  countTotal: fc.boolean(),
};

/** A random plan of any kind. Its pages begin at an end of their list: `continuePages` moves them on. */
export const planArbitrary: Arbitrary<ReadPlan> = fc.oneof(
  { weight: 6, arbitrary: row({ ...nodeList, page: pageRequest(5), select: nodeSelection(3) }) },
  { weight: 1, arbitrary: row({ ...nodeList, page: nothingRead, select: fc.constant(null) }) },
  {
    weight: 2,
    arbitrary: row({
      kind: fc.constant('nodesById' as const),
      ids: subset(nodeIds, 0),
      select: nodeSelection(2),
    }),
  },
  {
    weight: 2,
    arbitrary: row({
      kind: fc.constant('relationshipsById' as const),
      ids: subset(relationshipIds, 0),
      select: relationshipSelection(2, true),
    }),
  },
  {
    weight: 2,
    arbitrary: row({
      kind: fc.constant('supports' as const),
      document: fc.constantFrom(...likelyDocuments),
      page: pageRequest(6),
      countTotal: fc.boolean(),
      node: maybe(nodeSelection(1)),
      relationship: maybe(relationshipSelection(1, true)),
    }),
  },
);
