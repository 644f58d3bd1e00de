import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/** Values of variables as they came: unknown, since nothing has been checked yet. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * How many records a field may bring: one (or as many as its parent has), a page, or a list that has no pages. Such
 * a list is short and cheap by itself, so that only what stands below it is counted.
 */
export type FieldSize =
  | { readonly kind: 'one' }
  | { readonly kind: 'page' | 'list'; readonly records: number };

/** The pages that the API gives where none is asked for: of lists that have `first`, and of sub-graphs. */
const defaultPage = 20;
const defaultLimit = 2_000;

/** Lists whose members are those of the page around them. */
const listsOfPages =
  /(Connection|^JournalEntryPage|^JournalItemPage|^Subgraph|^PathList|^SharedConnections)\.(edges|nodes|relationships|paths|connections|entries|items)$/;

/** How long lists without pages are taken to be: the longest that there are, or what is usual for evidence. */
const listSizes: ReadonlyMap<string, number> = new Map([
  ['Query.startingViews', 4],
  ['StartingView.nodes', 60],
  ['JournalEntry.items', 200],
  ['Path.nodes', 7],
  ['Path.relationships', 6],
]);
const usualList = 3;

/** Those that are as long as a page, although nothing is given that says how long. */
const pageSizes: ReadonlyMap<string, number> = new Map([['StartingView.subgraph', 60]]);

/**
 * The size of a field of the type with this name, from its arguments, given or default: how long a page is, or how
 * many ids are named.
 */
export function sizeOfField(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
  values: Values,
): FieldSize {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  const names = field.args.map(({ name }) => name);
  const numberOf = (name: string) => {
    const literal = given.get(name);
    const value = literal && readValue(literal, operation, values);
    return typeof value === 'number' ? value : undefined;
  };
  if (names.includes('first')) return page(numberOf('first') ?? numberOf('last') ?? defaultPage);
  if (names.includes('limit')) return page(numberOf('limit') ?? defaultLimit);
  const ids = given.get('ids');
  const listed = ids && readValue(ids, operation, values);
  if (Array.isArray(listed)) return page(listed.length);
  const place = `${parent}.${field.name}`;
  const known = pageSizes.get(place);
  return known === undefined ? sizeOfList(place, field) : page(known);
}

function sizeOfList(place: string, { type }: GraphQLField<unknown, unknown>): FieldSize {
  const isList = isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
  if (!isList || listsOfPages.test(place)) return { kind: 'one' };
  return { kind: 'list', records: listSizes.get(place) ?? usualList };
}

function page(records: number): FieldSize {
  return { kind: 'page', records: Math.max(1, records) };
}

function readValue(node: ValueNode, operation: OperationDefinitionNode, values: Values): unknown {
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.LIST) return node.values;
  if (node.kind !== Kind.VARIABLE) return undefined;
  const name = node.name.value;
  if (values[name] !== undefined) return values[name];
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue ? readValue(definition.defaultValue, operation, {}) : undefined;
}
