import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { saySelection } from './say-selection.ts';
import { exploreSmallWorld } from './small-world.ts';

const world = exploreSmallWorld();
const [ofsted, douglas] = [nodeId('organisation/ofsted'), nodeId('person/anthony-douglas')];

test('what is selected is said by its name, several by their number and the last of them', () => {
  expect(saySelection(world, [])).toBe('Selected: nothing');
  expect(saySelection(world, [ofsted])).toBe('Selected: Ofsted');
  expect(saySelection(world, [ofsted, douglas])).toBe('Selected: 2, the last of them Anthony Douglas');
});

test('a relationship is said from its start to its end', () => {
  const post = [...world.relationships.values()].find(({ record }) => record.type === 'HOLDS_POST');
  if (!post) throw new Error('the small world has changed');
  expect(saySelection(world, [post.record.id])).toBe('Selected: “Anthony Douglas held a post at Cafcass”');
});
