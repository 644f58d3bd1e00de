import { expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { chooseEnds } from './choose-ends.ts';
import { endAt, type PathEnds } from './found-path.ts';

const world = exploreSmallWorld();
const [cafcass, ofsted, quote] = ['organisation/cafcass', 'organisation/ofsted', 'quote/grit'].map(
  nodeId,
) as [NodeId, NodeId, NodeId];
const recordOf = (id: NodeId) => world.nodes.get(id)?.record ?? null;
const idsOf = ({ from, to }: PathEnds) => [from?.id ?? null, to?.id ?? null];
const select = (...selection: NodeId[]) => ({ ...world, selection });

test('two that are selected are the ends, in the order of selecting', () => {
  expect(idsOf(chooseEnds(select(ofsted, quote), null, null))).toEqual([ofsted, quote]);
  expect(idsOf(chooseEnds(select(ofsted, quote), recordOf(quote), null))).toEqual([ofsted, quote]);
});

test('a node that is not one of the two that are selected is a start', () => {
  expect(idsOf(chooseEnds(select(ofsted, quote), recordOf(cafcass), null))).toEqual([cafcass, null]);
});

test('a start that waits for its end gets it; with both ends chosen, paths begin anew', () => {
  const start = recordOf(ofsted);
  const from = start && endAt(start);
  expect(idsOf(chooseEnds(select(), recordOf(quote), { from, to: null }))).toEqual([ofsted, quote]);
  expect(idsOf(chooseEnds(select(), recordOf(quote), { from, to: from }))).toEqual([quote, null]);
});

test('by key alone the start is what is selected, or where the keyboard is, or nothing', () => {
  expect(idsOf(chooseEnds(select(quote), null, null))).toEqual([quote, null]);
  expect(idsOf(chooseEnds({ ...world, focus: cafcass }, null, null))).toEqual([cafcass, null]);
  expect(idsOf(chooseEnds(select(), null, null))).toEqual([null, null]);
});
