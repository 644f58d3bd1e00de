import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { runCommand } from './run-command.ts';
import { sayWhyNot } from './say-why-not.ts';
import { exploreSmallWorld } from './small-world.ts';

const world = exploreSmallWorld();
const cafcass = nodeId('organisation/cafcass');

test('a key that finds nothing to act on says what is wanting', () => {
  expect(sayWhyNot(world, 'expand', [])).toMatch(/^Nothing is selected/);
  expect(sayWhyNot(world, 'collapse', [cafcass])).toBe('Nothing to collapse: Cafcass was not expanded.');
  expect(sayWhyNot(world, 'reveal', [])).toBe('Nothing is hidden by hand.');
  const [line] = world.relationships.keys();
  const ids = line ? [line] : [];
  expect(sayWhyNot(runCommand(world, { kind: 'select', ids }).state, 'hide', [])).toMatch(
    /^This is for nodes/,
  );
});

test('keys of moving about are silent where they lead nowhere', () => {
  expect(sayWhyNot(world, 'walk', [cafcass])).toBeNull();
  expect(sayWhyNot(world, 'letGo', [])).toBeNull();
});
