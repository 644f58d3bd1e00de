import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Refusal, refuse } from './refusals.ts';
import { type FieldSize, sizeOfField, type Values } from './size-of-field.ts';

/** What one operation may ask for. */
const queryLimits = {
  /** Fields within fields; `edges { node { … } }` counts as two. */
  depth: 24,
  /** The introspection of tools goes down through `ofType`. */
  introspectionDepth: 20,
  /** Lists of the schema within each other; each multiplies the answer by hundreds. */
  introspectionLists: 2,
  aliases: 60,
  /** One response key at one place, fragments included. */
  repeats: 40,
  directives: 60,
  /** Selections, with each use of a fragment counted. */
  selections: 3_000,
  /** Records that the answer may bring: the product of the page sizes along each path, summed. */
  records: 50_000,
} as const;

const introspectionFields = ['__schema', '__type'];
const introspectionLists = ['fields', 'interfaces', 'possibleTypes', 'inputFields'];

/** How large an operation is, as far as it was measured. */
export interface QuerySize {
  /** Null where it stays within the limits. */
  readonly refusal: Refusal | null;
  /** Records that the answer may bring. */
  readonly records: number;
}

/**
 * Whether an operation stays within the limits. Bounded work: it stops at the first limit that is passed, and looks
 * at no more selections than are allowed, however fragments multiply them. The document need not be valid yet.
 */
export function measureQuery(
  document: DocumentNode,
  operationName: string | undefined,
  values: Values,
  schema: GraphQLSchema,
): QuerySize {
  const operation = findOperation(document, operationName);
  if (!operation) return { refusal: null, records: 0 };
  const measuring: Measuring = {
    operation,
    values,
    schema,
    fragments: fragmentsOf(document),
    selections: 0,
    aliases: 0,
    directives: operation.directives?.length ?? 0,
    records: 0,
    repeats: new Map(),
  };
  const root = schema.getRootType(operation.operation) ?? undefined;
  const refusal = measureSelections(measuring, operation.selectionSet, {
    type: root,
    path: '',
    depth: 0,
    introspection: null,
    times: 1,
    fragments: [],
  });
  return { refusal, records: measuring.records };
}

interface Measuring {
  readonly operation: OperationDefinitionNode;
  readonly values: Values;
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly repeats: Map<string, number>;
  selections: number;
  aliases: number;
  directives: number;
  records: number;
}

/** Where in the answer a selection stands. */
interface Place {
  /** Undefined where the schema does not know the way; validation tells that later. */
  readonly type: GraphQLNamedType | undefined;
  readonly path: string;
  readonly depth: number;
  /** Lists of the schema passed so far; null outside introspection. */
  readonly introspection: number | null;
  /** How often this place may occur in the answer. */
  readonly times: number;
  /** Fragments that are open here: one within itself is left to validation. */
  readonly fragments: readonly string[];
}

function measureSelections(measuring: Measuring, set: SelectionSetNode, place: Place): Refusal | null {
  for (const selection of set.selections) {
    measuring.selections += 1;
    measuring.directives += selection.directives?.length ?? 0;
    if (measuring.selections > queryLimits.selections)
      return refuse('QUERY_TOO_COSTLY', `The query selects more than ${queryLimits.selections} fields.`);
    if (measuring.directives > queryLimits.directives)
      return refuse('TOO_MANY_DIRECTIVES', `The query has more than ${queryLimits.directives} directives.`);
    const refusal = measureSelection(measuring, selection, place);
    if (refusal) return refusal;
  }
  return null;
}

function measureSelection(measuring: Measuring, selection: SelectionNode, place: Place): Refusal | null {
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const name = selection.name.value;
    const fragment = measuring.fragments.get(name);
    if (!fragment || place.fragments.includes(name)) return null;
    const type = measuring.schema.getType(fragment.typeCondition.name.value);
    const inside = { ...place, type, fragments: [...place.fragments, name] };
    return measureSelections(measuring, fragment.selectionSet, inside);
  }
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const named = selection.typeCondition?.name.value;
    const type = named === undefined ? place.type : measuring.schema.getType(named);
    return measureSelections(measuring, selection.selectionSet, { ...place, type });
  }
  const key = selection.alias?.value ?? selection.name.value;
  const path = `${place.path}/${key}`;
  const repeats = (measuring.repeats.get(path) ?? 0) + 1;
  measuring.repeats.set(path, repeats);
  if (repeats > queryLimits.repeats)
    return refuse(
      'TOO_MANY_REPEATS',
      `The query selects “${key}” more than ${queryLimits.repeats} times at one place.`,
    );
  if (selection.alias) measuring.aliases += 1;
  if (measuring.aliases > queryLimits.aliases)
    return refuse('TOO_MANY_ALIASES', `The query has more than ${queryLimits.aliases} aliases.`);
  const depth = place.depth + 1;
  const introspection = introspectionAfter(place, selection.name.value);
  const limit = introspection === null ? queryLimits.depth : queryLimits.introspectionDepth;
  if (depth > limit) return refuse('QUERY_TOO_DEEP', `The query nests deeper than ${limit} fields.`);
  if (introspection !== null && introspection > queryLimits.introspectionLists)
    return refuse('QUERY_TOO_COSTLY', 'The query nests lists of the schema within one another.');
  if (!selection.selectionSet) return null;
  const field = fieldOf(place.type, selection.name.value);
  const size: FieldSize = field
    ? sizeOfField(place.type?.name ?? '', field, selection, measuring.operation, measuring.values)
    : { kind: 'one' };
  const times = size.kind === 'one' ? place.times : place.times * size.records;
  if (size.kind === 'page') measuring.records += times;
  if (measuring.records > queryLimits.records)
    return refuse(
      'QUERY_TOO_COSTLY',
      `The query may bring more than ${queryLimits.records} records: ask for shorter pages (first) or fewer levels.`,
    );
  const type = field ? getNamedType(field.type) : undefined;
  return measureSelections(measuring, selection.selectionSet, {
    ...place,
    type,
    path,
    depth,
    introspection,
    times,
  });
}

function introspectionAfter(place: Place, field: string): number | null {
  if (place.introspection !== null) return place.introspection + (introspectionLists.includes(field) ? 1 : 0);
  return introspectionFields.includes(field) ? 0 : null;
}

function fieldOf(type: GraphQLNamedType | undefined, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

/** The one that would run: that of the name, or the only one. */
function findOperation(
  { definitions }: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return name ? operations.find((operation) => operation.name?.value === name) : operations[0];
}
