import type { NodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { UnknownRecord } from '../../../schema/parse-record.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { Template } from './template.ts';

/** What the columns of a table say: which nodes and relationships a row of it stands for. */
export interface Mapping {
  /** The table itself, as the source of each fact: `{ id, name, … }`. */
  readonly document: UnknownRecord & { readonly id: NodeId };
  /** What parts the cells of a row; a comma as a rule. */
  readonly delimiter: string;
  readonly nodes: readonly MappedNode[];
  readonly relationships: readonly MappedRelationship[];
}

export interface MappedNode {
  /** By which relationships of the mapping name it. */
  readonly as: string;
  readonly type: NodeType;
  readonly id: Template;
  readonly values: readonly MappedValue[];
  /** Stands in many rows with the same values: the first is its source. */
  readonly once: boolean;
}

export interface MappedRelationship {
  readonly type: RelationshipType;
  readonly start: MappedEnd;
  readonly end: MappedEnd;
  /** Tells parallel ones apart. */
  readonly key: Template | null;
  readonly values: readonly MappedValue[];
}

/** A node of the mapping, or one that is in the graph already. */
export type MappedEnd =
  | { readonly kind: 'mapped'; readonly as: string }
  | { readonly kind: 'there'; readonly id: Template };

export interface MappedValue {
  readonly property: string;
  readonly kind: PropertyKind;
  readonly template: Template;
  /** What parts the members of a list in one cell. */
  readonly split: string | null;
  /** What printed values mean; null where each stands for itself. */
  readonly meanings: ReadonlyMap<string, string> | null;
  /** Other sources may say otherwise: it is kept as a statement with evidence of its own. */
  readonly stated: boolean;
}
