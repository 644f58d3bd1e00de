import { expect, test } from 'vitest';
import type { ChangedRelationship, RecordChange } from '../../api/curating/load-changes.ts';
import { sayChangedRelationship, sayDifferences, sayHappened } from './say-change.ts';

const names = new Map([
  ['document/good-2014', 'Cafcass praised'],
  ['person/ada', 'Ada'],
]);
const change = (happened: RecordChange['happened'], itemCount: number) =>
  ({ happened, itemCount }) as RecordChange;

test('a change says what it did, and how much beside the record', () => {
  expect(sayHappened(change('CREATED', 1))).toBe('Added');
  expect(sayHappened(change('CHANGED', 2))).toBe('Changed, with 1 other record');
  expect(sayHappened(change('REMOVED', 4))).toBe('Removed, with 3 other records');
});

test('properties are called as in the inspector, documents of evidence by their names', () => {
  const before = 'document/good-2014, stated, paragraph 9';
  const after = `${before}\ndocument/gone, inferred, it follows`;
  expect(
    sayDifferences(
      [
        { property: 'saidOn', before: null, after: '24 April 2014' },
        { property: 'evidence', before, after },
      ],
      names,
    ),
  ).toEqual([
    { label: 'said', before: null, after: '24 April 2014' },
    {
      label: 'sources',
      before: 'Cafcass praised, stated, paragraph 9',
      after: 'Cafcass praised, stated, paragraph 9\ndocument/gone, inferred, it follows',
    },
  ]);
});

test('a relationship is read forward, by the names of its ends or else their ids', () => {
  const said = { type: 'SAID', from: 'person/ada', to: 'quote/gone' } as ChangedRelationship;
  expect(sayChangedRelationship(said, names)).toBe('Ada said quote/gone');
});
