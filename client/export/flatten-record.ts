import type { PropertyValue } from '../../schema/property-kinds.ts';

/** A value that a cell of a table, or an attribute of a network file, can hold. */
export type FlatValue = string | number | boolean;

/**
 * The properties as flat values, in their own order: dates as EDTF text (the date that places a node in time with its
 * first and last day beside it), lists joined by “; ”, a grade as three.
 */
export function flattenProperties(
  properties: Readonly<Record<string, PropertyValue | undefined>>,
): ReadonlyMap<string, FlatValue> {
  const flat = new Map<string, FlatValue>();
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (typeof value !== 'object') flat.set(name, value);
    else if ('edtf' in value) {
      flat.set(name, value.edtf);
      if (name === 'date') flat.set('dateEarliest', value.earliest).set('dateLatest', value.latest);
    } else if ('rank' in value)
      flat.set('gradeScale', value.scale).set('gradeRank', value.rank).set('gradeOf', value.of);
    else
      flat.set(name, value.map((member) => (typeof member === 'string' ? member : member.edtf)).join('; '));
  }
  return flat;
}
