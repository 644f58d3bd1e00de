import { type NodeType, nodeTypeNames } from '../../schema/node-types.ts';
import {
  type Direction,
  type RelationshipField,
  type RelationshipType,
  relationshipFieldsOf,
} from '../../schema/relationship-types.ts';

/** `HOLDS_POST` → `HoldsPost`, `postHolders` → `PostHolders`. */
export function pascalCase(word: string): string {
  if (!word.includes('_') && word !== word.toUpperCase()) return word.charAt(0).toUpperCase() + word.slice(1);
  return word
    .toLowerCase()
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/**
 * What the types of one relationship field begin with: the relationship and the field, since one field name
 * may stand for several relationships (`inspections`).
 */
export function stemOf(field: Pick<RelationshipField, 'relationship' | 'field'>): string {
  const relationship = pascalCase(field.relationship);
  const end = pascalCase(field.field);
  return relationship === end ? end : relationship + end;
}

/** A relationship field of any of several node types: one name, perhaps for several relationships. */
export interface SharedField {
  readonly field: string;
  readonly ends: readonly { readonly relationship: RelationshipType; readonly direction: Direction }[];
  readonly farTypes: readonly NodeType[];
}

/** The relationship fields that any of these node types has, merged by name. */
export function sharedFieldsOf(types: readonly NodeType[]): readonly SharedField[] {
  const fields = new Map<string, RelationshipField[]>();
  for (const found of types.flatMap(relationshipFieldsOf)) {
    const same = fields.get(found.field) ?? [];
    const known = same.some(
      ({ relationship, direction }) => relationship === found.relationship && direction === found.direction,
    );
    fields.set(found.field, known ? same : [...same, found]);
  }
  return [...fields].map(([field, ends]) => ({
    field,
    ends: ends.map(({ relationship, direction }) => ({ relationship, direction })),
    farTypes: nodeTypeNames.filter((type) => ends.some(({ farTypes }) => farTypes.includes(type))),
  }));
}
