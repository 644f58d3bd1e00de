import {
  GraphQLBoolean,
  type GraphQLError,
  GraphQLID,
  GraphQLInt,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Values } from './prepared.ts';

type Coerced = { [variable: string]: unknown };

/** The values of the variables of an operation as its resolvers get them; null where any of them does not do. */
export type CoerceVariables = (given: Values) => Coerced | null;

const most = { maxErrors: 50 };
const LARGEST_INT = 2 ** 31 - 1;

/** Values that their type takes as they are. A number for an id, or a string for a number, is left to graphql-js. */
const isTaken: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<
  unknown,
  (value: unknown) => boolean
>([
  [GraphQLID, isString],
  [GraphQLString, isString],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INT],
]);

/**
 * Section 6.1.2 of the specification of October 2021, for one operation. Most queries ask for an id or a number and get
 * one: for them the types are looked up once, and all else is done by graphql-js.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): CoerceVariables {
  const plain = variableDefinitions.map(({ variable, type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const scalar = named.kind === Kind.NAMED_TYPE ? schema.getType(named.name.value) : undefined;
    return { name: variable.name.value, takes: isTaken.get(scalar) ?? (() => false) };
  });
  const coerceAll = (given: Values): Coerced | null => {
    const { coerced }: { coerced?: Coerced; errors?: readonly GraphQLError[] } = getVariableValues(
      schema,
      variableDefinitions,
      given,
      most,
    );
    return coerced ?? null;
  };
  return (given) => {
    const coerced: Coerced = {};
    for (const { name, takes } of plain) {
      const value = given[name];
      if (!takes(value)) return coerceAll(given);
      coerced[name] = value;
    }
    return coerced;
  };
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
