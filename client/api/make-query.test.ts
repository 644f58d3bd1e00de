import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { nodeTypeNames } from '../../schema/node-types.ts';
import { makeQuery, playgroundAddress, readPlaygroundAddress } from './make-query.ts';

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

test('a short question is carried in the search of the address, a long one in its fragment, and both are read', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `inspection/number-${index}`);
  for (const variables of [{ ids: ids.slice(0, 1) }, { ids }]) {
    const address = new URL(playgroundAddress('{ a }', variables), 'http://localhost');
    expect(address.hash === '').toBe(variables.ids.length === 1);
    expect(address.search.length).toBeLessThan(8_000);
    const asked = readPlaygroundAddress(address);
    expect(asked.get('query')).toBe('{ a }');
    expect(JSON.parse(asked.get('variables') ?? '')).toEqual(variables);
  }
});
