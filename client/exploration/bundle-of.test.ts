import { expect, test } from 'vitest';
import type { RelationshipId } from '../../schema/ids.ts';
import { bundleOf } from './bundle-of.ts';
import { emptyExploration } from './exploration.ts';
import { runCommand } from './run-command.ts';
import { shownNode, shownRelationship } from './small-world.ts';

const post = shownRelationship('HOLDS_POST', 'person/one', 'organisation/two');
const said = shownRelationship('SAID', 'organisation/two', 'quote/three');
const involved = shownRelationship('INVOLVED', 'person/one', 'organisation/two');
const shown = runCommand(emptyExploration, {
  kind: 'show',
  nodes: [
    shownNode('person/one', 'Person', { name: 'Jacky Tiotto' }),
    shownNode('organisation/two', 'Organisation', { name: 'Cafcass' }),
    shownNode('quote/three', 'Quote', { name: 'exceptional' }),
  ],
  relationships: [post, said, involved],
}).state;

function bundleWith(selected: readonly RelationshipId[]): readonly RelationshipId[] {
  return bundleOf(runCommand(shown, { kind: 'select', ids: selected }).state, post.record.id);
}

test('relationships of the same two nodes that are selected together are one bundle', () => {
  const ids = [involved.record.id, said.record.id, post.record.id];
  expect(bundleWith(ids)).toEqual([involved.record.id, post.record.id]);
});

test('one that is selected alone, or beside others of other nodes, is a bundle of itself', () => {
  expect(bundleWith([post.record.id])).toEqual([post.record.id]);
  expect(bundleWith([said.record.id, post.record.id])).toEqual([post.record.id]);
});
