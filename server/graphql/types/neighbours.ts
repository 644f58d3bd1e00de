import { nodeTypeNames } from '../../../schema/node-types.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import { builder } from '../builder.ts';
import { DirectionEnum, RelationshipTypeEnum } from '../enums.ts';
import { neighbourArguments, neighbourList, neighbourRefs } from '../fields/neighbour-fields.ts';
import { present, viewList } from '../lists/connections.ts';
import { bareNode, fetchNodes, readNodeId } from '../plan/node-selections.ts';
import { planConnection } from '../plan/plan-branch.ts';
import { askSelection } from '../plan/plan-read.ts';
import { RelationshipCountRef } from '../refs.ts';
/** Adds what `relationshipCounts` is made of. */
export function addNeighbourTypes(): void {
  RelationshipCountRef.implement({
    fields: (t) => ({
      type: t.field({ type: RelationshipTypeEnum, resolve: ({ relationship }) => relationship }),
      direction: t.field({ type: DirectionEnum, resolve: ({ direction }) => direction }),
      says: t.string({
        description: 'The relationship in words, in this direction.',
        resolve: ({ relationship, direction }) => sayRelationship(relationship, direction, {}),
      }),
      relationships: t.exposeInt('relationships'),
      neighbours: t.exposeInt('neighbours', { description: 'Distinct nodes that they reach.' }),
    }),
  });
}

/** Adds the same questions at the root, for clients that hold an id and no type. */
export function addNeighbourFields(): void {
  builder.queryFields((t) => ({
    neighbours: t.field({
      type: neighbourRefs().connection,
      nullable: true,
      description: 'What a node is related to; null if there is no such node.',
      args: { id: t.arg.id({ required: true }), ...neighbourArguments(t.arg) },
      resolve: async (_root, args, context, info) => {
        const list = neighbourList(args);
        // The type of the node is not known before it is read, and the root field's own path says nothing.
        const ask = { ...askSelection(info, args), onTypes: nodeTypeNames, path: 'neighbours' };
        const select = { ...bareNode, branches: planConnection(ask, list).branches };
        const [tree] = await fetchNodes(context, [readNodeId(args.id)], select);
        return tree ? viewList(present(tree.branches.get('neighbours')), list) : null;
      },
    }),
    relationshipCounts: t.field({
      type: [RelationshipCountRef],
      nullable: true,
      description:
        'How many relationships a node has, per type and direction; null if there is no such node.',
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => {
        const [tree] = await fetchNodes(context, [readNodeId(id)], { ...bareNode, counts: true });
        return tree ? [...present(tree.counts)] : null;
      },
    }),
  }));
}
