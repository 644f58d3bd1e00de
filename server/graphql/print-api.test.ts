import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { nodeTypeNames, nodeTypes, propertiesOf } from '../../schema/node-types.ts';
import { relationshipFieldsOf, relationshipTypeNames } from '../../schema/relationship-types.ts';
import { printApi, printedApi } from './print-api.ts';
import { apiSchema } from './schema.ts';

const committed = readFileSync(printedApi, 'utf8');
const schema = buildSchema(committed);

test('the committed API is the one that the server has', () => {
  const printed = printApi();
  const breaking = findBreakingChanges(schema, buildSchema(printed));
  const named = breaking.map(({ description }) => `breaking: ${description}`);
  const advice =
    'schema/api.graphql is stale: run `npx tsx server/graphql/print-api.ts` and review the change';
  expect(printed === committed, [advice, ...named].join('\n')).toBe(true);
});

test.each(nodeTypeNames)('%s has its look-up, its list, its properties and its relationships', (type) => {
  const root = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(root).toContain(type.charAt(0).toLowerCase() + type.slice(1));
  expect(root).toContain(nodeTypes[type].plural);
  const object = schema.getType(type);
  const fields = isObjectType(object) ? Object.keys(object.getFields()) : [];
  expect(fields).toEqual(expect.arrayContaining([...propertiesOf(type)]));
  expect(fields).toEqual(expect.arrayContaining(relationshipFieldsOf(type).map(({ field }) => field)));
});

test.each(relationshipTypeNames)('%s can be asked for by its type and filtered by its properties', (type) => {
  const words = type.toLowerCase().split('_');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  expect(schema.getType(`${pascal}Where`)).toBeDefined();
  expect(committed).toMatch(new RegExp(`^  ${type}$`, 'm'));
});

test('no property has the name of a relationship field, so that filters can tell them apart', () => {
  for (const type of nodeTypeNames) {
    const properties: readonly string[] = propertiesOf(type);
    expect(relationshipFieldsOf(type).filter(({ field }) => properties.includes(field))).toEqual([]);
  }
});

test('a new field of an old type is no breaking change, a removed one is', () => {
  const without = committed.replace(/^ {2}honorific: String$/m, '');
  expect(findBreakingChanges(buildSchema(without), apiSchema())).toEqual([]);
  expect(findBreakingChanges(apiSchema(), buildSchema(without)).map(({ type }) => type)).toEqual([
    'FIELD_REMOVED',
  ]);
});
