import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/** Values of variables as they came: unknown, since nothing has been checked yet. */
export type Values = Readonly<Record<string, unknown>>;

/** How many records a field may bring: one (or as many as its parent has), or a page. */
export type FieldSize = { readonly kind: 'one' } | { readonly kind: 'page'; readonly records: number };

/** Arguments that say how long a list is, and those that are as long as it. */
const sizeArguments = ['first', 'last', 'limit'];
const listArguments = ['ids'];
/** The page that the API gives where none is asked for. */
const defaultPage = 20;

/** The size of a field from its arguments, given or default; a connection without any has the default page. */
export function sizeOfField(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
  values: Values,
): FieldSize {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  const sizes: number[] = [];
  for (const { name, defaultValue } of field.args) {
    const literal = given.get(name);
    const value = literal ? readValue(literal, operation, values) : defaultValue;
    if (sizeArguments.includes(name) && typeof value === 'number') sizes.push(value);
    if (listArguments.includes(name) && Array.isArray(value)) sizes.push(value.length);
  }
  const type = getNamedType(field.type);
  const isConnection = isObjectType(type) && 'pageInfo' in type.getFields();
  if (sizes.length === 0) return isConnection ? { kind: 'page', records: defaultPage } : { kind: 'one' };
  return { kind: 'page', records: Math.max(1, ...sizes) };
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
