import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { nodeTypeNames } from '../../schema/node-types.ts';
import { makeQuery, playgroundAddress } from './make-query.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

test.each(nodeTypeNames)('the query for a %s is one that the API accepts', (type) => {
  const query = makeQuery({ id: nodeId('thing/one'), type });
  expect(validate(schema, parse(query))).toEqual([]);
  expect(query).toContain('(id: "thing/one")');
});

test('the address of the playground carries the query whole', () => {
  const query = makeQuery({ id: nodeId('quote/004-01'), type: 'Quote' });
  expect(new URL(playgroundAddress(query), 'http://localhost').searchParams.get('query')).toBe(query);
});
