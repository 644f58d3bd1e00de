import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fail } from '../failures.ts';
import { type Read, readOf } from './reads.ts';

/** One walk through the selection of a root field; it counts its steps, so that no query can make it long. */
export interface Walk {
  readonly info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
  steps: number;
}

/**
 * A real screen takes a few dozen; types that see different selections are walked apart, which nested
 * fragments could multiply without end.
 */
const STEP_LIMIT = 1_000;

/** The same field under the same response key, for the types that see the same occurrences of it. */
export interface FieldGroup {
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly field: FieldNode;
  /** Names of object types, in the order of the position's types. */
  readonly types: readonly string[];
  readonly selections: readonly SelectionSetNode[];
}

interface Occurrence {
  readonly field: FieldNode;
  readonly types: ReadonlySet<string>;
}

/**
 * The fields that are selected at a position where objects of `types` can stand. Fragments narrow the types,
 * `@skip` and `@include` are decided, occurrences with one response key merge. Each fragment is entered once
 * for a set of types.
 */
export function collectFields(
  walk: Walk,
  selections: readonly SelectionSetNode[],
  types: readonly string[],
): readonly FieldGroup[] {
  walk.steps += 1;
  if (walk.steps > STEP_LIMIT) {
    fail('QUERY_TOO_COMPLEX', 'The selection asks for too many different things; split the operation.');
  }
  const occurrences = new Map<string, Occurrence[]>();
  const entered = new Map<string, Set<string>>();
  const all = new Set(types);
  for (const { selections: nodes } of selections) gather(walk, nodes, all, occurrences, entered);
  return [...occurrences].flatMap(([key, found]) => groupByTypes(walk, key, found, types));
}

/** Names of the object types that a field of this return type can give. */
export function possibleTypes(walk: Walk, typeName: string): readonly string[] {
  const type = walk.info.schema.getType(typeName);
  if (type && isAbstractType(type)) return walk.info.schema.getPossibleTypes(type).map(({ name }) => name);
  return type && isObjectType(type) ? [type.name] : [];
}

export function returnTypeOf(group: FieldGroup): string {
  return getNamedType(group.definition.type).name;
}

function gather(
  walk: Walk,
  nodes: readonly SelectionNode[],
  types: ReadonlySet<string>,
  occurrences: Map<string, Occurrence[]>,
  entered: Map<string, Set<string>>,
): void {
  for (const node of nodes) {
    if (!isIncluded(walk, node)) continue;
    if (node.kind === 'Field') {
      const key = node.alias?.value ?? node.name.value;
      const found = occurrences.get(key) ?? [];
      found.push({ field: node, types });
      occurrences.set(key, found);
      continue;
    }
    const fragment = node.kind === 'InlineFragment' ? node : walk.info.fragments[node.name.value];
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    let narrowed = condition ? keepTypes(types, possibleTypes(walk, condition)) : types;
    if (node.kind === 'FragmentSpread') narrowed = notYetEntered(node.name.value, narrowed, entered);
    if (narrowed.size > 0) gather(walk, fragment.selectionSet.selections, narrowed, occurrences, entered);
  }
}

function keepTypes(types: ReadonlySet<string>, possible: readonly string[]): ReadonlySet<string> {
  return new Set(possible.filter((type) => types.has(type)));
}

function notYetEntered(
  fragment: string,
  types: ReadonlySet<string>,
  entered: Map<string, Set<string>>,
): ReadonlySet<string> {
  const before = entered.get(fragment) ?? new Set<string>();
  const fresh = new Set([...types].filter((type) => !before.has(type)));
  entered.set(fragment, new Set([...before, ...fresh]));
  return fresh;
}

function isIncluded(walk: Walk, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const { variableValues } = walk.info;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}

function groupByTypes(
  walk: Walk,
  key: string,
  occurrences: readonly Occurrence[],
  types: readonly string[],
): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup & { types: string[] }>();
  const readNumbers = new Map<Read | null, number>();
  for (const type of types) {
    const seen = occurrences.filter((occurrence) => occurrence.types.has(type));
    const [first] = seen;
    const definition = first && fieldOf(walk, type, first.field.name.value);
    if (!first || !definition) continue;
    const read = readOf(definition);
    if (!readNumbers.has(read)) readNumbers.set(read, readNumbers.size);
    const mark = [readNumbers.get(read), ...seen.map((occurrence) => occurrences.indexOf(occurrence))].join();
    const group = groups.get(mark);
    if (group) group.types.push(type);
    else {
      const selections = seen.flatMap(({ field }) => (field.selectionSet ? [field.selectionSet] : []));
      groups.set(mark, { key, definition, field: first.field, types: [type], selections });
    }
  }
  return [...groups.values()];
}

function fieldOf(walk: Walk, type: string, name: string): GraphQLField<unknown, unknown> | null {
  const object = walk.info.schema.getType(type);
  return object && isObjectType(object) ? (object.getFields()[name] ?? null) : null;
}
