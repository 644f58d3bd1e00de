import { expect, test } from 'vitest';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownRelationship } from '../../exploration/small-world.ts';
import { describeDrawing } from './describe-drawing.ts';
import type { DrawnRelationship } from './drawing.ts';
import { placedSmallWorld } from './placed-small-world.ts';

const held = shownRelationship('HOLDS_POST', 'person/anthony-douglas', 'organisation/cafcass');
const properties = { kind: 'chief executive', attestedOn: ['2009-02-17', '2014-04-24'].map(partialDate) };
const world = runCommand(placedSmallWorld(), {
  kind: 'show',
  nodes: [],
  relationships: [{ ...held, record: { ...held.record, properties } }],
}).state;

function asOf(day: string) {
  return runCommand(world, { kind: 'filterTime', time: { kind: 'asOf', day: partialDate(day) } }).state;
}

function postsOf(state: typeof world): readonly DrawnRelationship[] {
  const posts = [...state.relationships.values()].filter(({ record }) => record.type === 'HOLDS_POST');
  const ids = new Set(posts.map(({ record }) => record.id));
  return [...describeDrawing(state).relationships.values()].filter((line) =>
    line.ids.some((id) => ids.has(id)),
  );
}

test('as of a day an attested post is drawn through, and one that may have been held then is dotted', () => {
  const seen = (day: string) => postsOf(asOf(day)).map(({ isDotted, label }) => ({ isDotted, label }));
  const named = 'held a post at';
  expect(seen('2009-02-17')).toEqual([{ isDotted: false, label: `${named} · attested then` }]);
  expect(seen('2012')).toEqual([{ isDotted: true, label: `${named} · perhaps then` }]);
  expect(seen('2017')).toEqual([{ isDotted: true, label: `${named} · perhaps then` }]);
});

test('of all time no post is dotted', () => {
  expect(postsOf(world).some(({ isDotted }) => isDotted)).toBe(false);
});

test('lines that nothing has changed are the same objects in the next drawing', () => {
  const state = asOf('2012');
  expect(postsOf({ ...state })).toHaveLength(postsOf(state).length);
  for (const [index, line] of postsOf({ ...state }).entries()) expect(line).toBe(postsOf(state)[index]);
});
