import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { Position } from '../../store/node-query.ts';
import type { Page } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import type { FieldMaker, Types } from '../fields/expose-properties.ts';
import { fingerprintOf, writeCursor } from './cursor.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './page-arguments.ts';

/** A page of a list as its connection shows it. */
export interface ListView<Item> {
  readonly page: Page<Item>;
  /** Null where the list has no cursors, because it is ordered after it was read. */
  readonly cursorOf: (item: Item) => string | null;
}

interface EdgeView<Item> {
  readonly item: Item;
  readonly cursorOf: (item: Item) => string | null;
}

interface PageInfoView {
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly start: () => string | null;
  readonly end: () => string | null;
}

export const PageInfoRef = builder.objectRef<PageInfoView>('PageInfo').implement({
  description: `Lists are walked by \`first\` and \`after\`, or from their end by \`last\` and \`before\`: 1 to ${PAGE_LIMIT} items, ${PAGE_DEFAULT} if left out. A cursor belongs to its list, order and filters.`,
  fields: (t) => ({
    hasNextPage: t.boolean({ resolve: ({ hasNext }) => hasNext }),
    hasPreviousPage: t.boolean({ resolve: ({ hasPrevious }) => hasPrevious }),
    startCursor: t.string({ nullable: true, resolve: ({ start }) => start() }),
    endCursor: t.string({ nullable: true, resolve: ({ end }) => end() }),
  }),
});

type OutputRef<Shape> = ObjectRef<Types, Shape> | InterfaceRef<Types, Shape>;

interface ConnectionShape<Item, Shape> {
  /** The types are `<name>Connection` and `<name>Edge`. */
  readonly name: string;
  readonly says: string;
  readonly node: OutputRef<Shape>;
  readonly nodeOf: (item: Item) => Shape | null;
  /** Fields of the edge beside `node` and `cursor`. */
  readonly edgeFields?: (t: FieldMaker<EdgeView<Item>>) => EdgeFields<Item>;
  /** True where a list can be ordered after it was read, and then has no cursors. */
  readonly cursorsMayMiss?: boolean;
}

type EdgeFields<Item> = Record<string, ReturnType<FieldMaker<EdgeView<Item>>['field']>>;
const listRef = <Item>(name: string) => builder.objectRef<ListView<Item>>(name);
const edgeRef = <Item>(name: string) => builder.objectRef<EdgeView<Item>>(name);

export interface ConnectionRefs<Item> {
  readonly connection: ReturnType<typeof listRef<Item>>;
  readonly edge: ReturnType<typeof edgeRef<Item>>;
}

/** Adds a connection and its edge to the API. */
export function addConnection<Item, Shape>(shape: ConnectionShape<Item, Shape>): ConnectionRefs<Item> {
  const { name, says, node, nodeOf, edgeFields, cursorsMayMiss = false } = shape;
  const connection = listRef<Item>(`${name}Connection`);
  const edge = edgeRef<Item>(`${name}Edge`);
  edge.implement({
    fields: (t) => ({
      ...edgeFields?.(t),
      node: t.field({ type: node, resolve: ({ item }) => present(nodeOf(item)) as never }),
      cursor: cursorsMayMiss
        ? t.string({
            nullable: true,
            description: 'Null where the list is ordered by certainty.',
            resolve: ({ item, cursorOf }) => cursorOf(item),
          })
        : t.string({ resolve: ({ item, cursorOf }) => present(cursorOf(item)) }),
    }),
  });
  connection.implement({
    description: says,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        resolve: ({ page, cursorOf }) => page.items.map((item) => ({ item, cursorOf })),
      }),
      nodes: t.field({
        type: [node],
        resolve: ({ page }) => page.items.map((item) => present(nodeOf(item))) as never,
      }),
      pageInfo: t.field({ type: PageInfoRef, resolve: pageInfoOf }),
      totalCount: t.int({
        resolve: ({ page }) => page.totalCount ?? page.items.length,
      }),
    }),
  });
  return { connection, edge };
}

/** The page with cursors that belong to this list; the mark of the list is made when a cursor is asked for. */
export function viewList<Item extends { readonly position: Position }>(
  page: Page<Item>,
  list: unknown,
): ListView<Item> {
  let mark: string | null = null;
  const cursorOf = ({ position }: Item) => {
    mark ??= fingerprintOf(list);
    return writeCursor(position, mark);
  };
  return { page, cursorOf };
}

export function pageInfoOf<Item>({ page, cursorOf }: ListView<Item>): PageInfoView {
  const cursorAt = (index: number) => {
    const item = page.items.at(index);
    return item === undefined ? null : cursorOf(item);
  };
  return {
    hasNext: page.hasNext,
    hasPrevious: page.hasPrevious,
    start: () => cursorAt(0),
    end: () => cursorAt(-1),
  };
}

/** What a selected field needs was planned; its absence is our own mistake, never the client's. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the read plan left out what is selected');
  return value;
}
