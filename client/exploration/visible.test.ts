import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { allTime } from './filters/time-filter.ts';
import { runCommand } from './run-command.ts';
import { exploreSmallWorld } from './small-world.ts';
import {
  countShown,
  disputedJudgements,
  neighboursNotShown,
  visibleNodes,
  visibleRelationships,
} from './visible.ts';

const world = exploreSmallWorld();
const cafcass = nodeId('organisation/cafcass');

test('a type that is filtered out takes its relationships along', () => {
  const { state } = runCommand(world, {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Inspection',
    shown: false,
  });
  expect(visibleNodes(state).map(({ record }) => record.type)).not.toContain('Inspection');
  expect(visibleRelationships(state).map(({ record }) => record.type)).toEqual(['HOLDS_POST', 'SAID']);
});

test('a judgement beside its inspection is not counted as a node', () => {
  expect(visibleNodes(world)).toHaveLength(9);
  expect(countShown(world)).toBe(6);
});

test('two judgements of one inspection and area that differ are disputed, agreeing ones are not', () => {
  expect([...disputedJudgements(world)].sort()).toEqual([
    'judgement/2018/overall/good',
    'judgement/2018/overall/outstanding',
  ]);
});

test('the view of what is disputed shows both sides', () => {
  const { state } = runCommand(world, { kind: 'filterDemand', demand: 'disputed', on: true });
  expect(visibleNodes(state)).toHaveLength(2);
});

test('a time window hides what has a date outside of it, and leaves what has none', () => {
  const window = { from: '2013-06', to: '2014-04' };
  const { state } = runCommand(world, { kind: 'filterTime', time: { kind: 'window', window } });
  const gone = visibleNodes(world).filter((node) => !visibleNodes(state).includes(node));
  expect(gone.map(({ record }) => record.id)).toEqual(['inspection/cafcass-2018']);
  expect(visibleNodes(runCommand(state, { kind: 'filterTime', time: allTime }).state)).toHaveLength(9);
});

test('the badge counts the neighbours in the graph that are not on the view', () => {
  expect(neighboursNotShown(world, cafcass)).toEqual([{ type: 'INSPECTED', direction: 'in', neighbours: 9 }]);
});

test('selecting and placing leave what is seen the very same, so that nothing is counted anew', () => {
  const { state: selected } = runCommand(world, { kind: 'select', ids: [cafcass] });
  const { state } = runCommand(selected, { kind: 'place', positions: [[cafcass, { x: 1, y: 2 }]] });
  expect(visibleNodes(state)).toBe(visibleNodes(world));
  expect(visibleRelationships(state)).toBe(visibleRelationships(world));
  const filtered = runCommand(state, { kind: 'hide', ids: [cafcass] }).state;
  expect(visibleNodes(filtered)).not.toBe(visibleNodes(world));
  expect(visibleNodes(world)).toHaveLength(9);
});
