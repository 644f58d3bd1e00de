import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import type { NodeWhere, Order, Position } from '../../store/node-query.ts';
import type { NodeListPlan, NodeTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { addConnection, type ListView, viewList } from '../connections.ts';
import type { ApiContext } from '../context.ts';
import { fingerprintOf } from '../cursor.ts';
import { EntityTypeEnum } from '../enums.ts';
import { bareNode } from '../node-selections.ts';
import { byName, orderInputOf, readOrder } from '../order-inputs.ts';
import { pageArguments, readPage } from '../page-arguments.ts';
import { askSelection } from '../plan-read.ts';
import { readNodeWhere } from '../read-where.ts';
import type { Ask } from '../reads.ts';
import { EntityRef, nodeRef } from '../refs.ts';
import { nodeWhereOf } from '../where-inputs.ts';

export interface ListItem {
  readonly position: Position;
  readonly node: NodeTree;
}

/** What tells one list of nodes from another. */
export interface NodeList {
  readonly types: readonly NodeType[];
  readonly where: NodeWhere | null;
  readonly order: Order;
}

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
          fetchList(context, askSelection(info, args), readList(args, [type])),
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
        fetchList(context, askSelection(info, args), readList(args, args.types ?? nodeTypeNames)),
    }),
  );
}

function readList(args: Ask['args'], types: readonly NodeType[]): NodeList {
  const filterTypes = types.length === 1 ? types : nodeTypeNames;
  return { types, where: readNodeWhere(args.where, filterTypes), order: readOrder(args.orderBy, byName) };
}

/** Reads the page of a list that is selected; a bare total reads no node. */
export async function fetchList(
  { store, signal }: ApiContext,
  ask: Ask,
  list: NodeList,
): Promise<ListView<ListItem>> {
  const page = readPage(ask.args, () => fingerprintOf(list));
  const readsItems = ask.selects('edges') || ask.selects('nodes') || ask.selects('pageInfo');
  const select = ask.nodes(['edges', 'node'], ['nodes']);
  const plan: NodeListPlan = {
    kind: 'nodes',
    ...list,
    page: readsItems ? page : { ...page, limit: 0 },
    countTotal: ask.selects('totalCount'),
    select: readsItems ? (select ?? bareNode) : null,
  };
  const answer = await store.read(plan, signal ? { signal } : {});
  return viewList(answer.page, list);
}
