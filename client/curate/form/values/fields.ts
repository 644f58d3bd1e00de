import type { NodeType } from '../../../../schema/node-types.ts';
import type { RelationshipType } from '../../../../schema/relationship-types.ts';
import { isObject } from '../picked.ts';
import { type EditableProperty, editableProperties } from './editable-properties.ts';
import { type FieldValue, printField, readField } from './value-text.ts';

/** What was typed, by property. */
export type Fields = Readonly<Partial<Record<string, FieldValue>>>;

/** The fields out of a kept draft; what is none is left out. */
export function readFields(kept: unknown): Fields {
  if (!isObject(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]): (readonly [string, FieldValue])[] => {
      if (typeof value === 'string') return [[name, value]];
      const isList = Array.isArray(value) && value.every((member) => typeof member === 'string');
      return isList ? [[name, value]] : [];
    }),
  );
}

/** The name of a property's field, apart from those of the rest of the form. */
export function valueField(property: string): string {
  return `set.${property}`;
}

/** The properties of the type that were given a value. */
export function filledProperties(
  type: NodeType | RelationshipType,
  fields: Fields,
): readonly EditableProperty[] {
  return editableProperties(type).filter(({ name }) => printField(fields[name] ?? '') !== '');
}

/** What is wrong with what was typed of these properties, by the names of their fields. */
export function checkFields(
  fields: Fields,
  properties: readonly EditableProperty[],
): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {};
  for (const { name, kind } of properties) {
    const read = readField(kind, fields[name] ?? '');
    if (read.kind === 'problem') problems[valueField(name)] = read.message;
  }
  return problems;
}

/** The values of these properties as the API takes them; null takes one away, what cannot be read is left out. */
export function inputOfFields(
  fields: Fields,
  properties: readonly EditableProperty[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    properties.flatMap(({ name, kind }) => {
      const read = readField(kind, fields[name] ?? '');
      return read.kind === 'value' ? [[name, read.input]] : [];
    }),
  );
}
