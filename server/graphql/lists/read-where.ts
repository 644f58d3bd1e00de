import { parseNodeId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypeNames } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import {
  type PropertyName,
  properties,
  type RelationshipPropertyName,
  relationshipProperties,
} from '../../../schema/properties.ts';
import type { EvidenceBasis } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { CommonWhere, NodeWhere, RelationshipWhere, Test } from '../../store/node-query.ts';
import { fail } from '../failures.ts';
import { typeNameOf } from '../refs.ts';
import { sharedFieldsOf } from '../type-names.ts';
import type { WhereInput } from './where-inputs.ts';

/** Relationships that a filter may follow, one inside the other. */
const HOP_LIMIT = 3;
/** `and`, `or` and `not` inside one another, hops counted too. */
const NESTING_LIMIT = 8;
const LIST_LIMIT = 1_000;

interface Depth {
  readonly hops: number;
  readonly nesting: number;
}
const TOP: Depth = { hops: 0, nesting: 0 };

/** The filter as the store takes it, for nodes of these types; null if nothing is filtered. */
export function readNodeWhere(input: unknown, types: readonly NodeType[]): NodeWhere | null {
  return isInput(input) ? simplify(nodeConditions(input, types, TOP)) : null;
}

export function readRelationshipWhere(input: unknown): RelationshipWhere | null {
  return isInput(input) ? simplify(relationshipConditions(input, TOP)) : null;
}

/** All of the conditions that are not null, as one. */
export function allOf(...conditions: readonly (NodeWhere | null)[]): NodeWhere | null {
  return simplify(conditions.filter((condition) => condition !== null));
}

function nodeConditions(input: WhereInput, types: readonly NodeType[], depth: Depth): NodeWhere[] {
  check(depth);
  const near = typeNameOf(types) === 'Entity' ? nodeTypeNames : types;
  const inner = { hops: depth.hops, nesting: depth.nesting + 1 };
  const within = (nested: WhereInput) => junction('and', nodeConditions(nested, types, inner));
  const fields = new Map(sharedFieldsOf(near).map((shared) => [shared.field, shared]));
  return givenEntries(input).flatMap(([key, value]): NodeWhere[] => {
    const shared = fields.get(key);
    if (shared && isInput(value)) return relatedConditions(value, shared, depth);
    if (key === 'and' || key === 'or') return [junction(key, asInputs(value).map(within))];
    if (key === 'not' && isInput(value)) return [{ kind: 'not', of: within(value) }];
    if (key === 'type') return [{ kind: 'type', in: value as readonly NodeType[] }];
    const common = commonCondition(key, value);
    if (common) return [common];
    const property = key as PropertyName;
    return readTests(value, properties[property].kind).map((test) => ({ kind: 'property', property, test }));
  });
}

function relatedConditions(
  input: WhereInput,
  { ends, farTypes }: ReturnType<typeof sharedFieldsOf>[number],
  depth: Depth,
): NodeWhere[] {
  const inner = { hops: depth.hops + 1, nesting: depth.nesting + 1 };
  const self = isInput(input.relationship)
    ? simplify(relationshipConditions(input.relationship, inner))
    : null;
  const related = (quantifier: 'some' | 'none', far: WhereInput) => {
    const node = simplify(nodeConditions(far, farTypes, inner));
    const each = ends.map((end): NodeWhere => ({ kind: 'related', ...end, quantifier, node, self }));
    // A field of several types stands for several relationships: one of them for some, each for none.
    return junction(quantifier === 'some' ? 'or' : 'and', each);
  };
  const conditions: NodeWhere[] = [];
  if (isInput(input.some)) conditions.push(related('some', input.some));
  if (isInput(input.none)) conditions.push(related('none', input.none));
  return conditions.length === 0 && self ? [related('some', {})] : conditions;
}

function relationshipConditions(input: WhereInput, depth: Depth): RelationshipWhere[] {
  check(depth);
  const inner = { hops: depth.hops, nesting: depth.nesting + 1 };
  const within = (nested: WhereInput) => junction('and', relationshipConditions(nested, inner));
  return givenEntries(input).flatMap(([key, value]): RelationshipWhere[] => {
    if (key === 'and' || key === 'or') return [junction(key, asInputs(value).map(within))];
    if (key === 'not' && isInput(value)) return [{ kind: 'not', of: within(value) }];
    if (key === 'type') return [{ kind: 'type', in: value as readonly RelationshipType[] }];
    const common = commonCondition(key, value);
    if (common) return [common];
    const property = key as RelationshipPropertyName;
    const { kind } = relationshipProperties[property];
    return readTests(value, kind).map((test) => ({ kind: 'property', property, test }));
  });
}

function commonCondition(key: string, value: unknown): CommonWhere | null {
  switch (key) {
    case 'id':
      return { kind: 'id', in: bounded(value as readonly string[]) };
    case 'disputed':
      return { kind: 'disputed', value: value === true };
    case 'basis':
      return { kind: 'evidence', test: { kind: 'basis', in: value as readonly EvidenceBasis[] } };
    case 'document': {
      const ids = bounded(value as readonly string[]).map((id) => parseNodeId(id) ?? badId(id));
      return { kind: 'evidence', test: { kind: 'document', in: ids } };
    }
    case 'hasPrimarySource':
      return { kind: 'evidence', test: { kind: 'hasPrimarySource', value: value === true } };
    default:
      return null;
  }
}

/** The tests of one property; several operators must all hold. */
function readTests(input: unknown, kind: string): Test[] {
  if (!isInput(input)) return [];
  const { isNull } = input;
  const tests: Test[] = typeof isNull === 'boolean' ? [{ kind: 'isNull', value: isNull }] : [];
  if (kind === 'grade') return [...tests, ...readGradeTests(input)];
  for (const [operator, value] of givenEntries(input)) {
    // SQLite takes a zero character for the end of a text, so that the filter would ask for something else.
    if (JSON.stringify(value).includes('\\u0000')) fail('BAD_FILTER', 'A filter may hold no zero character.');
    const test = readTest(operator, value);
    if (test) tests.push(test);
  }
  return tests;
}

function readGradeTests({ scale, ranks }: WhereInput): Test[] {
  if (typeof scale !== 'string' && !Array.isArray(ranks)) return [];
  return [
    {
      kind: 'grade',
      scale: typeof scale === 'string' ? scale : null,
      ranks: Array.isArray(ranks) ? bounded(ranks as readonly number[]) : null,
    },
  ];
}

function readTest(operator: string, value: unknown): Test | null {
  switch (operator) {
    case 'eq':
      return { kind: 'eq', value: value as string | number | boolean };
    case 'in':
      return { kind: 'in', values: bounded(value as readonly (string | number)[]) };
    case 'contains':
    case 'startsWith':
      return { kind: operator, text: String(value) };
    case 'lessThan':
    case 'atMost':
      return { kind: 'lessThan', value: Number(value), orEqual: operator === 'atMost' };
    case 'greaterThan':
    case 'atLeast':
      return { kind: 'greaterThan', value: Number(value), orEqual: operator === 'atLeast' };
    case 'overlaps':
    case 'before':
    case 'after':
    case 'certainlyIn': {
      const { earliest, latest } = value as PartialDate;
      return { kind: operator, earliest, latest };
    }
    default:
      return null;
  }
}

function check({ hops, nesting }: Depth): void {
  if (hops > HOP_LIMIT)
    fail('BAD_FILTER', `A filter may follow ${HOP_LIMIT} relationships, one inside the other.`);
  if (nesting > NESTING_LIMIT) fail('BAD_FILTER', `A filter may be nested ${NESTING_LIMIT} times.`);
}

function bounded<Value>(values: readonly Value[]): readonly Value[] {
  return values.length <= LIST_LIMIT
    ? values
    : fail('BAD_RANGE', `A filter may list at most ${LIST_LIMIT} values.`);
}

function badId(text: string): never {
  return fail('BAD_ID', `“${text.slice(0, 60)}” is not the id of a node.`);
}

/** An argument that is null says the same as one that is left out. */
function givenEntries(input: WhereInput): [string, unknown][] {
  return Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
}

function isInput(value: unknown): value is WhereInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asInputs(value: unknown): readonly WhereInput[] {
  return Array.isArray(value) ? value.filter(isInput) : [];
}

function junction<Where>(
  kind: 'and' | 'or',
  of: readonly Where[],
): Where | { kind: 'and' | 'or'; of: readonly Where[] } {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function simplify<Where>(
  conditions: readonly Where[],
): Where | { readonly kind: 'and' | 'or'; readonly of: readonly Where[] } | null {
  return conditions.length === 0 ? null : junction('and', conditions);
}
