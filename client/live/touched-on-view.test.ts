import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { LiveEntry, LiveItem } from '../api/live.ts';
import { emptyExploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../exploration/small-world.ts';
import { lostOf, touchedOnView } from './touched-on-view.ts';

const person = (id: string) => shownNode(id, 'Person', { name: id });
const [ada, ben, far] = [nodeId('person/ada'), nodeId('person/ben'), nodeId('person/far')];
const relationship = shownRelationship('FOLLOWED', ada, ben);
const link = relationship.record.id;
const nodes = [person(ada), person(ben)];
const view = runCommand(emptyExploration, { kind: 'show', nodes, relationships: [] }).state;

function entry(...items: readonly LiveItem[]): LiveEntry {
  return { sequence: 1, author: 'Eve', items };
}
const changed = (id: LiveItem['record'], nodes: LiveItem['nodes']): LiveItem => ({
  record: id,
  happened: 'changed',
  nodes,
});
const removed = (id: LiveItem['record'], nodes: LiveItem['nodes']): LiveItem => ({
  record: id,
  happened: 'removed',
  nodes,
});

test('a changed node is loaded anew where it is on the view', () => {
  expect(touchedOnView(view, [entry(changed(ada, [ada]), changed(far, [far]))])).toEqual({
    load: [ada],
    gone: [],
    newcomers: [],
  });
});

test('a relationship touches those of its ends that are on the view', () => {
  expect(touchedOnView(view, [entry(changed(link, [ada, ben]))]).load).toEqual([ada, ben]);
  expect(touchedOnView(view, [entry(changed(link, [ada, far]))]).load).toEqual([ada]);
  // It is on the view itself only where both are.
  expect(touchedOnView(view, [entry(removed(link, [ada, ben]))]).gone).toEqual([link]);
  expect(touchedOnView(view, [entry(removed(link, [ada, far]))]).gone).toEqual([]);
});

test('a node that was made and joined to the view is a newcomer, unless it is gone again or joins nothing of it', () => {
  const made = (id: LiveItem['record'], nodes: LiveItem['nodes']) => ({
    ...changed(id, nodes),
    happened: 'created' as const,
  });
  const both = [entry(made(far, [far]), made(link, [far, ada]))];
  expect(touchedOnView(view, both)).toEqual({ load: [ada], gone: [], newcomers: [far] });
  expect(touchedOnView(view, [...both, entry(removed(far, [far]))]).newcomers).toEqual([]);
  expect(touchedOnView(view, [entry(made(far, [far]))]).newcomers).toEqual([]);
  expect(touchedOnView(view, [entry(changed(far, [far]), made(link, [far, ada]))]).newcomers).toEqual([]);
});

test('what is removed goes, unless it comes back', () => {
  expect(touchedOnView(view, [entry(removed(ben, [ben]))])).toEqual({ load: [], gone: [ben], newcomers: [] });
  const back = [entry(removed(ben, [ben])), entry(changed(ben, [ben]))];
  expect(touchedOnView(view, back)).toEqual({ load: [ben], gone: [], newcomers: [] });
});

test('after a change that is told as a summary everything is loaded anew', () => {
  expect(touchedOnView(view, [{ sequence: 1, author: null, items: null }]).load).toEqual([ada, ben]);
});

test('what was asked for and is not in the answer is gone from the graph, with what joined those that are', () => {
  const joined = runCommand(view, { kind: 'show', nodes: [], relationships: [relationship] }).state;
  const answer = (...ids: readonly (typeof ada)[]) => ({ nodes: ids.map(person), relationships: [] });
  expect(lostOf(joined, [ada, ben], answer(ada))).toEqual([ben, link]);
  expect(lostOf(joined, [ada, ben], answer(ada, ben))).toEqual([link]);
  expect(lostOf(joined, [ada], answer(ada))).toEqual([]);
});
