import { type NodeType, nodeTypeNames, nodeTypeRow, propertiesOf } from '../../../../schema/node-types.ts';
import { labelProperty, properties, relationshipProperties } from '../../../../schema/properties.ts';
import type { PropertyKind } from '../../../../schema/property-kinds.ts';
import { type RelationshipType, relationshipPropertiesOf } from '../../../../schema/relationship-types.ts';

/** A property that a curator can give a value, as a field of a form shows it. */
export interface EditableProperty {
  readonly name: string;
  readonly kind: PropertyKind;
  readonly label: string;
  readonly says: string;
  /** Words that it commonly has; others may be written. */
  readonly suggestions: readonly string[];
  /** The words of which it has one; empty where others may be written. */
  readonly choices: readonly string[];
}

/** Vocabularies that are closed: no other word means anything to the explorer. */
const closed: Readonly<Partial<Record<string, readonly string[]>>> = {
  polarity: ['strength', 'weakness', 'mixed'],
  bound: ['exactly', 'over', 'up to'],
  'Document.standing': ['primary', 'secondary'],
};

const open: Readonly<Partial<Record<string, readonly string[]>>> = {
  'SAID.as': ['person', 'organisation', 'report'],
  'INVOLVED.as': ['who', 'what', 'after'],
  language: ['en', 'cy'],
};

/**
 * What can be given of a record of this type, in the order of its table: not what follows from other values, and not
 * the standing of a judgement, which is settled.
 */
export function editableProperties(type: NodeType | RelationshipType): readonly EditableProperty[] {
  if (!isNodeType(type))
    return relationshipPropertiesOf(type).map((name) => describe(type, name, relationshipProperties[name]));
  const row = nodeTypeRow(type);
  return propertiesOf(type)
    .filter(
      (name) =>
        name !== 'date' &&
        name !== 'grade' &&
        !(name === 'name' && row.title) &&
        !(name === 'standing' && type === 'Judgement'),
    )
    .map((name) => describe(type, name, properties[name], name === 'kind' ? row.kinds : undefined));
}

export function isNodeType(type: NodeType | RelationshipType): type is NodeType {
  return nodeTypeNames.some((name) => name === type);
}

function describe(
  type: string,
  name: string,
  { kind, says }: { readonly kind: PropertyKind; readonly says: string },
  kinds: readonly string[] = [],
): EditableProperty {
  const find = (vocabulary: typeof open) => vocabulary[`${type}.${name}`] ?? vocabulary[name] ?? [];
  const label = labelProperty(name);
  return {
    name,
    kind,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    says,
    suggestions: [...kinds, ...find(open)],
    choices: kind === 'boolean' ? ['yes', 'no'] : find(closed),
  };
}
