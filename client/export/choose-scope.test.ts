import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { visibleNodes, visibleRelationships } from '../exploration/visible.ts';
import { chooseScope } from './choose-scope.ts';

const ids = (state: Exploration) => visibleNodes(state).map(({ record }) => record.id);
const world = exploreSmallWorld();

test('what filters and hiding keep from sight is left out, unless everything is asked for', () => {
  const filtered = runCommand(world, {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Quote',
    shown: false,
  }).state;
  const state = runCommand(filtered, { kind: 'hide', ids: [nodeId('organisation/ofsted')] }).state;
  const visible = chooseScope(state, 'visible');
  expect(ids(visible)).toEqual(ids(state));
  expect(visibleRelationships(visible)).toEqual(visibleRelationships(state));
  expect(ids(visible)).not.toContain('organisation/ofsted');
  expect(ids(chooseScope(state, 'everything'))).toEqual(ids(world));
});

test('a selection has what is selected, the chips of its inspections, and what joins these alone', () => {
  const selected = [nodeId('inspection/cafcass-2014'), nodeId('organisation/cafcass')];
  const state = runCommand(world, { kind: 'select', ids: selected }).state;
  const chosen = chooseScope(state, 'selection');
  expect(ids(chosen).sort()).toEqual([...selected, 'judgement/2014/overall'].sort());
  expect(
    visibleRelationships(chosen)
      .map(({ record }) => record.type)
      .sort(),
  ).toEqual(['INSPECTED', 'JUDGED']);
});

test('a relationship that is selected brings its ends', () => {
  const said = [...world.relationships.values()].find(({ record }) => record.type === 'SAID');
  const state = runCommand(world, { kind: 'select', ids: said ? [said.record.id] : [] }).state;
  expect(ids(chooseScope(state, 'selection')).sort()).toEqual(['person/anthony-douglas', 'quote/grit']);
});

test('without a selection there is nothing to export of it', () => {
  expect(chooseScope(world, 'selection').nodes.size).toBe(0);
});
