import { expect, test } from 'vitest';
import { nodeId, parseRelationshipId } from '../../schema/ids.ts';
import type { LiveEntry, LiveItem } from '../api/live.ts';
import { emptyExploration } from '../exploration/exploration.ts';
import { touchedOnView } from './touched-on-view.ts';

const [ada, ben, far] = ['person/ada', 'person/ben', 'person/far'].map(nodeId) as [
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
  ReturnType<typeof nodeId>,
];
const link = parseRelationshipId(`relationship/${'a'.repeat(24)}`) ?? ada;
const record = (id: typeof ada) => ({
  record: { id, type: 'Person', version: 1, disputed: [], properties: { name: id } },
});
// biome-ignore lint/suspicious/noExplicitAny: of a shown node only its being there counts here.
const view = { ...emptyExploration, nodes: new Map<any, any>([ada, ben].map((id) => [id, record(id)])) };

function entry(...items: readonly LiveItem[]): LiveEntry {
  return { sequence: 1, author: 'Eve', items };
}
const changed = (id: LiveItem['record'], nodes: LiveItem['nodes']): LiveItem => ({
  record: id,
  isRemoved: false,
  nodes,
});
const removed = (id: LiveItem['record'], nodes: LiveItem['nodes']): LiveItem => ({
  record: id,
  isRemoved: true,
  nodes,
});

test('a changed node is loaded anew where it is on the view', () => {
  expect(touchedOnView(view, [entry(changed(ada, [ada]), changed(far, [far]))])).toEqual({
    load: [ada],
    gone: [],
  });
});

test('a relationship touches the view where both of its ends are there', () => {
  expect(touchedOnView(view, [entry(changed(link, [ada, ben]))])).toEqual({ load: [ada, ben], gone: [] });
  expect(touchedOnView(view, [entry(changed(link, [ada, far]))])).toEqual({ load: [], gone: [] });
});

test('what is removed goes, unless it comes back', () => {
  expect(touchedOnView(view, [entry(removed(ben, [ben]))])).toEqual({ load: [], gone: [ben] });
  const back = [entry(removed(ben, [ben])), entry(changed(ben, [ben]))];
  expect(touchedOnView(view, back)).toEqual({ load: [ben], gone: [] });
});

test('after a change that is told as a summary everything is loaded anew', () => {
  expect(touchedOnView(view, [{ sequence: 1, author: null, items: null }]).load).toEqual([ada, ben]);
});
