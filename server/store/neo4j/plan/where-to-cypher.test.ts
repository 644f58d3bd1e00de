import { expect, test } from 'vitest';
import type { NodeWhere } from '../../node-query.ts';
import { newCypherText } from './cypher-text.ts';
import { nodeWhereToCypher, relationshipWhereToCypher, whereClause } from './where-to-cypher.ts';

function compile(where: NodeWhere): { readonly text: string; readonly parameters: unknown } {
  const cypher = newCypherText();
  const text = nodeWhereToCypher(cypher, 'n', where);
  return { text, parameters: cypher.parameters };
}

const named: NodeWhere = { kind: 'property', property: 'name', test: { kind: 'contains', text: 'ZOË' } };

test('text is compared by its folded key, and only as a parameter', () => {
  expect(compile(named)).toEqual({
    text: 'n.name_key CONTAINS $p0',
    parameters: { p0: 'zoe\u0308' },
  });
});

test('words that would be syntax stay a value', () => {
  const text = "' OR 1=1 //`";
  const where: NodeWhere = { kind: 'property', property: 'note', test: { kind: 'eq', value: text } };
  expect(compile(where)).toEqual({ text: 'n.note_key = $p0', parameters: { p0: text.toLowerCase() } });
});

test('“not” takes what is missing for false before it looks', () => {
  expect(compile({ kind: 'not', of: named }).text).toBe('NOT coalesce(n.name_key CONTAINS $p0, false)');
});

test('an empty “and” matches all, an empty “or” and an empty list of types match nothing', () => {
  expect(compile({ kind: 'and', of: [] }).text).toBe('true');
  expect(compile({ kind: 'or', of: [] }).text).toBe('false');
  expect(compile({ kind: 'type', in: [] }).text).toBe('false');
});

test('a test that makes no sense for a kind matches nothing', () => {
  const where: NodeWhere = { kind: 'property', property: 'value', test: { kind: 'contains', text: '1' } };
  expect(compile(where).text).toBe('false');
});

test('a list matches if one member does', () => {
  const where: NodeWhere = { kind: 'property', property: 'aliases', test: { kind: 'startsWith', text: 'A' } };
  expect(compile(where).text).toBe('any(x0 IN n.aliases_key WHERE x0 STARTS WITH $p0)');
});

test('a date is held against both of its bounds', () => {
  const test = { kind: 'overlaps', earliest: '2018-01-01', latest: '2018-12-31' } as const;
  expect(compile({ kind: 'property', property: 'date', test })).toEqual({
    text: 'n.date_earliest <= $p0 AND n.date_latest >= $p1',
    parameters: { p0: '2018-12-31', p1: '2018-01-01' },
  });
});

test('relationships are looked for from the node, each level with names of its own', () => {
  const where: NodeWhere = {
    kind: 'related',
    relationship: 'INSPECTED',
    direction: 'in',
    quantifier: 'none',
    node: { ...named },
    self: { kind: 'disputed', value: true },
  };
  expect(compile(where).text).toBe(
    'NOT EXISTS { MATCH (n)<-[r0:INSPECTED]-(m1) WHERE (m1.name_key CONTAINS $p0) AND (r0.isDisputed = $p1) }',
  );
});

test('the type of a relationship is a value', () => {
  const cypher = newCypherText();
  expect(relationshipWhereToCypher(cypher, 'r', { kind: 'type', in: ['SAID'] })).toBe('type(r) IN $p0');
});

test('conditions are bracketed, so that an “or” stays inside its own', () => {
  expect(whereClause(['a OR b', 'c'])).toBe(' WHERE (a OR b) AND (c)');
  expect(whereClause([])).toBe('');
});
