import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { Picked } from '../form/picked.ts';
import {
  checkRelateDraft,
  emptyRelateDraft,
  endsOf,
  filledOf,
  listWays,
  readRelateDraft,
  wayOf,
} from './relate-draft.ts';

const ada: Picked = { id: nodeId('person/ada'), type: 'Person', name: 'Ada' };
const cafcass: Picked = { id: nodeId('organisation/cafcass'), type: 'Organisation', name: 'Cafcass' };
const report: Picked = { id: nodeId('document/report'), type: 'Document', name: 'Report' };

test('only the ways that the table allows are offered, read from the first of the two', () => {
  expect(listWays('Person', 'Organisation').map(({ words }) => words)).toEqual(['held a post at']);
  expect(listWays('Organisation', 'Person').map(({ words }) => words)).toEqual(['had in post']);
  expect(listWays('Person', 'Region')).toEqual([]);
  // Between two of one type each way can be read from either.
  expect(listWays('Organisation', 'Organisation').map(({ key }) => key)).toContain('PART_OF in');
});

test('the only way there is needs no choice; of several one must be chosen', () => {
  const draft = emptyRelateDraft([cafcass, ada], 'key');
  expect(wayOf(draft)).toMatchObject({ type: 'HOLDS_POST', isForward: false });
  const bodies = emptyRelateDraft([cafcass, { ...cafcass, id: nodeId('organisation/ofsted') }], 'key');
  expect(wayOf(bodies)).toBeNull();
  expect(Object.keys(checkRelateDraft(bodies)).sort()).toEqual(['document', 'reason', 'way']);
});

test('what is joined follows the direction in which it is read', () => {
  const joined = { type: 'HOLDS_POST', from: ada.id, to: cafcass.id };
  expect(endsOf(emptyRelateDraft([cafcass, ada], 'key'))).toEqual(joined);
  expect(endsOf(emptyRelateDraft([ada, cafcass], 'key'))).toEqual(joined);
  expect(endsOf(emptyRelateDraft([ada], 'key'))).toBeNull();
});

test('what was typed for another way is not sent, and a node is not related to itself', () => {
  const draft = {
    ...emptyRelateDraft([ada, cafcass], 'key'),
    fields: { title: 'Chair', locator: 'page 1', from: ' ' },
  };
  expect(filledOf(draft).map(({ name }) => name)).toEqual(['title']);
  expect(checkRelateDraft({ ...draft, other: [ada] }).other).toBe('Nothing is related to itself.');
});

test('a draft survives being kept as text', () => {
  const seen = [{ id: 'relationship/x', version: 2 }];
  const draft = {
    ...emptyRelateDraft([ada, cafcass], 'key'),
    document: [report],
    way: 'HOLDS_POST out',
    seen,
  };
  expect(readRelateDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});
