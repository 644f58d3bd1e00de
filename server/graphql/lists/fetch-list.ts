import type { NodeType } from '../../../schema/node-types.ts';
import type { NodeWhere, Order, Position } from '../../store/node-query.ts';
import type { NodeListPlan, NodeTree } from '../../store/read-plan.ts';
import type { ApiContext } from '../context.ts';
import { bareNode } from '../plan/node-selections.ts';
import type { Ask } from '../plan/reads.ts';
import { type ListView, viewList } from './connections.ts';
import { fingerprintOf } from './cursor.ts';
import { readPage } from './page-arguments.ts';

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
