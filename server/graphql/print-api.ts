import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from './schema.ts';

/** Where the printed schema is committed. */
export const printedApi = new URL('../../schema/api.graphql', import.meta.url);

/** The schema as text, in the order of names, so that a new row of a table is a small difference. */
export function printApi(): string {
  return `${printSchema(lexicographicSortSchema(apiSchema()))}\n`;
}

// Run as a command, it writes the file that the check compares with.
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(printedApi, printApi());
