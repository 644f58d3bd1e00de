import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { RelationshipPropertyValues, RelationshipType } from '../../../schema/relationship-types.ts';
import type { Exploration } from '../exploration.ts';
import { runCommand } from '../run-command.ts';
import { exploreSmallWorld, shownNode, shownRelationship } from '../small-world.ts';
import { isVisible, visibleNodes, visibleRelationships } from '../visible.ts';
import { postsHeld } from './as-of.ts';

const chief = (attested: readonly string[], others: RelationshipPropertyValues = {}) => ({
  kind: 'chief executive',
  attestedOn: attested.map(partialDate),
  ...others,
});

function related(type: RelationshipType, from: string, to: string, properties: RelationshipPropertyValues) {
  const shown = shownRelationship(type, from, to);
  return { ...shown, record: { ...shown.record, properties } };
}

const world = runCommand(exploreSmallWorld(), {
  kind: 'show',
  nodes: [
    shownNode('person/jacky-tiotto', 'Person', { name: 'Jacky Tiotto' }),
    shownNode('person/first-chair', 'Person', { name: 'The first chair' }),
    shownNode('organisation/ministry', 'Organisation', { name: 'Ministry of Justice' }),
    shownNode('document/letter', 'Document', { name: 'Letter', date: partialDate('2014') }),
  ],
  relationships: [
    related(
      'HOLDS_POST',
      'person/anthony-douglas',
      'organisation/cafcass',
      chief(['2009-02-17', '2014-04-24']),
    ),
    related('HOLDS_POST', 'person/jacky-tiotto', 'organisation/cafcass', chief(['2022'])),
    related('HOLDS_POST', 'person/first-chair', 'organisation/cafcass', {
      kind: 'chair',
      to: partialDate('2010'),
    }),
    related('OWNED_BY', 'organisation/cafcass', 'organisation/ministry', { from: partialDate('2014-04-01') }),
  ],
}).state;

function asOf(day: string): Exploration {
  return runCommand(world, { kind: 'filterTime', time: { kind: 'asOf', day: partialDate(day) } }).state;
}

const holders = (state: Exploration) =>
  visibleRelationships(state)
    .filter(({ record }) => record.type === 'HOLDS_POST')
    .map(({ record }) => record.from);

test('what came about after the day is not seen; what may have come before it is', () => {
  const state = asOf('2014-04-01');
  expect(isVisible(state, nodeId('inspection/cafcass-2018'))).toBe(false);
  // Of April 2014, and of 2014: either may have been before.
  expect(isVisible(state, nodeId('inspection/cafcass-2014'))).toBe(true);
  expect(isVisible(state, nodeId('document/letter'))).toBe(true);
  expect(isVisible(asOf('2013-12-31'), nodeId('document/letter'))).toBe(false);
});

test('posts are those that may have been held on the day, with how sure that is', () => {
  const certainties = (day: string) => [...postsHeld(world, partialDate(day)).values()];
  expect(holders(asOf('2009-02-17'))).toEqual(['person/anthony-douglas', 'person/first-chair']);
  expect(certainties('2009-02-17')).toEqual(['attested', 'nearest']);
  expect(certainties('2012')).toEqual(['between']);
  expect(holders(asOf('2022-06-01'))).toEqual(['person/jacky-tiotto']);
});

test('where nobody is known to have held the post, the nearest in time alone is shown', () => {
  expect(holders(asOf('2015'))).toEqual(['person/anthony-douglas']);
  expect(holders(asOf('2021'))).toEqual(['person/jacky-tiotto']);
});

test('a relationship holds from its beginning to its end, both days included', () => {
  const owned = (day: string) =>
    visibleRelationships(asOf(day)).some(({ record }) => record.type === 'OWNED_BY');
  expect([owned('2014-03-31'), owned('2014-04-01'), owned('2014-03'), owned('2020')]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('a day takes the place of a window, and the way back shows all', () => {
  const window = { from: '2013-06', to: '2014-04' };
  const narrowed = runCommand(world, { kind: 'filterTime', time: { kind: 'window', window } }).state;
  const day = { kind: 'asOf', day: partialDate('2018-03-28') } as const;
  const { state } = runCommand(narrowed, { kind: 'filterTime', time: day });
  expect(isVisible(narrowed, nodeId('inspection/cafcass-2018'))).toBe(false);
  expect(isVisible(state, nodeId('inspection/cafcass-2018'))).toBe(true);
  const back = runCommand(state, { kind: 'filterTime', time: { kind: 'all' } }).state;
  expect(visibleNodes(back)).toEqual(visibleNodes(world));
});
