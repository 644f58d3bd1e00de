import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { seedSchema } from './seed-schema.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(seedSchema());

/** A seed of one node, for what an editor should and should not mark. */
function seedOf(node: object): object {
  const bare = { format: 1, name: 'one', title: 'One', startingViews: [], relationships: [] };
  return { ...bare, nodes: [node] };
}

test('the committed schema is the one that the tables make; else run test/facts/write-seed-schema.ts', () => {
  expect(read('seed.schema.json')).toEqual(JSON.parse(JSON.stringify(seedSchema())));
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
