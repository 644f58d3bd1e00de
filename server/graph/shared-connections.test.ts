import { expect, test } from 'vitest';
import { answerQuestion, relationshipsOf, smallId } from '../../test/support/answer-adjacency.ts';
import { sharedConnections } from './shared-connections.ts';

const world = relationshipsOf([
  ['ann', 'HOLDS_POST', 'body'],
  ['bob', 'HOLDS_POST', 'body'],
  ['eve', 'HOLDS_POST', 'body'],
  ['ann', 'LED', 'visit'],
  ['bob', 'LED', 'visit'],
  ['ann', 'SAID', 'quote'],
  ['ann', 'HOLDS_POST', 'board', '2004'],
  ['ann', 'HOLDS_POST', 'board', '2010'],
  ['visit', 'CONSULTED', 'ann'],
]);

test('what connects more of the given nodes comes first', () => {
  const { connections } = ask(['ann', 'bob', 'eve']);
  expect(connections.map(({ node, connects }) => [node, connects.length])).toEqual([
    [smallId('body'), 3],
    [smallId('visit'), 2],
  ]);
});

test('two relationships to one and the same node share nothing', () => {
  expect(ask(['ann', 'bob']).connections.map(({ node }) => node)).not.toContain(smallId('board'));
});

test('all relationships to the shared node are listed', () => {
  const visit = ask(['ann', 'bob']).connections.find(({ node }) => node === smallId('visit'));
  expect(visit?.relationships).toHaveLength(3);
});

test('what does not fit is told', () => {
  expect(ask(['ann', 'bob'], 1)).toMatchObject({ truncated: true });
});

test('one node alone shares nothing and asks nothing', () => {
  const { answer, asked } = answerQuestion(world, sharedConnections({ ids: [smallId('ann')], first: 10 }));
  expect(answer.connections).toEqual([]);
  expect(asked).toEqual([]);
});

function ask(names: readonly string[], first = 10) {
  return answerQuestion(world, sharedConnections({ ids: names.map(smallId), first })).answer;
}
