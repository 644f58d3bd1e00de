/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Properties that are made from others, which nobody gives. */
export const derived: readonly string[] = ['date', 'grade'];
export const text = { type: 'string', minLength: 1 };

/** An object with these fields and no others. */
export function closed(fields: JsonSchema, required: readonly string[]): JsonSchema {
  return { type: 'object', properties: fields, required, additionalProperties: false };
}

/** A definition of the same schema. */
export function ref(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}
