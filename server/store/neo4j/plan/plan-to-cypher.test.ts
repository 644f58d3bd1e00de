import { isInt } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { nodeId } from '../../../../schema/ids.ts';
import { nodeTypeNames } from '../../../../schema/node-types.ts';
import { relationshipTypeNames } from '../../../../schema/relationship-types.ts';
import type { Position } from '../../node-query.ts';
import type { Branch, NodeListPlan, NodeSelection, RelationshipSelection } from '../../read-plan.ts';
import { planToCypher } from './plan-to-cypher.ts';

const bare: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};
const bareRelationship: RelationshipSelection = {
  properties: [],
  evidence: null,
  statements: null,
  from: null,
  to: null,
};
const firstTen = { direction: 'forward', limit: 10, from: null } as const;

function branch(changes: Partial<Branch>): Branch {
  return {
    key: 'posts',
    onTypes: ['Person'],
    follow: [{ relationship: 'HOLDS_POST', direction: 'out' }],
    where: null,
    relationshipWhere: null,
    order: [],
    page: firstTen,
    countTotal: false,
    relationship: bareRelationship,
    node: bare,
    ...changes,
  };
}

function list(changes: Partial<NodeListPlan>): NodeListPlan {
  return {
    kind: 'nodes',
    types: ['Person'],
    where: null,
    order: [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }],
    page: firstTen,
    countTotal: false,
    select: bare,
    ...changes,
  };
}

function personNamed(name: string, limit: number, from: Position): NodeListPlan {
  return list({
    where: { kind: 'property', property: 'name', test: { kind: 'eq', value: name } },
    page: { direction: 'forward', limit, from },
    select: { ...bare, branches: [branch({ page: { ...firstTen, limit } })] },
  });
}

test('plans of one shape have one text, and all values are parameters', () => {
  const one = planToCypher(personNamed('Tiotto', 10, ['a', 'person/a']));
  const other = planToCypher(personNamed("'} DETACH DELETE n //", 20, ['b', 'person/b']));
  expect(one.text).toBe(other.text);
  expect(one.parameters).not.toEqual(other.parameters);
});

test('an official number is looked up by the index that all types share', () => {
  const where = {
    kind: 'property',
    property: 'officialNumber',
    test: { kind: 'in', values: ['1'] },
  } as const;
  expect(planToCypher(list({ where, order: [] })).text).toContain('MATCH (n:Entity&(Person))');
  expect(planToCypher(list({ order: [] })).text).toContain('MATCH (n:Person)');
});

test('limits are sent as integers, one more than the page', () => {
  const { text, parameters } = planToCypher(list({}));
  const limit = /LIMIT \$(\w+)/.exec(text)?.[1] ?? '';
  expect(isInt(parameters[limit])).toBe(true);
  expect(String(parameters[limit])).toBe('11');
});

test('each level is sorted and limited before it is expanded', () => {
  const inner = branch({
    key: 'inspections',
    onTypes: ['Organisation'],
    follow: [{ relationship: 'INSPECTED', direction: 'in' }],
  });
  const outer = branch({ node: { ...bare, branches: [inner] } });
  const { text } = planToCypher(list({ select: { ...bare, branches: [outer] } }));
  const steps = [...text.matchAll(/LIMIT|:HOLDS_POST|:INSPECTED/g)].map(([step]) => step);
  expect(steps).toEqual(['LIMIT', ':HOLDS_POST', 'LIMIT', ':INSPECTED', 'LIMIT']);
});

test('labels and relationship types are those of the tables', () => {
  const { text } = planToCypher(
    list({
      types: ['Person', 'Quote'],
      select: { ...bare, evidence: { document: bare }, branches: [branch({})] },
    }),
  );
  const known = ['Entity', '_Evidence', '_Statement', ...nodeTypeNames, ...relationshipTypeNames];
  for (const [, names] of text.matchAll(/\w:([A-Z_][\w|]*)/g))
    for (const name of (names ?? '').split('|')) expect(known).toContain(name);
});

test('nothing is read that was not selected', () => {
  const { text } = planToCypher(list({}));
  expect(text).not.toMatch(/_Evidence|_Statement|COUNT|\{\.\*\}/);
});

test('a bare total reads no node', () => {
  const page = { ...firstTen, limit: 0 };
  const { text } = planToCypher(list({ page, countTotal: true, select: null }));
  expect(text).toBe('RETURN null AS page, COUNT { MATCH (n:Person) } AS total');
});

test('the labels of a parent are looked at only where the relationship does not imply them', () => {
  const said = branch({ key: 'said', follow: [{ relationship: 'SAID', direction: 'out' }] });
  const by = (one: Branch) =>
    planToCypher({ kind: 'nodesById', ids: [nodeId('person/a')], select: { ...bare, branches: [one] } }).text;
  expect(by(branch({}))).not.toContain(':Person');
  expect(by(said)).toContain('n:Person');
});

test('a relationship from a node to itself that is followed both ways goes out only', () => {
  const follow = [
    { relationship: 'PART_OF', direction: 'out' },
    { relationship: 'PART_OF', direction: 'in' },
  ] as const;
  const both = branch({ onTypes: ['Organisation'], follow });
  const { text } = planToCypher(list({ types: ['Organisation'], select: { ...bare, branches: [both] } }));
  expect(text).toContain('UNION ALL');
  expect(text).toMatch(/<-\[(\w+):PART_OF\]-\((\w+)\) WHERE \(\2 <> n OR NOT type\(\1\) IN \['PART_OF'\]\)/);
});

test('missing values stay last where an order descends, and come first where it is walked from its end', () => {
  const order = [{ by: { kind: 'node', property: 'value' }, direction: 'desc' }] as const;
  const sorted = (direction: 'forward' | 'backward') =>
    /ORDER BY (.*) LIMIT/.exec(planToCypher(list({ order, page: { ...firstTen, direction } })).text)?.[1];
  expect(sorted('forward')).toMatch(/^(k\d+) IS NULL, \1 DESC, k\d+$/);
  expect(sorted('backward')).toMatch(/^(k\d+) IS NULL DESC, \1, k\d+ DESC$/);
});
