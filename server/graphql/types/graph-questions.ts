import type { NodeId } from '../../../schema/ids.ts';
import { mostSubgraphHops, mostSubgraphIds, mostSubgraphNodes } from '../../graph/gather-subgraph.ts';
import { sharedConnections } from '../../graph/shared-connections.ts';
import type { SubgraphJob } from '../../jobs/read-subgraph.ts';
import { runQuestion } from '../../jobs/run-question.ts';
import type { NodeTree, RelationshipTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { EntityTypeEnum, RelationshipTypeEnum } from '../enums.ts';
import { readCount } from '../lists/page-arguments.ts';
import { fetchNodes, fetchRelationships, indexTrees, readNodeIds } from '../plan/node-selections.ts';
import { bareRelationship } from '../plan/plan-branch.ts';
import { askSelection } from '../plan/plan-read.ts';
import { EntityRef, RelationshipRef } from '../refs.ts';
import { gatherSubgraph, SubgraphRef } from './subgraph.ts';

const SHARED_IDS_LIMIT = 50;
const SUBGRAPH_NODES = 2_000;

interface Shared {
  readonly node: NodeTree;
  readonly connects: readonly NodeId[];
  readonly relationships: readonly RelationshipTree[];
}

const SharedRef = builder.objectRef<Shared>('SharedConnection');
const SharedListRef = builder.objectRef<{ connections: readonly Shared[]; truncated: boolean }>(
  'SharedConnections',
);

/** Adds questions about the shape of the graph; their algorithms are pure and stand in `server/graph/`. */
export function addGraphQuestions(): void {
  addTypes();
  builder.queryField('subgraph', (t) =>
    t.field({
      type: SubgraphRef,
      description:
        'The given nodes, what lies within some hops of them, and every relationship among all of these. Without ids it is everything, to the limit.',
      args: {
        ids: t.arg.idList({ description: `At most ${mostSubgraphIds}.` }),
        hops: t.arg.int({
          description: `0 to ${mostSubgraphHops}; 0, if left out, gives the relationships among the ids.`,
        }),
        types: t.arg({ type: [RelationshipTypeEnum], description: 'Only relationships of these types.' }),
        nodeTypes: t.arg({ type: [EntityTypeEnum], description: 'Without ids: only nodes of these types.' }),
        limit: t.arg.int({
          description: `How many nodes at most: to ${mostSubgraphNodes}, ${SUBGRAPH_NODES} if left out.`,
        }),
        touching: t.arg.idList({
          description:
            'Of all these, only the nodes named here and the relationships that touch one of them: what a view lacks that has the others.',
        }),
      },
      resolve: (_root, args, context, info) => {
        const question: SubgraphJob = {
          ids: args.ids ? readNodeIds(args.ids, mostSubgraphIds) : null,
          hops: readCount(args.hops, 'hops', mostSubgraphHops, 0) ?? 0,
          types: args.types ?? null,
          nodeTypes: args.nodeTypes ?? null,
          limit: readCount(args.limit, 'limit', mostSubgraphNodes) ?? SUBGRAPH_NODES,
          touching: args.touching ? readNodeIds(args.touching, mostSubgraphIds) : null,
        };
        return gatherSubgraph(context, question, askSelection(info, args));
      },
    }),
  );
  addSharedConnections();
}

function addSharedConnections(): void {
  builder.queryField('sharedConnections', (t) =>
    t.field({
      type: SharedListRef,
      description:
        'Nodes that are connected to at least two of the given ones, those that connect most first.',
      args: {
        ids: t.arg.idList({ required: true, description: `At most ${SHARED_IDS_LIMIT}.` }),
        first: t.arg.int({ description: '1 to 100, 20 if left out.' }),
      },
      resolve: async (_root, args, context, info) => {
        const ask = askSelection(info, args);
        const given = readNodeIds(args.ids, SHARED_IDS_LIMIT);
        const survivors = await context.store.survivors(given);
        const ids = [...new Set(given.map((id) => survivors.get(id) ?? id))];
        const first = readCount(args.first, 'first', 100) ?? 20;
        const options = context.signal ? { signal: context.signal } : {};
        const { answer } = await runQuestion(context.store, sharedConnections({ ids, first }), options);
        const nodeIds = answer.connections.map(({ node }) => node);
        const select = ask.relationships(['connections', 'relationships']);
        const relationshipIds = select
          ? answer.connections.flatMap(({ relationships }) => relationships.map(({ id }) => id))
          : [];
        const [nodes, relationships] = await Promise.all([
          fetchNodes(context, nodeIds, ask.nodes(['connections', 'node'])),
          fetchRelationships(context, relationshipIds, select ?? bareRelationship),
        ]);
        const byId = indexTrees(nodes, relationships);
        const connections = answer.connections.flatMap((shared): Shared[] => {
          const node = byId.nodes.get(shared.node);
          const between = shared.relationships.flatMap(({ id }) => byId.relationships.get(id) ?? []);
          return node ? [{ node, connects: shared.connects, relationships: between }] : [];
        });
        return { connections, truncated: answer.truncated };
      },
    }),
  );
}

function addTypes(): void {
  SharedRef.implement({
    fields: (t) => ({
      node: t.field({ type: EntityRef, resolve: ({ node }) => node }),
      connects: t.idList({
        description: 'Those of the given nodes that it is connected to.',
        resolve: ({ connects }) => connects,
      }),
      relationships: t.field({ type: [RelationshipRef], resolve: ({ relationships }) => [...relationships] }),
    }),
  });
  SharedListRef.implement({
    fields: (t) => ({
      connections: t.field({ type: [SharedRef], resolve: ({ connections }) => [...connections] }),
      truncated: t.exposeBoolean('truncated'),
    }),
  });
}
