import {
  type FieldNode,
  type GraphQLField,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/** Values of variables as they came: unknown, since nothing has been checked yet. */
export type Values = Readonly<Record<string, unknown>>;

/** How many records a field may bring: one (or as many as its parent has), or a page. */
export type FieldSize = { readonly kind: 'one' } | { readonly kind: 'page'; readonly records: number };

/** The pages that the API gives where none is asked for: of lists that have `first`, and of sub-graphs. */
const defaultPage = 20;
const defaultLimit = 2_000;

/** The size of a field from its arguments, given or default: how long a page is, or how many ids are named. */
export function sizeOfField(
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
  return Array.isArray(listed) ? page(listed.length) : { kind: 'one' };
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
