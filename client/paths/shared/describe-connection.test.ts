import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { smallWorld } from '../../exploration/small-world.ts';
import { describeConnection } from './describe-connection.ts';
import { joinNames } from './use-shared.ts';

const byId = (id: string) => {
  const node = smallWorld.nodes.find(({ record }) => record.id === id);
  if (!node) throw new Error(`${id} is not in the small world`);
  return node;
};

test('a shared node tells how it is related to each of those asked about, in their order, with its sources', () => {
  const node = byId('inspection/cafcass-2018');
  const connects = [nodeId('organisation/ofsted'), nodeId('organisation/cafcass')];
  const relationships = smallWorld.relationships.filter(
    ({ record }) =>
      [record.from, record.to].includes(node.record.id) &&
      connects.some((id) => [record.from, record.to].includes(id)),
  );
  const described = describeConnection(
    { node, connects, relationships: [...relationships].reverse() },
    (id) => byId(id).record.properties.name,
  );
  expect(described.map(({ says, farName }) => `${says} ${farName}`)).toEqual([
    'was conducted by Ofsted',
    'inspected Cafcass',
  ]);
  expect(described[0]?.sources).toMatch(/^1 source: /);
});

test('two are named, of more the first', () => {
  expect(joinNames(['Ofsted', 'Cafcass'])).toBe('Ofsted and Cafcass');
  expect(joinNames(['Ofsted', 'Cafcass', 'Essex', 'Kent'])).toBe('Ofsted and 3 others');
});
