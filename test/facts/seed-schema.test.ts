import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { seedSchema } from './seed-schema.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(seedSchema());

/** JSON as the formatter of the project would write it, so that the committed file passes its check. */
function format(schema: object): string {
  const biome = fileURLToPath(new URL('../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
  const options = ['format', '--stdin-file-path=seeds/seed.schema.json'];
  return execFileSync(process.execPath, [biome, ...options], {
    input: JSON.stringify(schema, null, 2),
    encoding: 'utf8',
  });
}

/** A seed of one node, for what an editor should and should not mark. */
function seedOf(node: object): object {
  const bare = { format: 1, name: 'one', title: 'One', startingViews: [], relationships: [] };
  return { ...bare, nodes: [node] };
}

test('the committed schema is the one that the tables make; else run this test with -u', async () => {
  await expect(format(seedSchema())).toMatchFileSnapshot('../../seeds/seed.schema.json');
});

test('the seed of Cafcass fits the schema', () => {
  expect(validate(read('cafcass.json')), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
});

test('an editor marks what the loader would refuse', () => {
  const person = { id: 'person/ada', type: 'Person', name: 'Ada' };
  expect(validate(seedOf(person))).toBe(true);
  expect(validate(seedOf({ ...person, type: 'Robot' }))).toBe(false);
  expect(validate(seedOf({ ...person, shoeSize: 38 }))).toBe(false);
  expect(validate(seedOf({ id: 'person/ada', type: 'Person' }))).toBe(false);
  expect(validate(seedOf({ ...person, evidence: [{ basis: 'outside' }] }))).toBe(false);
  expect(validate(seedOf({ ...person, evidence: [{ locator: 'page 3' }] }))).toBe(false);
  const statement = { property: 'honorific', value: 'Dr', evidence: [] };
  expect(validate(seedOf({ ...person, statements: [statement] }))).toBe(false);
});
