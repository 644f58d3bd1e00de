import { setMaxListeners } from 'node:events';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../../../schema/ids.ts';
import { wipeNeo4j } from '../../../../test/contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../../../test/support/neo4j/neo4j-of-worker.ts';
import { makeChange, smallWorld } from '../../../../test/support/small-world.ts';
import { type GraphStore, StoreUnavailable } from '../../graph-store.ts';
import type { NodeWhere } from '../../node-query.ts';
import type { NodeListPlan, NodeSelection } from '../../read-plan.ts';
import { openNeo4jStore } from '../neo4j-store.ts';

const address = neo4jOfWorker();
const driver: Driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password));
let store: GraphStore;

beforeEach(async () => {
  await wipeNeo4j(address);
  store = await openNeo4jStore(address);
  await store.write(makeChange(smallWorld));
});
afterEach(() => store.close());
afterAll(async () => {
  await wipeNeo4j(address);
  await driver.close();
});

const bare: NodeSelection = {
  properties: ['date', 'kind'],
  evidence: { document: null },
  statements: null,
  counts: true,
  branches: [],
};

/** With a page below each node, so that a limit that did not count for each by itself would show. */
const withPage = (limit: number): NodeSelection => ({
  ...bare,
  branches: [
    {
      key: 'inspections',
      onTypes: ['Organisation'],
      follow: [
        { relationship: 'CONDUCTED', direction: 'out' },
        { relationship: 'INSPECTED', direction: 'in' },
      ],
      where: null,
      relationshipWhere: null,
      order: [{ by: { kind: 'node', property: 'date' }, direction: 'desc' }],
      page: { direction: 'forward', limit, from: null },
      countTotal: true,
      relationship: { properties: [], evidence: null, statements: null, from: null, to: null },
      node: bare,
    },
  ],
});

const lookUp = (ids: readonly NodeId[], select = withPage(1), signal?: AbortSignal) =>
  store.read({ kind: 'nodesById', ids, select }, signal ? { signal } : {});

/** A hundred look-ups of one to three nodes, some asked for twice, some not there. */
const hundred = Array.from({ length: 100 }, (_, turn) => {
  const ids = [...smallWorld.nodes.map(({ id }) => id), nodeId('person/nobody')];
  const at = (index: number) => ids.slice(index % ids.length)[0] ?? nodeId('person/nobody');
  return [at(turn), at(turn * 7 + 3), at(turn)].slice(turn % 3);
});

test('a hundred look-ups at once are answered as one by one, by far fewer statements', async () => {
  const alone = [];
  for (const ids of hundred) alone.push(await lookUp(ids));
  const before = store.statementCount();
  const together = await Promise.all(hundred.map((ids) => lookUp(ids)));
  expect(together).toEqual(alone);
  expect(store.statementCount() - before).toBe(5);
});

test('look-ups that differ in a value are not mixed', async () => {
  const before = store.statementCount();
  const service = nodeId('organisation/service');
  const limits = Array.from({ length: 20 }, (_, turn) => 1 + (turn % 2));
  const answers = await Promise.all(limits.map((limit) => lookUp([service], withPage(limit))));
  expect(answers.map(({ nodes }) => nodes[0]?.branches.get('inspections')?.items.length)).toEqual(limits);
  // Each of the two has its own four in flight.
  expect(store.statementCount() - before).toBe(10);
});

/** Lists that begin in every way there is: by name, by a text, by a grade, by date, behind a position. */
const lists: readonly NodeListPlan[] = Array.from({ length: 12 }, (_, turn): NodeListPlan[] => {
  const letter = String.fromCharCode('a'.charCodeAt(0) + turn);
  const property = (name: 'name' | 'grade' | 'date', test: object) =>
    ({ kind: 'property', property: name, test }) as NodeWhere;
  const graded = property('grade', { kind: 'grade', scale: null, ranks: [1 + (turn % 4)] });
  const ofScale = property('grade', {
    kind: 'grade',
    scale: 'ofsted-social-care-2005',
    ranks: [1 + (turn % 4)],
  });
  const day = `20${10 + turn}-01-01`;
  const before = property('date', { kind: 'before', earliest: day, latest: day });
  const named = property('name', { kind: 'contains', text: letter });
  const all = {
    kind: 'nodes',
    page: { direction: 'forward', limit: 3, from: null },
    countTotal: true,
    select: withPage(1),
  } as const;
  const byName = [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }] as const;
  const byDate = [{ by: { kind: 'node', property: 'date' }, direction: 'desc' }] as const;
  return [
    { ...all, types: ['Organisation'], where: named, order: byName },
    { ...all, types: ['Judgement'], where: graded, order: byDate },
    { ...all, types: ['Judgement'], where: { kind: 'and', of: [ofScale, before] }, order: byDate },
    { ...all, types: ['Inspection'], where: before, order: byDate },
    {
      ...all,
      types: ['Person', 'Organisation', 'Judgement'],
      where: null,
      order: byName,
      page: { direction: 'forward', limit: 2, from: [letter, nodeId('person/nobody')] },
    },
  ];
}).flat();

test('lists at once are answered as one by one, by fewer statements', async () => {
  const alone = [];
  for (const plan of lists) alone.push(await store.read(plan));
  const before = store.statementCount();
  expect(await Promise.all(lists.map((plan) => store.read(plan)))).toEqual(alone);
  // Of each of the five kinds four go at once, and the other eight together.
  expect(store.statementCount() - before).toBe(25);
});

test('searches at once are answered as one by one, by fewer statements', async () => {
  const questions = 'abcdefghijkl'
    .split('')
    .map((word) => ({ words: [word], match: 'prefixes', types: null, limit: 20 }) as const);
  const alone = [];
  for (const question of questions) alone.push(await store.searchCandidates(question));
  const before = store.statementCount();
  expect(await Promise.all(questions.map((question) => store.searchCandidates(question)))).toEqual(alone);
  expect(store.statementCount() - before).toBe(5);
});

test('a record that cannot be read fails only who asks for it', async () => {
  const odd = nodeId('person/odd');
  await driver.executeQuery('CREATE (:Entity {id: $odd, name: "Odd"})', { odd });
  const asked = [...hundred.slice(0, 20), [odd], ...hundred.slice(20, 40)];
  const outcomes = await Promise.allSettled(asked.map((ids) => lookUp(ids)));
  expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([20]);
});

test('who gives up is told so, and all others get their answers', async () => {
  const giveUp = new AbortController();
  setMaxListeners(0, giveUp.signal);
  const outcomes = Promise.allSettled(
    hundred.map((ids, turn) => lookUp(ids, withPage(1), turn % 2 === 0 ? giveUp.signal : undefined)),
  );
  giveUp.abort(new Error('given up'));
  const fulfilled = (await outcomes).map(({ status }) => status === 'fulfilled');
  expect(fulfilled).toEqual(hundred.map((_ids, turn) => turn % 2 === 1));
});

test('look-ups that wait when the store is closed are told so, and so are later ones', async () => {
  const outcomes = Promise.allSettled(hundred.map((ids) => lookUp(ids)));
  await store.close();
  const waited = (await outcomes).slice(4);
  expect(
    waited.every(({ status, ...rest }) => 'reason' in rest && rest.reason instanceof StoreUnavailable),
  ).toBe(true);
  await expect(lookUp([nodeId('person/ada')])).rejects.toThrow(StoreUnavailable);
});
