import type { GraphQLField } from 'graphql';
import type { NodeType } from '../../../schema/node-types.ts';
import type { PropertyName, RelationshipPropertyName } from '../../../schema/properties.ts';
import type { Branch, NodeSelection, RelationshipSelection } from '../../store/read-plan.ts';

/**
 * What a field needs to have been read of the record that it stands on. A field without one needs nothing
 * beyond what always comes: id, type, name, version, and whether it is disputed.
 */
export type Read =
  | { readonly kind: 'properties'; readonly properties: readonly PropertyName[] }
  | { readonly kind: 'relationshipProperties'; readonly properties: readonly RelationshipPropertyName[] }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'statements' }
  | { readonly kind: 'counts' }
  /** The document of a piece of evidence. */
  | { readonly kind: 'document' }
  /** The node at an end of a relationship. */
  | { readonly kind: 'end'; readonly end: 'from' | 'to' }
  /** Relationships that begin or end at the node. */
  | { readonly kind: 'branches'; readonly plan: (ask: Ask) => BranchNeed };

export interface BranchNeed {
  /** Properties of the node itself that the field needs, such as its date. */
  readonly properties: readonly PropertyName[];
  readonly branches: readonly Branch[];
}

/** The selection under one field, as questions. A way is a list of field names, from the field downwards. */
export interface Ask {
  /** The key of the field's branch: response keys from the root field downwards. */
  readonly path: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The node types on which the field is selected so. */
  readonly onTypes: readonly NodeType[];
  /** Whether anything is selected at this way. */
  readonly selects: (...way: readonly string[]) => boolean;
  /** What is selected of the nodes that lie at these ways, in one selection; null if nothing is. */
  readonly nodes: (...ways: readonly (readonly string[])[]) => NodeSelection | null;
  /** The same for relationships. */
  readonly relationships: (...ways: readonly (readonly string[])[]) => RelationshipSelection | null;
}

/** The extension by which a field says what it reads. */
export function reads(read: Read): { readonly extensions: { readonly read: Read } } {
  return { extensions: { read } };
}

export function readOf(field: GraphQLField<unknown, unknown>): Read | null {
  return (field.extensions as { readonly read?: Read }).read ?? null;
}
