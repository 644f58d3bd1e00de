import { type GraphQLError, type GraphQLResolveInfo, getArgumentValues, locatedError } from 'graphql';
import { addPath, type Path, pathToArray } from 'graphql/jsutils/Path.js';
import type { ApiContext } from '../context.ts';
import { isPromise, type PreparedField, type PreparedOperation, type Run, type Values } from './prepared.ts';

export interface RunResult {
  readonly data: Record<string, unknown> | null;
  /** Each has its place in the data, where null stands for it or for what it is in. */
  readonly errors: readonly GraphQLError[];
}

/**
 * Runs a query as section 6 of the specification of October 2021 has it: data and errors equal those of graphql-js.
 * What depends on the operation alone was done when it was prepared.
 */
export async function runOperation(
  prepared: PreparedOperation,
  context: ApiContext,
  variables: Run['variables'],
): Promise<RunResult> {
  const run: Run = { prepared, context, variables, errors: [], args: [] };
  try {
    return { data: await runFields(run, undefined, undefined, prepared.fields), errors: run.errors };
  } catch (problem) {
    // Only located errors come here: those of fields that may not be null, all the way up.
    run.errors.push(problem as GraphQLError);
    return { data: null, errors: run.errors };
  }
}

/** The fields of one object, in the order in which they were selected; a promise where one of them is. */
export function runFields(
  run: Run,
  source: unknown,
  path: Path | undefined,
  fields: readonly PreparedField[],
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  let waits = false;
  try {
    for (const field of fields) {
      const value = runField(run, field, source, path);
      result[field.key] = value;
      waits ||= isPromise(value);
    }
  } catch (problem) {
    if (!waits) throw problem;
    // The others are waited for, so that one which fails later has somebody who hears of it.
    return whenAll(result).finally(() => {
      throw problem;
    });
  }
  return waits ? whenAll(result) : result;
}

/** What resolvers are told of their place; as graphql-js tells it. */
export function infoOf({ prepared, variables }: Run, field: PreparedField, path: Path): GraphQLResolveInfo {
  return {
    fieldName: field.definition.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    path,
    schema: prepared.schema,
    fragments: prepared.fragments,
    rootValue: undefined,
    operation: prepared.operation,
    variableValues: variables,
  };
}

/** Notes a failure at its place and gives null for it, or throws it on where null cannot stand. */
export function failAt(
  run: Run,
  field: PreparedField,
  path: Path,
  nullable: boolean,
  problem: unknown,
): null {
  const error = locatedError(problem, field.nodes, pathToArray(path));
  if (!nullable) throw error;
  run.errors.push(error);
  return null;
}

function runField(run: Run, field: PreparedField, source: unknown, parent: Path | undefined): unknown {
  const path = addPath(parent, field.key, field.parentType.name);
  try {
    const resolved = field.resolve(source, argsOf(run, field), run.context, infoOf(run, field, path));
    const completed = isPromise(resolved)
      ? resolved.then((value) => field.complete(run, field, value, path))
      : field.complete(run, field, resolved, path);
    return isPromise(completed)
      ? completed.then(undefined, (problem) => failAt(run, field, path, field.nullable, problem))
      : completed;
  } catch (problem) {
    return failAt(run, field, path, field.nullable, problem);
  }
}

/** The same for every object of a list, so worked out once a run. */
function argsOf(run: Run, field: PreparedField): Values {
  const known = field.fixedArgs ?? run.args[field.number];
  if (known) return known;
  const [node] = field.nodes;
  const args = node ? getArgumentValues(field.definition, node, run.variables) : {};
  run.args[field.number] = args;
  return args;
}

async function whenAll(result: Record<string, unknown>): Promise<Record<string, unknown>> {
  const keys = Object.keys(result);
  const values = await Promise.all(Object.values(result));
  for (const [index, key] of keys.entries()) result[key] = values[index];
  return result;
}
