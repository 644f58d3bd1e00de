import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { PropertyName, RelationshipPropertyName } from '../../schema/properties.ts';
import type { EvidenceBasis } from '../../schema/records.ts';
import type { Direction, RelationshipType } from '../../schema/relationship-types.ts';

/**
 * How a property is tested. All tests have two values: a missing property matches none of them but
 * `isNull: true`. Text is compared by `foldText`; lists of text match if one member does.
 */
export type Test =
  | { readonly kind: 'eq'; readonly value: string | number | boolean }
  | { readonly kind: 'in'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'startsWith'; readonly text: string }
  | { readonly kind: 'lessThan'; readonly value: number; readonly orEqual: boolean }
  | { readonly kind: 'greaterThan'; readonly value: number; readonly orEqual: boolean }
  | { readonly kind: 'isNull'; readonly value: boolean }
  | DateTest
  | GradeTest;

/**
 * A date range, as inclusive ISO days, held against the bounds of a partial date:
 * `overlaps` shares a day with it, `before` ends before its first day, `after` begins after its last day,
 * `certainlyIn` lies inside it whole. A list of dates matches if one member does.
 */
export interface DateTest {
  readonly kind: 'overlaps' | 'before' | 'after' | 'certainlyIn';
  readonly earliest: string;
  readonly latest: string;
}

/** Matches a grade on the scale (any scale if null) with one of the ranks (any rank if null). */
export interface GradeTest {
  readonly kind: 'grade';
  readonly scale: string | null;
  readonly ranks: readonly number[] | null;
}

/** An empty `and` matches all, an empty `or` nothing. */
export interface Junction<Where> {
  readonly kind: 'and' | 'or';
  readonly of: readonly Where[];
}

export interface Negation<Where> {
  readonly kind: 'not';
  readonly of: Where;
}

/** The filters that nodes and relationships share. */
export type CommonWhere =
  | { readonly kind: 'disputed'; readonly value: boolean }
  | { readonly kind: 'id'; readonly in: readonly string[] }
  | { readonly kind: 'evidence'; readonly test: EvidenceTest };

/** Matches what has at least one piece of evidence (of its own, not of its statements) of that sort. */
export type EvidenceTest =
  | { readonly kind: 'basis'; readonly in: readonly EvidenceBasis[] }
  | { readonly kind: 'document'; readonly in: readonly NodeId[] }
  /** `value: false` matches what has no evidence in a document whose standing is `primary`. */
  | { readonly kind: 'hasPrimarySource'; readonly value: boolean };

export type NodeWhere =
  | Junction<NodeWhere>
  | Negation<NodeWhere>
  | CommonWhere
  | { readonly kind: 'type'; readonly in: readonly NodeType[] }
  | { readonly kind: 'property'; readonly property: PropertyName; readonly test: Test }
  | {
      readonly kind: 'related';
      readonly relationship: RelationshipType;
      readonly direction: Direction;
      /** Whether at least one, or none, matches `node` at the far end and `self` on the relationship. */
      readonly quantifier: 'some' | 'none';
      readonly node: NodeWhere | null;
      readonly self: RelationshipWhere | null;
    };

export type RelationshipWhere =
  | Junction<RelationshipWhere>
  | Negation<RelationshipWhere>
  | CommonWhere
  | { readonly kind: 'type'; readonly in: readonly RelationshipType[] }
  | { readonly kind: 'property'; readonly property: RelationshipPropertyName; readonly test: Test };

/**
 * One key of an order. `type` orders by the name of the relationship type (only where relationships are
 * read). A date orders by its earliest, then its latest day; a grade by rank; a boolean as 0 and 1; text by its
 * folded key, by code point; lists by nothing (refused). Missing values come last, both ways.
 */
export interface OrderKey {
  readonly by:
    | { readonly kind: 'node'; readonly property: PropertyName }
    | { readonly kind: 'relationshipType' };
  readonly direction: 'asc' | 'desc';
}

/**
 * The whole order of a list is: its keys, then the id of the node, ascending; where relationships are read,
 * then the id of the relationship, ascending. So it is total, and the same on every store.
 */
export type Order = readonly OrderKey[];

/**
 * The place of one item in its order: the values of its sort keys, flat (a date has two), then the ids.
 * Null stands for a missing value.
 */
export type Position = readonly (string | number | null)[];

/**
 * A page by keyset: `forward` takes the first `limit` after `from`, `backward` the last `limit` before it; both
 * come back in the list's own order. Without `from` it begins at the list's start or end.
 */
export interface PageRequest {
  readonly direction: 'forward' | 'backward';
  readonly limit: number;
  readonly from: Position | null;
}
