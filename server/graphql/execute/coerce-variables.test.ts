import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { coerceVariables } from './coerce-variables.ts';

const schema = buildSchema(`
  scalar Day
  input Where { name: String!, most: Int = 3 }
  type Query { ask(id: ID, text: String, first: Int, on: Boolean, where: Where, ids: [ID!], day: Day): Int }
`);

const operations = [
  'query ($id: ID!) { ask(id: $id) }',
  'query ($id: ID, $text: String, $first: Int = 20, $on: Boolean! = true) { ask(id: $id, text: $text, first: $first, on: $on) }',
  'query ($where: Where, $ids: [ID!], $day: Day, $first: Int!) { ask(where: $where, ids: $ids, day: $day, first: $first) }',
  '{ ask }',
].map((text) => {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no operation`);
  return operation;
});

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.constant(2 ** 31),
  fc.array(fc.oneof(fc.string(), fc.integer())),
  fc.record({ name: fc.string(), most: fc.integer() }, { requiredKeys: [] }),
);
const names = ['id', 'text', 'first', 'on', 'where', 'ids', 'day', 'surprise'];
const given = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });

test('what comes of variables is what graphql-js makes of them, whatever they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...operations), given, (operation, values) => {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], values);
      expect(coerceVariables(schema, operation)(values)).toEqual(coerced ?? null);
    }),
    { numRuns: 2_000 },
  );
});

test('what must be given and is not is null', () => {
  const [lookUp] = operations;
  expect(lookUp && coerceVariables(schema, lookUp)({})).toBeNull();
  expect(lookUp && coerceVariables(schema, lookUp)({ id: 'a' })).toEqual({ id: 'a' });
});
