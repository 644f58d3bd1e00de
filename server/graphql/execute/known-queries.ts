import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from 'graphql';
import { measureText } from '../../access/measure-request.ts';
import { type CoerceVariables, coerceVariables } from './coerce-variables.ts';
import { canPrepare, prepareOperation } from './prepare-operation.ts';
import type { PreparedOperation, Values } from './prepared.ts';

/** A query that was parsed and found valid, with what is worked out from it once. */
export interface KnownQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly coerce: CoerceVariables;
  /** The operation for these values of its variables; null where it would have to be prepared in too many ways. */
  prepared(variables: Values): PreparedOperation | null;
  /** Equal for variables that ask for pages of the same sizes. */
  sizeKey(variables: Values): string;
}

/** Texts of each half of the memory. A client sends a few dozen; the longest that is let through has 30,000 characters. */
const TEXTS_LIMIT = 200;
/** Ways to decide the conditions of one query. */
const WAYS_LIMIT = 16;
const sizeArguments = ['first', 'last', 'limit', 'ids'];

/** What is known of a text: it came once, it is left to the whole server, or it can be run at once. */
type Known = 'once' | 'left' | KnownQuery;

/**
 * Remembers the queries that are sent again and again. A text is parsed, validated and prepared when it comes for the
 * second time, and forgotten when it was not used for long. Answers null for what is left to the whole server: the
 * first time of each, and whatever is not one valid query.
 */
export function rememberQueries(schema: GraphQLSchema): (text: string) => KnownQuery | null {
  // Two halves instead of a list by age: what is used is carried over when the older half goes.
  let newer = new Map<string, Known>();
  let older = new Map<string, Known>();
  return (text) => {
    let known = newer.get(text);
    if (known === undefined || known === 'once') {
      const before = known ?? older.get(text);
      known = before === undefined ? 'once' : before === 'once' ? knowQuery(schema, text) : before;
      newer.set(text, known);
      if (newer.size > TEXTS_LIMIT) [older, newer] = [newer, new Map()];
    }
    return typeof known === 'string' ? null : known;
  };
}

function knowQuery(schema: GraphQLSchema, text: string): Known {
  if (measureText(text)) return 'left';
  const document = parseOrNull(text);
  if (!document || validate(schema, document).length > 0) return 'left';
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  if (operations.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) return 'left';
  if (!canPrepare(schema, operation, fragments)) return 'left';
  const { conditions, sizes } = variablesOf(document);
  const ways = new Map<string, PreparedOperation>();
  return {
    document,
    operation,
    coerce: coerceVariables(schema, operation),
    sizeKey: (variables) => keyOf(sizes, variables),
    prepared: (variables) => {
      const way = keyOf(conditions, variables);
      let prepared = ways.get(way);
      if (!prepared && ways.size < WAYS_LIMIT) {
        prepared = prepareOperation(schema, operation, fragments, variables);
        ways.set(way, prepared);
      }
      return prepared ?? null;
    },
  };
}

/** The variables on which conditions and the sizes of pages depend. */
function variablesOf(document: DocumentNode): {
  readonly conditions: readonly string[];
  readonly sizes: readonly string[];
} {
  const conditions = new Set<string>();
  const sizes = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]: (directive) => {
      for (const { value } of directive.arguments ?? [])
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
    [Kind.FIELD]: (field) => {
      for (const { name, value } of field.arguments ?? [])
        if (sizeArguments.includes(name.value))
          visit(value, { [Kind.VARIABLE]: (variable) => void sizes.add(variable.name.value) });
    },
  });
  return { conditions: [...conditions], sizes: [...sizes] };
}

function keyOf(names: readonly string[], variables: Values): string {
  return names.length === 0 ? '' : JSON.stringify(names.map((name) => variables[name]));
}

function parseOrNull(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    // The whole server says what is wrong with it.
    return null;
  }
}
