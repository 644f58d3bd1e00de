import { beforeAll, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { createModelStore } from '../../contract/model-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph } from './ask-graph.ts';
import { openEmptySqlite } from './open-empty-sqlite.ts';

let graph: AskedGraph;
let store: GraphStore;
beforeAll(async () => {
  store = createModelStore();
  await loadCafcass(store);
  graph = askGraph(store);
});

/** How many plans an operation reads, and how many questions of any kind it asks of the store. */
async function count(source: string): Promise<{ reads: number; questions: number }> {
  graph.takePlans();
  const before = store.statementCount();
  await graph.ask(source);
  return { reads: graph.takePlans().length, questions: store.statementCount() - before };
}

test.each([
  ['a look-up', '{ person(id: "person/jacky-tiotto") { name } }'],
  [
    'four levels with evidence, statements, counts and totals',
    `{ organisations { totalCount nodes { statements { value evidence { document { name } } } relationshipCounts { says }
      inspections { totalCount edges { evidence { words document { name kind } } node {
        judgements { nodes { label evidence { basis } } } ledBy { nodes { posts { nodes { name } } } } } } } } } }`,
  ],
  [
    'different selections for each type',
    `{ neighbours(id: "organisation/cafcass", first: 50) { nodes { name
      ... on Person { posts { totalCount } } ... on Inspection { judgements { nodes { label } } }
      ... on Party { said { nodes { ... on Quote { text } } } } } } }`,
  ],
  [
    'who held a post then',
    '{ inspections { nodes { postHoldersThen { person { name } organisation { name } evidence { words } } } } }',
  ],
  ['a timeline', '{ timeline { totalCount edges { what date { words } entity { evidence { words } } } } }'],
  ['counts', '{ relationshipCounts(id: "organisation/cafcass") { neighbours } }'],
])('%s takes one read', async (_name, source) => {
  expect(await count(source)).toEqual({ reads: 1, questions: 1 });
});

test('a look-up of what is not there takes one read, and asks whether it was merged', async () => {
  expect(await count('{ person(id: "person/none") { posts { nodes { name } } } }')).toEqual({
    reads: 1,
    questions: 2,
  });
});

test('each root field takes a read of its own', async () => {
  const { reads } = await count(
    '{ people { totalCount } regions { totalCount } a: people { nodes { id } } }',
  );
  expect(reads).toBe(3);
});

test('a search takes two questions, candidates and the page that is shown, where more than properties is', async () => {
  const source = '{ search(query: "cafcass") { totalCount nodes { name note evidence { words } } } }';
  expect(await count(source)).toEqual({ reads: 1, questions: 2 });
});

test('a search that shows properties alone takes the candidates alone', async () => {
  const source =
    '{ search(query: "cafcass") { totalCount nodes { name note ... on Organisation { kind } } } }';
  expect(await count(source)).toEqual({ reads: 0, questions: 1 });
});

test('a suggestion takes the candidates alone', async () => {
  expect(await count('{ suggest(query: "cafcass") { name } }')).toEqual({ reads: 0, questions: 1 });
});

test('the number of reads does not grow with the number of records', async () => {
  const ask = (first: number) =>
    count(`{ findings(first: ${first}) { nodes { text inspection { inspected { nodes { name } } } } } }`);
  expect(await ask(100)).toEqual(await ask(1));
});

test('a sub-graph reads its nodes and its relationships once each', async () => {
  const { reads } = await count(
    '{ subgraph(hops: 1, ids: ["organisation/cafcass"]) { nodes { name } relationships { says } } }',
  );
  expect(reads).toBe(2);
});

test('ids alone ask for no property, and a bare total for no record', async () => {
  graph.takePlans();
  await graph.ask('{ people { nodes { id } } regions { totalCount } }');
  expect(graph.takePlans()).toMatchObject([
    { select: { properties: [], evidence: null, statements: null, branches: [] }, countTotal: false },
    { select: null, countTotal: true, page: { limit: 0 } },
  ]);
});

test('on SQLite a branch is one statement, and each total and each evidence that is asked for one more', async () => {
  const sqlite = await openEmptySqlite();
  await loadCafcass(sqlite);
  const { ask } = askGraph(sqlite);
  const statements = async (source: string) => {
    const before = sqlite.statementCount();
    await ask(source);
    return sqlite.statementCount() - before;
  };
  expect(await statements('{ organisations { nodes { name } } }')).toBe(1);
  expect(await statements('{ organisations { totalCount nodes { name } } }')).toBe(2);
  expect(
    await statements(`{ organisations { nodes { inspections { totalCount nodes {
      judgements { edges { evidence { words } node { label } } } } } } } }`),
  ).toBe(5);
  await sqlite.close();
});
