import fc from 'fast-check';
import { test } from 'vitest';
import { nodeTypeNames } from '../../../schema/node-types.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import type { NodeWhere, RelationshipWhere } from '../../../server/store/node-query.ts';
import type { Branch, ReadPlan } from '../../../server/store/read-plan.ts';
import { aimNodeWhere, aimRelationshipWhere } from '../arbitraries/aim-where.ts';
import { graphArbitrary, nodeIds } from '../arbitraries/graph.ts';
import { planArbitrary } from '../arbitraries/plan.ts';
import { questionArbitrary, type StoreQuestion } from '../arbitraries/question.ts';
import { nodeWhere, relationshipWhere } from '../arbitraries/where.ts';
import { canonicalAnswer } from '../check/canonical-answer.ts';
import { checkProperty } from '../check/check-property.ts';
import { continuePages } from '../check/continue-pages.ts';
import { firstDifference } from '../check/first-difference.ts';
import { modelOf, type OpenStore, withWorld } from '../check/worlds.ts';

/** In milliseconds; a real database on a busy machine plans each random query anew. */
const PATIENCE = 300_000;

/** Random graphs, and random plans and questions on them: the store answers as the model does, order included. */
export function describeRandomReads(open: OpenStore, runs: number): void {
  test(
    'random plans over random graphs bring the trees that the model brings',
    async () => {
      const cases = fc.record({
        records: graphArbitrary,
        plans: fc.array(planArbitrary, { minLength: 1, maxLength: 2 }),
        pick: fc.nat(9),
        turn: fc.boolean(),
      });
      await checkProperty(cases, runs, async ({ records, plans, pick, turn }) => {
        const model = await modelOf(records);
        return withWorld(
          open,
          async (store) => {
            for (const plan of plans) {
              const first = await comparePlan(model, store, plan);
              if (first) return first;
              const next = continuePages(plan, await model.read(plan), pick, turn);
              const second = await comparePlan(model, store, next);
              if (second) return `continued as ${JSON.stringify(next)}\n${second}`;
            }
            return null;
          },
          records,
        );
      });
    },
    PATIENCE,
  );

  test(
    'random filters over random graphs match what they match in the model',
    async () => {
      const cases = fc
        .record({
          records: graphArbitrary,
          nodes: fc.array(nodeWhere(2), { minLength: 3, maxLength: 6 }),
          relationships: fc.array(relationshipWhere(1), { minLength: 1, maxLength: 3 }),
          pick: fc.nat(999),
        })
        .map(({ records, nodes, relationships, pick }) => ({
          records,
          plans: [
            ...nodes.map((where, index) => filterNodes(aimNodeWhere(where, { records, pick: pick + index }))),
            ...relationships.map((where, index) =>
              filterRelationships(aimRelationshipWhere(where, { records, pick: pick + index })),
            ),
          ],
        }));
      await checkProperty(cases, runs, async ({ records, plans }) => {
        const model = await modelOf(records);
        return withWorld(
          open,
          async (store) => {
            for (const plan of plans) {
              const difference = await comparePlan(model, store, plan);
              if (difference) return `${JSON.stringify(plan)}\n${difference}`;
            }
            return null;
          },
          records,
        );
      });
    },
    PATIENCE,
  );

  test(
    'random facets, searches and walks over random graphs bring what the model brings',
    async () => {
      const cases = fc.record({
        records: graphArbitrary,
        questions: fc.array(questionArbitrary, { minLength: 4, maxLength: 9 }),
      });
      await checkProperty(cases, Math.ceil(runs / 2), async ({ records, questions }) => {
        const model = await modelOf(records);
        return withWorld(
          open,
          async (store) => {
            for (const question of questions) {
              const [expected, actual] = [await ask(model, question), await ask(store, question)];
              const difference = firstDifference(expected, actual);
              if (difference) return `${JSON.stringify(question)}\n${difference}`;
            }
            return null;
          },
          records,
        );
      });
    },
    PATIENCE,
  );
}

const idAlone = { properties: [], evidence: null, statements: null, counts: false, branches: [] };
const wholeList = { direction: 'forward', limit: 50, from: null } as const;

/** The ids of all nodes that match. */
function filterNodes(where: NodeWhere): ReadPlan {
  return {
    kind: 'nodes',
    types: nodeTypeNames,
    where,
    order: [],
    page: wholeList,
    countTotal: true,
    select: idAlone,
  };
}

/** The ids of all relationships that match, at each of their ends. */
function filterRelationships(relationshipWhere: RelationshipWhere): ReadPlan {
  const follow = relationshipTypeNames.flatMap((relationship) => [
    { relationship, direction: 'out' as const },
    { relationship, direction: 'in' as const },
  ]);
  const branch: Branch = {
    key: 'all',
    onTypes: nodeTypeNames,
    follow,
    where: null,
    relationshipWhere,
    order: [],
    page: wholeList,
    countTotal: true,
    relationship: { properties: [], evidence: null, statements: null, from: null, to: null },
    node: null,
  };
  return { kind: 'nodesById', ids: nodeIds, select: { ...idAlone, branches: [branch] } };
}

async function comparePlan(model: GraphStore, store: GraphStore, plan: ReadPlan): Promise<string | null> {
  const expected = canonicalAnswer(await model.read(plan));
  return firstDifference(expected, canonicalAnswer(await store.read(plan)));
}

/** The answer to a question; candidates, which come in no order, by id. */
async function ask(store: GraphStore, asked: StoreQuestion): Promise<unknown> {
  switch (asked.kind) {
    case 'facets':
      return store.facets(asked.question);
    case 'adjacent':
      return store.adjacent(asked.question);
    case 'nodeIds':
      return store.nodeIds(asked.question);
    case 'search': {
      const { nodes, truncated } = await store.searchCandidates(asked.question);
      return { truncated, nodes: [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    }
  }
}
