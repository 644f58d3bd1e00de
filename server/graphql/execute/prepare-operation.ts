import {
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ApiContext } from '../context.ts';
import { completerOf } from './complete-value.ts';
import type { PreparedField, PreparedOperation, Values } from './prepared.ts';

type Fragments = PreparedOperation['fragments'];

/** What the fields of one operation share while they are prepared. */
interface Preparing {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** Values of the variables that `@skip` and `@include` ask for; others are not looked at. */
  readonly conditions: { [variable: string]: unknown };
  count: number;
}

/** Whether an operation is one that can be prepared: a query without introspection, whose keys are plain names. */
export function canPrepare(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): boolean {
  let can = operation.operation === 'query' && schema.getQueryType() !== undefined;
  for (const part of [operation, ...Object.values(fragments)])
    visit(part, {
      [Kind.FIELD]: ({ name, alias }) => {
        if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') can = false;
      },
    });
  return can && Object.values(schema.getTypeMap()).every((type) => !isObjectType(type) || !type.isTypeOf);
}

/**
 * Prepares a valid query for values of the variables that its directives name. Fields of a type are prepared when an
 * object of that type first stands at their place.
 */
export function prepareOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Values,
): PreparedOperation {
  const root = schema.getQueryType();
  if (!root) throw new TypeError('the schema has no queries');
  const preparing: Preparing = { schema, fragments, conditions: { ...conditions }, count: 0 };
  const collected = collectFields(schema, fragments, preparing.conditions, root, operation.selectionSet);
  return { schema, operation, fragments, fields: prepareFields(preparing, root, collected) };
}

function prepareFields(
  preparing: Preparing,
  parentType: GraphQLObjectType,
  collected: ReadonlyMap<string, readonly FieldNode[]>,
): readonly PreparedField[] {
  const definitions = parentType.getFields();
  return [...collected].flatMap(([key, nodes]): PreparedField[] => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : definitions[name];
    if (!definition) return [];
    return [
      {
        key,
        definition,
        parentType,
        nodes: [...nodes],
        resolve: definition.resolve ?? readProperty(name),
        // An argument that cannot be read fails when the field is run, and then each time.
        fixedArgs: namesVariables(node) ? null : orNull(() => getArgumentValues(definition, node)),
        number: preparing.count++,
        nullable: !isNonNullType(definition.type),
        complete: completerOf(preparing.schema, definition.type, subfieldsOf(preparing, nodes)),
      },
    ];
  });
}

/** The fields that these nodes select on an object of a type; worked out once for each type. */
function subfieldsOf(
  preparing: Preparing,
  nodes: readonly FieldNode[],
): (type: GraphQLObjectType) => readonly PreparedField[] {
  const known = new Map<GraphQLObjectType, readonly PreparedField[]>();
  return (type) => {
    let fields = known.get(type);
    if (!fields) {
      const { schema, fragments, conditions } = preparing;
      fields = prepareFields(
        preparing,
        type,
        collectSubfields(schema, fragments, conditions, type, [...nodes]),
      );
      known.set(type, fields);
    }
    return fields;
  };
}

function namesVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? [])
    visit(argument, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  return found;
}

function readProperty(name: string): GraphQLFieldResolver<unknown, ApiContext, Values> {
  return (source) => (typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined);
}

function orNull<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch {
    return null;
  }
}
