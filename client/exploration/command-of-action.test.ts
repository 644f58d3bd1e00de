import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { commandOfAction, nodesForKey, nodesMeant } from './command-of-action.ts';
import type { Exploration } from './exploration.ts';
import { relationshipsOf } from './relationships-of.ts';
import { runCommand } from './run-command.ts';
import { exploreSmallWorld } from './small-world.ts';

const cafcass = nodeId('organisation/cafcass');
const ofsted = nodeId('organisation/ofsted');
const quote = nodeId('quote/grit');
const world = exploreSmallWorld();
const both = runCommand(world, { kind: 'select', ids: [cafcass, ofsted] }).state;

test('a key acts on all that are selected, wherever the keyboard is; else on where it is', () => {
  expect(nodesForKey(both, quote)).toEqual([cafcass, ofsted]);
  expect(nodesForKey(both, null)).toEqual([cafcass, ofsted]);
  expect(nodesForKey(world, quote)).toEqual([quote]);
  expect(nodesForKey(world, null)).toEqual([]);
});

test('a hand acts on what it is at, and on all that are selected where that is one of them', () => {
  expect(nodesMeant(both, quote)).toEqual([quote]);
  expect(nodesMeant(both, cafcass)).toEqual([cafcass, ofsted]);
});

test('R stays at the node that was selected, though the keyboard had walked elsewhere', () => {
  let state = runCommand(world, { kind: 'select', ids: [cafcass] }).state;
  state = runCommand(state, { kind: 'focus', id: quote }).state;
  for (const each of relationshipsOf(world, cafcass)) {
    state = pressR(state);
    expect(state.selection).toEqual([each.record.id]);
    expect(state.focus).toBe(cafcass);
  }
});

function pressR(state: Exploration): Exploration {
  const command = commandOfAction(state, 'selectRelationship', nodesForKey(state, state.focus), 'r');
  if (!command) throw new Error('the key does nothing');
  return runCommand(state, command).state;
}
