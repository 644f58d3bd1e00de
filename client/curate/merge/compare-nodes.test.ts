import { expect, test } from 'vitest';
import { relationshipId } from '../../../schema/ids.ts';
import type { PropertyValues } from '../../../schema/node-types.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { shownNode } from '../../exploration/small-world.ts';
import { compareNodes, listCarried } from './compare-nodes.ts';
import { chosenOf, emptyMergeDraft, type MergeDraft, readMergeDraft, sidesOf } from './merge-draft.ts';

const cafcass = shownNode('organisation/cafcass', 'Organisation', { name: 'Cafcass' });

function person(id: string, values: PropertyValues & { name: string }, posts: number): NodeDetail {
  const shown = shownNode(id, 'Person', values);
  return {
    node: { ...shown, counts: [{ type: 'HOLDS_POST', direction: 'out', neighbours: posts }] },
    url: '',
    sources: [],
    said: [],
    neighbours: [
      {
        id: relationshipId('HOLDS_POST', shown.record.id, cafcass.record.id, ''),
        type: 'HOLDS_POST',
        direction: 'out',
        properties: {},
        disputed: [],
        sources: [],
        said: [],
        node: cafcass,
        nodeSources: [],
      },
    ],
    isWhole: true,
    postsThen: [],
    judgedBeside: [],
  };
}

const ada = person('person/ada', { name: 'Ada', honorific: 'Dr', note: 'x', aliases: ['A.'] }, 1);
const twin = person('person/ada-2', { name: 'Ada B.', honorific: 'Dame', note: 'x' }, 3);

test('of each property it is told whether both say the same, one alone says it, both are kept, or one is chosen', () => {
  expect(compareNodes(ada, twin).map(({ name, kind }) => [name, kind])).toEqual([
    ['name', 'differ'],
    ['aliases', 'both'],
    ['note', 'same'],
    ['honorific', 'differ'],
  ]);
});

test('the one that more leads to is offered as the survivor, and its name stands until another is chosen', () => {
  const draft = emptyMergeDraft([ada, twin], 'key');
  expect(draft.survivor).toBe('person/ada-2');
  expect(sidesOf([ada, twin], draft).merged).toBe(ada);
  const [name, , , honorific] = compareNodes(ada, twin);
  const chosen = (of: MergeDraft) => [name, honorific].map((each) => each && chosenOf(each, of));
  expect(chosen(draft)).toEqual(['person/ada-2', null]);
  expect(chosen({ ...draft, values: { name: 'person/ada', honorific: 'person/ada' } })).toEqual([
    'person/ada',
    'person/ada',
  ]);
});

test('what is carried over is told before: the name, the relationships, the address', () => {
  const lines = listCarried(twin, ada);
  expect(lines[0]).toBe('“Ada” becomes another name of it.');
  expect(lines[1]).toBe('1 relationship comes over.');
  expect(lines[2]).toContain('1 is to what the survivor is related to in the same way');
  expect(lines.at(-1)).toContain('person/ada, leads to the survivor');
});

test('a draft survives being kept as text', () => {
  const draft = { ...emptyMergeDraft([ada, twin], 'key'), values: { honorific: 'person/ada' } };
  expect(readMergeDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readMergeDraft({ ...draft, versions: 7 })).toBeNull();
});
