import { expect, test } from 'vitest';
import { answerQuestion, relationshipsOf, smallId } from '../../test/support/answer-adjacency.ts';
import { gatherSubgraph, type SubgraphQuestion } from './gather-subgraph.ts';

const world = relationshipsOf([
  ['ann', 'LED', 'visit-1'],
  ['ann', 'LED', 'visit-2'],
  ['bob', 'LED', 'visit-2'],
  ['visit-1', 'COVERED', 'town'],
  ['visit-2', 'COVERED', 'town'],
  ['town', 'WITHIN', 'county'],
]);

test('no hop gives the relationships among the given nodes alone', () => {
  const { nodes, relationships } = gather({ ids: ['ann', 'visit-1', 'town'].map(smallId), hops: 0 });
  expect(nodes).toHaveLength(3);
  expect(relationships.map(({ type }) => type).sort()).toEqual(['COVERED', 'LED']);
});

test('two hops bring the far nodes and what joins them', () => {
  const { nodes, relationships, truncated } = gather({ ids: [smallId('ann')], hops: 2 });
  expect([...nodes].sort()).toEqual(['ann', 'bob', 'town', 'visit-1', 'visit-2'].map(smallId));
  expect(relationships).toHaveLength(5);
  expect(truncated).toBe(false);
});

test('where the limit cuts, the better connected node stays', () => {
  const { nodes, truncated } = gather({ ids: ['visit-1', 'visit-2'].map(smallId), hops: 1, limit: 4 });
  expect(nodes).toEqual(['visit-1', 'visit-2', 'ann', 'town'].map(smallId));
  expect(truncated).toBe(true);
});

test('every relationship has both of its ends among the nodes', () => {
  const { nodes, relationships } = gather({ ids: [smallId('town')], hops: 2, limit: 3 });
  for (const { from, to } of relationships) expect(nodes).toEqual(expect.arrayContaining([from, to]));
});

test('it asks one question a hop and one more', () => {
  const asking = gatherSubgraph({ ids: [smallId('ann')], hops: 2, types: null, limit: 100, touching: null });
  expect(answerQuestion(world, asking).asked).toHaveLength(3);
});

test('a view that lacks one node gets that node and its relationships alone', () => {
  const ids = ['ann', 'visit-1', 'visit-2', 'town'].map(smallId);
  const { nodes, relationships } = gather({ ids, touching: [smallId('visit-2')] });
  expect(nodes).toEqual([smallId('visit-2')]);
  expect(relationships.map(({ type }) => type).sort()).toEqual(['COVERED', 'LED']);
});

function gather(question: Partial<SubgraphQuestion>) {
  const whole = { ids: [], hops: 0, types: null, limit: 100, touching: null, ...question };
  return answerQuestion(world, gatherSubgraph(whole)).answer;
}
