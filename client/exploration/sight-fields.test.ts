import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someCommand } from './arbitrary-commands.ts';
import type { Exploration } from './exploration.ts';
import { runCommand } from './run-command.ts';
import { isFiltered } from './sight-fields.ts';
import { exploreSmallWorld } from './small-world.ts';
import { visibleNodes, visibleRelationships } from './visible.ts';

const someView = fc
  .array(someCommand, { maxLength: 6 })
  .map((commands) => commands.reduce((state, each) => runCommand(state, each).state, exploreSmallWorld()));

const countSeen = (state: Exploration) => [visibleNodes(state).length, visibleRelationships(state).length];

test('where no filter is said to be on, none leaves anything out', () => {
  fc.assert(
    fc.property(someView, (view) => {
      const all = runCommand(view, { kind: 'reveal', ids: [...view.hidden] }).state;
      fc.pre(!isFiltered(all));
      expect(countSeen(all)).toEqual([all.nodes.size, all.relationships.size]);
    }),
  );
});

test('taking all filters away takes every one away', () => {
  fc.assert(
    fc.property(someView, (view) => {
      expect(isFiltered(runCommand(view, { kind: 'clearFilters' }).state)).toBe(false);
    }),
  );
});
