import { type NodeType, nodeTypeNames, nodeTypeRow, propertiesOf } from '../../../../schema/node-types.ts';
import {
  type PropertyName,
  properties,
  relationshipProperties,
  relationshipPropertyNames,
} from '../../../../schema/properties.ts';
import type { PropertyKind } from '../../../../schema/property-kinds.ts';
import type { PropertyInputs } from '../../../edits/drafts/read-properties.ts';
import { builder } from '../../builder.ts';

type Inputs = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];
type EntityInput = Readonly<Record<string, PropertyInputs | null | undefined>>;

/** Values for one node, under the name of its type: `{ person: { name: "Ada" } }`. */
export const EntityPropertiesRef = builder.inputRef<EntityInput>('EntityProperties');
/** Values for a relationship of any type; those that its type has not are refused. */
export const RelationshipPropertiesRef = builder.inputRef<PropertyInputs>('RelationshipProperties');

/** Adds an input for each row of the table of node types, one over all of them, and one for relationships. */
export function addPropertyInputs(): void {
  const byType = nodeTypeNames.map((type) => [fieldNameOf(type), addNodeInput(type)] as const);
  EntityPropertiesRef.implement({
    isOneOf: true,
    description: 'Values of one node, under the name of its type.',
    fields: (t) => Object.fromEntries(byType.map(([name, ref]) => [name, t.field({ type: ref })])),
  });
  RelationshipPropertiesRef.implement({
    description: 'Values of a relationship; each type has some of them. Null takes a value away.',
    fields: (t) =>
      Object.fromEntries(
        relationshipPropertyNames.map((name) => {
          const { kind, says } = relationshipProperties[name];
          return [name, valueField(t, kind, says)];
        }),
      ),
  });
}

/** The type and the values of the one node that the input is about. */
export function readEntityInput(input: EntityInput): {
  readonly type: NodeType;
  readonly values: PropertyInputs;
} {
  for (const type of nodeTypeNames) {
    const values = input[fieldNameOf(type)];
    if (values) return { type, values };
  }
  throw new Error('GraphQL lets no input pass that names no type');
}

function addNodeInput(type: NodeType) {
  const ref = builder.inputRef<PropertyInputs>(`${type}Properties`);
  const { words, title } = nodeTypeRow(type);
  const names = propertiesOf(type).filter(
    (name) => properties[name].kind !== 'grade' && name !== 'date' && (name !== 'name' || !title),
  );
  ref.implement({
    description: `Values of a ${words.one}. Null takes a value away.`,
    fields: (t) => Object.fromEntries(names.map((name) => [name, propertyField(t, name)])),
  });
  return ref;
}

function propertyField(t: Inputs, name: PropertyName) {
  const { kind, says } = properties[name];
  return valueField(t, kind, says);
}

/** Dates come as text, so that one that is none is told by its field, like any other value. */
function valueField(t: Inputs, kind: PropertyKind, says: string) {
  switch (kind) {
    case 'number':
      return t.float({ description: says });
    case 'boolean':
      return t.boolean({ description: says });
    case 'texts':
      return t.stringList({ description: says });
    case 'dates':
      return t.stringList({ description: `${says} In EDTF.` });
    case 'date':
      return t.string({ description: `${says} In EDTF.` });
    default:
      return t.string({ description: says });
  }
}

function fieldNameOf(type: NodeType): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
