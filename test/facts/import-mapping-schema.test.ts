import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { readMapping } from '../../server/ingest/mapped/read-mapping.ts';
import { importMappingSchema } from './import-mapping-schema.ts';

const validate = new Ajv({ strict: false, allErrors: true }).compile(importMappingSchema());
const example = (name: string) =>
  readFileSync(new URL(`../fixtures/import/${name}.mapping.json`, import.meta.url), 'utf8');

/** JSON as the formatter of the project would write it, so that the committed file passes its check. */
function format(schema: object): string {
  const biome = fileURLToPath(new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
  const options = ['format', '--stdin-file-path=docs/import-mapping.schema.json'];
  return execFileSync(process.execPath, [biome, ...options], {
    input: JSON.stringify(schema, null, 2),
    encoding: 'utf8',
  });
}

test('the committed schema is the one that the tables make; else run this test with -u', async () => {
  await expect(format(importMappingSchema())).toMatchFileSnapshot('../../docs/import-mapping.schema.json');
});

test.each(['visits', 'authorities'])('the example “%s” fits the schema and is read', (name) => {
  expect(validate(JSON.parse(example(name))), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  expect(readMapping(example(name), name)).toMatchObject({ kind: 'value' });
});

test('an editor marks what the command would refuse', () => {
  const given: { nodes: object[] } = JSON.parse(example('visits'));
  const [home] = given.nodes;
  for (const broken of [
    { ...home, type: 'Robot' },
    { ...home, shoeSize: '{Ref}' },
    { ...home, date: '{Visited}' },
    { as: 'a', type: 'Person', id: 'person/{Ref:slug}' },
  ]) {
    const mapping = { ...given, nodes: [broken], relationships: [] };
    expect(validate(mapping)).toBe(false);
    expect(readMapping(JSON.stringify(mapping), 'm')).toMatchObject({ kind: 'problems' });
  }
});
