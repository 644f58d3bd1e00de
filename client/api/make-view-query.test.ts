import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { visibleNodes } from '../exploration/visible.ts';
import { makeViewQuery, writeViewQuery } from './make-view-query.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const world = exploreSmallWorld();

test('the query names what can be seen and is one that the API accepts, as it stands and with its variables', () => {
  const state = runCommand(world, {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Quote',
    shown: false,
  }).state;
  const { query, variables } = makeViewQuery(state);
  expect(validate(schema, parse(query))).toEqual([]);
  expect(validate(schema, parse(writeViewQuery(state)))).toEqual([]);
  expect(variables.ids).toEqual(visibleNodes(state).map(({ record }) => record.id));
  expect(variables.ids).not.toContain('quote/grit');
});

test('relationship types that are filtered out are left out of the question', () => {
  const hidden = { kind: 'filterFacet', dimension: 'relationship', key: 'JUDGED', shown: false } as const;
  const state = runCommand(world, hidden).state;
  expect(makeViewQuery(state).variables.types).not.toContain('JUDGED');
  expect(makeViewQuery(state).variables.types).toContain('INSPECTED');
  expect(validate(schema, parse(writeViewQuery(state)))).toEqual([]);
  expect(makeViewQuery(world).variables).not.toHaveProperty('types');
});

test('filters of relationships that the API has no argument for are said in a comment, with how many they hide', () => {
  const outside = { kind: 'filterFacet', dimension: 'basis', key: 'stated', shown: false } as const;
  const state = runCommand(world, outside).state;
  const text = writeViewQuery(state);
  expect(text).toMatch(
    /^# 10 relationships come with the answer that the explorer hides: .* by how a source/,
  );
  expect(validate(schema, parse(text))).toEqual([]);
  expect(parse(text).definitions).toHaveLength(1);
  expect(writeViewQuery(world)).toMatch(/^query View/);
});
