import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { saySelection } from './say-selection.ts';
import { exploreSmallWorld } from './small-world.ts';

const world = exploreSmallWorld();
const [ofsted, douglas] = [nodeId('organisation/ofsted'), nodeId('person/anthony-douglas')];

test('what is selected is said by its name, several by their number and the last of them', () => {
  expect(saySelection(world, [])).toBe('Nothing is selected.');
  expect(saySelection(world, [ofsted])).toBe('Ofsted is selected.');
  expect(saySelection(world, [ofsted, douglas])).toBe('2 are selected, last Anthony Douglas.');
});

test('a relationship is said from its start to its end', () => {
  const post = [...world.relationships.values()].find(({ record }) => record.type === 'HOLDS_POST');
  if (!post) throw new Error('the small world has changed');
  expect(saySelection(world, [post.record.id])).toBe('“Anthony Douglas held a post at Cafcass” is selected.');
});
