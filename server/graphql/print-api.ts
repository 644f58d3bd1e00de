import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from './schema.ts';

/** The schema as text, in the order of names, so that a new row of a table is a small difference. */
export function printApi(): string {
  return `${printSchema(lexicographicSortSchema(apiSchema()))}\n`;
}
