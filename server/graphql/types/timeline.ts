import { nodeTypeNames } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { NodeWhere, Order } from '../../store/node-query.ts';
import type { NodeSelection } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { EntityTypeEnum } from '../enums.ts';
import { PartialDateRef } from '../fields/expose-properties.ts';
import { type ListView, PageInfoRef, pageInfoOf, present } from '../lists/connections.ts';
import { fetchList, type ListItem } from '../lists/fetch-list.ts';
import { pageArguments } from '../lists/page-arguments.ts';
import { allOf } from '../lists/read-where.ts';
import { bareNode, readNodeIds } from '../plan/node-selections.ts';
import { askSelection } from '../plan/plan-read.ts';
import type { Ask } from '../plan/reads.ts';
import { EntityRef } from '../refs.ts';

const IDS_LIMIT = 2_000;
const byDate: Order = [{ by: { kind: 'node', property: 'date' }, direction: 'asc' }];
const hasDate: NodeWhere = {
  kind: 'property',
  property: 'date',
  test: { kind: 'isNull', value: false },
};

const ConnectionRef = builder.objectRef<ListView<ListItem>>('TimelineConnection');
const EdgeRef = builder.objectRef<{
  readonly item: ListItem;
  readonly cursorOf: ListView<ListItem>['cursorOf'];
}>('TimelineEdge');

/** Adds the nodes in the order of their dates; those that have none are left out. */
export function addTimeline(): void {
  EdgeRef.implement({
    description: 'A node at its place in time.',
    fields: (t) => ({
      entity: t.field({ type: EntityRef, resolve: ({ item }) => item.node }),
      what: t.string({
        description: 'What the label shows.',
        resolve: ({ item }) => item.node.node.properties.name,
      }),
      date: t.field({ type: PartialDateRef, resolve: ({ item }) => present(item.node.node.properties.date) }),
      cursor: t.string({ resolve: ({ item, cursorOf }) => present(cursorOf(item)) }),
    }),
  });
  ConnectionRef.implement({
    fields: (t) => ({
      edges: t.field({
        type: [EdgeRef],
        resolve: ({ page, cursorOf }) => page.items.map((item) => ({ item, cursorOf })),
      }),
      nodes: t.field({ type: [EntityRef], resolve: ({ page }) => page.items.map(({ node }) => node) }),
      pageInfo: t.field({ type: PageInfoRef, resolve: pageInfoOf }),
      totalCount: t.int({ resolve: ({ page }) => page.totalCount ?? page.items.length }),
    }),
  });
  builder.queryField('timeline', (t) =>
    t.field({
      type: ConnectionRef,
      description: 'Nodes in the order of their dates, those given or all.',
      args: {
        ...pageArguments(t.arg),
        ids: t.arg.idList({ description: `At most ${IDS_LIMIT}; all nodes if left out.` }),
        types: t.arg({ type: [EntityTypeEnum] }),
        from: t.arg({ type: 'EDTF', description: 'Only dates that may lie on or after this one.' }),
        to: t.arg({ type: 'EDTF', description: 'Only dates that may lie on or before this one.' }),
      },
      resolve: (_root, args, context, info) => {
        const ids: NodeWhere | null = args.ids ? { kind: 'id', in: readNodeIds(args.ids, IDS_LIMIT) } : null;
        return fetchList(context, withDate(askSelection(info, args)), {
          types: args.types ?? nodeTypeNames,
          where: allOf(hasDate, ids, withinTime(args.from, args.to)),
          order: byDate,
        });
      },
    }),
  );
}

/** The timeline reads the date of a node when its edge is selected, whatever is selected of the node itself. */
function withDate(ask: Ask): Ask {
  return {
    ...ask,
    nodes: () => {
      const selected = ask.nodes(['edges', 'entity'], ['nodes']);
      return ask.selects('edges', 'date') ? addDate(selected ?? bareNode) : selected;
    },
  };
}

function addDate(selection: NodeSelection): NodeSelection {
  return { ...selection, properties: [...new Set([...selection.properties, 'date' as const])] };
}

function withinTime(
  from: PartialDate | null | undefined,
  to: PartialDate | null | undefined,
): NodeWhere | null {
  if (!from && !to) return null;
  const always = { earliest: '0001-01-01', latest: '9999-12-31' };
  const earliest = (from ?? always).earliest;
  const latest = (to ?? always).latest;
  return { kind: 'property', property: 'date', test: { kind: 'overlaps', earliest, latest } };
}
