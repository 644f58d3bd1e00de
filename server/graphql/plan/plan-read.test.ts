import { type GraphQLResolveInfo, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import type { NodeSelection } from '../../store/read-plan.ts';
import { apiSchema } from '../schema.ts';
import { askSelection } from './plan-read.ts';
import type { Ask } from './reads.ts';

/** What the first root field of an operation selects. */
function ask(source: string, variableValues: Record<string, unknown> = {}): Ask {
  const schema = apiSchema();
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.selectionSet.selections[0];
  const parentType = schema.getQueryType();
  if (!operation || field?.kind !== Kind.FIELD || !parentType) throw new Error('a query with a root field');
  const key = field.alias?.value ?? field.name.value;
  const definition = parentType.getFields()[field.name.value];
  if (!definition) throw new Error(`no field ${field.name.value}`);
  const info: GraphQLResolveInfo = {
    schema,
    fragments,
    variableValues,
    operation,
    parentType,
    fieldName: field.name.value,
    fieldNodes: [field],
    returnType: definition.type,
    path: { prev: undefined, key, typename: 'Query' },
    rootValue: null,
  };
  return askSelection(info, {});
}

function nodeSelection(source: string, variables?: Record<string, unknown>): NodeSelection {
  const selection = ask(source, variables).nodes([]);
  if (!selection) throw new Error('nothing is selected');
  return selection;
}

const branches = (selection: NodeSelection | null | undefined) =>
  (selection?.branches ?? []).map(({ key, onTypes }) => ({ key, onTypes }));

test('nothing is read that is not selected', () => {
  expect(nodeSelection('{ person(id: "person/a") { id name version disputed } }')).toEqual({
    properties: [],
    evidence: null,
    statements: null,
    counts: false,
    branches: [],
  });
});

test('a connection of which only the total is selected reads no record', () => {
  const [branch] = nodeSelection('{ person(id: "person/a") { posts { totalCount } } }').branches;
  expect(branch).toMatchObject({ countTotal: true, relationship: null, node: null, page: { limit: 0 } });
});

test('a connection without a total does not count, and reads no evidence', () => {
  const [branch] = nodeSelection('{ person(id: "person/a") { posts { nodes { id } } } }').branches;
  expect(branch).toMatchObject({
    countTotal: false,
    page: { limit: 20 },
    relationship: { properties: [], evidence: null, statements: null },
    node: { properties: [], branches: [] },
  });
});

test('the relationship and the far node are read as the edge selects them', () => {
  const [branch] = nodeSelection(
    `{ person(id: "person/a") { posts(first: 3) {
        edges { title from { edtf } evidence { words document { publishedOn { edtf } } } node { kind } } } } }`,
  ).branches;
  expect(branch?.follow).toEqual([{ relationship: 'HOLDS_POST', direction: 'out' }]);
  expect(branch?.page.limit).toBe(3);
  expect(branch?.relationship?.properties).toEqual(['title', 'from']);
  expect(branch?.relationship?.evidence?.document?.properties).toEqual(['publishedOn']);
  expect(branch?.node?.properties).toEqual(['kind']);
});

test('two aliases with other arguments are two branches', () => {
  const selection = nodeSelection(
    '{ person(id: "person/a") { a: posts(first: 1) { nodes { id } } b: posts(first: 2) { nodes { id } } } }',
  );
  expect(selection.branches.map(({ key, page }) => [key, page.limit])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('fields with one response key merge into one branch', () => {
  const selection = nodeSelection(`
    query { person(id: "person/a") { posts { nodes { kind } } ...More posts { edges { title } } } }
    fragment More on Person { posts { nodes { officialNumber } } }`);
  expect(branches(selection)).toEqual([{ key: 'posts', onTypes: ['Person'] }]);
  expect(selection.branches[0]?.node?.properties).toEqual(['kind', 'officialNumber']);
  expect(selection.branches[0]?.relationship?.properties).toEqual(['title']);
});

test('what `edges.node` and `nodes` select of the same nodes is told apart by its path', () => {
  const [posts] = nodeSelection(
    `{ person(id: "person/a") { posts {
        edges { node { parts { totalCount } } } nodes { parts { nodes { id } } } } } }`,
  ).branches;
  expect(branches(posts?.node).map(({ key }) => key)).toEqual([
    'posts/edges/node/parts',
    'posts/nodes/parts',
  ]);
});

test('a fragment gives a branch its types', () => {
  const selection = ask(`{ node(id: "person/a") { ... on Person { posts { totalCount } }
      ... on Organisation { postHolders { totalCount } } } }`).nodes([]);
  expect(branches(selection)).toEqual([
    { key: 'posts', onTypes: ['Person'] },
    { key: 'postHolders', onTypes: ['Organisation'] },
  ]);
});

test('types that see the same selection share a branch, through interfaces too', () => {
  const selection = ask(`{ node(id: "person/a") { ... on Party { said { totalCount } } } }`).nodes([]);
  expect(branches(selection)).toEqual([{ key: 'said', onTypes: ['Person', 'Organisation', 'Document'] }]);
});

test('one name for several relationships is a branch for each', () => {
  const selection = ask(`{ node(id: "person/a") {
    ... on Organisation { inspections { totalCount } } ... on Region { inspections { totalCount } } } }`).nodes(
    [],
  );
  expect(branches(selection)).toEqual([
    { key: 'inspections', onTypes: ['Organisation'] },
    { key: 'inspections', onTypes: ['Region'] },
  ]);
});

test('a type that sees more than the others has a branch of its own', () => {
  const selection = ask(`{ node(id: "person/a") {
    ... on Entity { neighbours { nodes { id } } } ... on Person { neighbours { totalCount } } } }`).nodes([]);
  const counted = selection?.branches.filter(({ countTotal }) => countTotal) ?? [];
  expect(counted.map(({ onTypes }) => onTypes)).toEqual([['Person']]);
  expect(selection?.branches).toHaveLength(2);
});

test('@skip and @include are decided by the variables', () => {
  const source = `query ($no: Boolean!, $yes: Boolean!) { person(id: "person/a") {
    note @include(if: $no) honorific @skip(if: $yes) aliases @include(if: $yes)
    ... @include(if: $no) { posts { totalCount } } } }`;
  const selection = nodeSelection(source, { no: false, yes: true });
  expect(selection.properties).toEqual(['aliases']);
  expect(selection.branches).toEqual([]);
});

test('a single relationship reads one, and its evidence only where that is asked for', () => {
  const selection = nodeSelection(
    '{ judgement(id: "judgement/a") { inspection { kind } inspectionEdge { evidence { id } } } }',
  );
  expect(selection.branches).toMatchObject([
    {
      key: 'inspection',
      page: { limit: 1 },
      relationship: { evidence: null },
      node: { properties: ['kind'] },
    },
    { key: 'inspectionEdge', page: { limit: 1 }, relationship: { evidence: {} }, node: null },
  ]);
});

test('the question who held a post then is two steps of one plan, with the date that it needs', () => {
  const selection = nodeSelection(
    '{ inspection(id: "inspection/a") { postHoldersThen(kind: "chief executive") { person { honorific } } } }',
  );
  expect(selection.properties).toEqual(['date']);
  const [bodies] = selection.branches;
  expect(bodies?.follow).toEqual([{ relationship: 'INSPECTED', direction: 'out' }]);
  const [posts] = bodies?.node?.branches ?? [];
  expect(posts).toMatchObject({
    follow: [{ relationship: 'HOLDS_POST', direction: 'in' }],
    relationshipWhere: { kind: 'property', property: 'kind', test: { kind: 'eq', value: 'chief executive' } },
    relationship: { properties: ['from', 'to', 'attestedOn', 'kind'] },
    node: { properties: ['honorific'] },
  });
});

test('evidence that is selected twice is read once, with what both select of its document', () => {
  const { evidence } = nodeSelection(
    '{ person(id: "person/a") { a: evidence { document { kind } } b: evidence { document { licence } } } }',
  );
  expect(evidence?.document?.properties).toEqual(['kind', 'licence']);
});

test('fragments that would multiply without end are refused', () => {
  const types = ['Person', 'Organisation', 'Region', 'Inspection', 'Framework', 'Quote', 'Event', 'Document'];
  const level = (depth: number): string =>
    `fragment F${depth} on Entity { ${types
      .map((type) => `... on ${type} { neighbours { nodes { id ${depth > 0 ? `...F${depth - 1}` : ''} } } }`)
      .join(' ')} }`;
  const source = `{ node(id: "person/a") { ...F6 } } ${[0, 1, 2, 3, 4, 5, 6].map(level).join('\n')}`;
  expect(() => ask(source).nodes([])).toThrow(/too many different things/);
});
