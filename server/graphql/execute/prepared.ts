import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';
import type { ApiContext } from '../context.ts';

export type Values = Readonly<Record<string, unknown>>;

/** An operation with everything that does not depend on a request: which fields, which resolvers, which types. */
export interface PreparedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: { [name: string]: FragmentDefinitionNode };
  readonly fields: readonly PreparedField[];
}

/** A field at one place of an operation. */
export interface PreparedField {
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  /** The same array on every run, so that what is worked out from it can be kept by it. */
  readonly nodes: FieldNode[];
  readonly resolve: GraphQLFieldResolver<unknown, ApiContext, Values>;
  /** Its arguments, where no variable is in them. */
  readonly fixedArgs: Values | null;
  /** Its place among the fields of the operation. */
  readonly number: number;
  readonly nullable: boolean;
  readonly complete: Complete;
}

/** Makes what a resolver gave into what the answer has; throws where it cannot be that. May give a promise. */
export type Complete = (run: Run, field: PreparedField, value: unknown, path: Path) => unknown;

/** One run of a prepared operation. */
export interface Run {
  readonly prepared: PreparedOperation;
  readonly context: ApiContext;
  /** Variables as they were coerced. */
  readonly variables: { [variable: string]: unknown };
  readonly errors: GraphQLError[];
  /** Arguments by the number of their field, once they were asked for. */
  readonly args: (Values | undefined)[];
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
