import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { checkValue, type PropertyValue } from '../../../schema/property-kinds.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { type EditProblem, invalid } from '../edit.ts';

/** Values by the names of properties, as a client gives them; null takes a value away. */
export type PropertyInputs = Readonly<Record<string, unknown>>;

export interface PropertiesRead {
  readonly values: ReadonlyMap<string, PropertyValue | null>;
  readonly problems: readonly EditProblem[];
}

/** Properties that follow from other values, so that nobody can give them. */
const derived = ['date', 'grade'];

/** Reads values for properties of a record of this type; dates are given as EDTF text. */
export function readProperties(
  type: NodeType | RelationshipType,
  inputs: PropertyInputs,
  field: string,
): PropertiesRead {
  const values = new Map<string, PropertyValue | null>();
  const problems: EditProblem[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    if (input === undefined) continue;
    const at = `${field}.${name}`;
    const kind = kindOfProperty(type, name);
    if (!kind) problems.push(invalid(at, `a ${type} has no such property`, 'PROPERTY_UNKNOWN'));
    else if (derived.includes(name) || isMadeName(type, name))
      problems.push(invalid(at, 'it follows from other values, and cannot be given', 'PROPERTY_UNKNOWN'));
    else if (input === null) values.set(name, null);
    else {
      const checked = checkValue(kind, input);
      if (checked.kind === 'problem') problems.push(invalid(at, checked.message));
      else values.set(name, checked.value);
    }
  }
  return { values, problems };
}

function isMadeName(type: NodeType | RelationshipType, name: string): boolean {
  const nodeType = nodeTypeNames.find((known) => known === type);
  return name === 'name' && nodeType !== undefined && nodeTypeRow(nodeType).title !== undefined;
}
