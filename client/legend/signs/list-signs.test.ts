import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { exploreSmallWorld } from '../../exploration/small-world.ts';
import { listSigns } from './list-signs.ts';

const world = exploreSmallWorld();
const signsOf = (state: Exploration) => listSigns(state, state.pinned).map(({ sign }) => sign);

test('the signs of the view are listed, and no other', () => {
  expect(signsOf(world)).toEqual(['dashed', 'sources', 'more', 'disputed']);
  const cafcass = nodeId('organisation/cafcass');
  expect(signsOf(runCommand(world, { kind: 'pin', ids: [cafcass], pinned: true }).state)).toContain('pinned');
  const quotes = runCommand(world, { kind: 'showOnlyFacet', dimension: 'type', key: 'Quote' }).state;
  expect(signsOf(quotes)).toEqual([]);
});

test('dotted lines are told in a view as of a day for which a post is only inferred', () => {
  const day = partialDate('2014-04-01');
  expect(signsOf(world)).not.toContain('dotted');
  const then = runCommand(world, { kind: 'filterTime', time: { kind: 'asOf', day } }).state;
  expect(signsOf(then)).toContain('dotted');
});
