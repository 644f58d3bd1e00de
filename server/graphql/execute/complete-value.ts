import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { addPath, type Path } from 'graphql/jsutils/Path.js';
import { type Complete, isPromise, type PreparedField, type Run } from './prepared.ts';
import { failAt, infoOf, runFields } from './run-operation.ts';

type FieldsOf = (type: GraphQLObjectType) => readonly PreparedField[];

/** Section 6.4.3 of the specification of October 2021, decided once for each place of an operation. */
export function completerOf(schema: GraphQLSchema, type: GraphQLOutputType, fieldsOf: FieldsOf): Complete {
  if (isNonNullType(type)) return completeNonNull(completerOf(schema, type.ofType, fieldsOf));
  const present = completePresent(schema, type, fieldsOf);
  return (run, field, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return present(run, field, value, path);
  };
}

function completeNonNull(inner: Complete): Complete {
  const refuseNull = ({ parentType, definition }: PreparedField, completed: unknown) => {
    if (completed === null)
      throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
    return completed;
  };
  return (run, field, value, path) => {
    const completed = inner(run, field, value, path);
    return isPromise(completed)
      ? completed.then((result) => refuseNull(field, result))
      : refuseNull(field, completed);
  };
}

function completePresent(schema: GraphQLSchema, type: GraphQLOutputType, fieldsOf: FieldsOf): Complete {
  if (isListType(type)) return completeList(type.ofType, completerOf(schema, type.ofType, fieldsOf));
  if (isLeafType(type))
    return (_run, _field, value) => {
      const serialized = type.serialize(value);
      if (serialized === null || serialized === undefined)
        throw new Error(`${type.name} cannot be made from what was given: nothing came of it.`);
      return serialized;
    };
  if (isObjectType(type)) return (run, _field, value, path) => runFields(run, value, path, fieldsOf(type));
  if (!isAbstractType(type)) throw new TypeError(`${String(type)} is no type of an answer`);
  return (run, field, value, path) => {
    const named = type.resolveType?.(value, run.context, infoOf(run, field, path), type);
    const concrete = typeof named === 'string' ? schema.getType(named) : undefined;
    if (!isObjectType(concrete) || !schema.isSubType(type, concrete))
      throw new Error(
        `${type.name} must be one of its types at ${field.parentType.name}.${field.definition.name}.`,
      );
    return runFields(run, value, path, fieldsOf(concrete));
  };
}

function completeList(itemType: GraphQLOutputType, complete: Complete): Complete {
  const nullable = !isNonNullType(itemType);
  const completeItem: Complete = (run, field, item, path) => {
    const fail = (problem: unknown) => failAt(run, field, path, nullable, problem);
    try {
      const completed = isPromise(item)
        ? item.then((value) => complete(run, field, value, path))
        : complete(run, field, item, path);
      return isPromise(completed) ? completed.then(undefined, fail) : completed;
    } catch (problem) {
      return fail(problem);
    }
  };
  return (run, field, value, path) => {
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`,
      );
    return completeItems(run, field, value, path, completeItem);
  };
}

function completeItems(
  run: Run,
  field: PreparedField,
  value: Iterable<unknown>,
  path: Path,
  completeItem: Complete,
): unknown {
  const items: unknown[] = [];
  let waits = false;
  try {
    for (const item of value) {
      const completed = completeItem(run, field, item, addPath(path, items.length, undefined));
      waits ||= isPromise(completed);
      items.push(completed);
    }
  } catch (problem) {
    // Nobody waits for the others any more, and one that fails later must not end the process.
    if (waits) void Promise.allSettled(items);
    throw problem;
  }
  return waits ? Promise.all(items) : items;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
