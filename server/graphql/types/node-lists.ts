import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import type { NodeTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { EntityTypeEnum } from '../enums.ts';
import { addConnection } from '../lists/connections.ts';
import { fetchList, type ListItem, type NodeList } from '../lists/fetch-list.ts';
import { byName, orderInputOf, readOrder } from '../lists/order-inputs.ts';
import { pageArguments } from '../lists/page-arguments.ts';
import { readNodeWhere } from '../lists/read-where.ts';
import { nodeWhereOf } from '../lists/where-inputs.ts';
import { askSelection } from '../plan/plan-read.ts';
import type { Ask } from '../plan/reads.ts';
import { EntityRef, nodeRef } from '../refs.ts';

/** Adds the lists at the root: one for each node type, and one over all. */
export function addNodeLists(): void {
  for (const type of nodeTypeNames) {
    const { plural, words } = nodeTypeRow(type);
    const refs = addConnection<ListItem, NodeTree>({
      name: type,
      says: `A list of ${words.many}.`,
      node: nodeRef(type),
      nodeOf: ({ node }) => node,
    });
    builder.queryField(plural, (t) =>
      t.field({
        type: refs.connection,
        description: `All ${words.many} that match, by name if no order is given.`,
        args: {
          ...pageArguments(t.arg),
          where: t.arg({ type: nodeWhereOf([type]) }),
          orderBy: t.arg({ type: [orderInputOf([type])] }),
        },
        resolve: (_root, args, context, info) =>
          fetchList(context, askSelection(info, args), readList(args, [type], [type])),
      }),
    );
  }
  addEntityList();
}

function addEntityList(): void {
  const { connection } = addConnection<ListItem, NodeTree>({
    name: 'Entity',
    says: 'A list of nodes of several types.',
    node: EntityRef,
    nodeOf: ({ node }) => node,
  });
  builder.queryField('entities', (t) =>
    t.field({
      type: connection,
      description: 'All nodes that match, whatever their type, by name if no order is given.',
      args: {
        ...pageArguments(t.arg),
        types: t.arg({ type: [EntityTypeEnum] }),
        where: t.arg({ type: nodeWhereOf(nodeTypeNames) }),
        orderBy: t.arg({ type: [orderInputOf(nodeTypeNames)] }),
      },
      resolve: (_root, args, context, info) =>
        fetchList(
          context,
          askSelection(info, args),
          readList(args, args.types ?? nodeTypeNames, nodeTypeNames),
        ),
    }),
  );
}

/** `filterTypes` are those that the filter of the list was made for, whichever of them are asked for. */
function readList(args: Ask['args'], types: readonly NodeType[], filterTypes: readonly NodeType[]): NodeList {
  return { types, where: readNodeWhere(args.where, filterTypes), order: readOrder(args.orderBy, byName) };
}
