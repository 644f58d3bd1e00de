import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { Exploration } from './exploration.ts';
import { relationshipsOf } from './relationships-of.ts';
import { shownRelationship } from './small-world.ts';

const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => nodeId(`person/${letter}`));

/** Each two of five people, and each with themselves. */
const all = ids.flatMap((from) => ids.map((to) => shownRelationship('FOLLOWED', from, to)));

function viewOf(shown: typeof all): Exploration['relationships'] {
  return new Map(shown.map((each) => [each.record.id, each]));
}

const someView = fc.subarray(all).map(viewOf);
const someShuffledView = fc.shuffledSubarray(all).map(viewOf);

test('whatever comes and goes, each node has its own relationships in the order of the view', () => {
  fc.assert(
    fc.property(fc.array(someShuffledView, { minLength: 2, maxLength: 6 }), (views) => {
      for (const relationships of views)
        for (const id of ids)
          expect(relationshipsOf({ relationships }, id)).toEqual(
            [...relationships.values()].filter(({ record }) => record.from === id || record.to === id),
          );
    }),
  );
});

test('the list of a node that no change touches stays the same object', () => {
  fc.assert(
    fc.property(someView, someView, (before, now) => {
      const lists = new Map(ids.map((id) => [id, relationshipsOf({ relationships: before }, id)]));
      const changed = [...before, ...now]
        .filter(([id]) => before.get(id) !== now.get(id))
        .flatMap(([, { record }]) => [record.from, record.to]);
      for (const id of ids)
        if (!changed.includes(id)) expect(relationshipsOf({ relationships: now }, id)).toBe(lists.get(id));
    }),
  );
});
