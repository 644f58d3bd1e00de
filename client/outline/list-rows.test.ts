import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { listOutline } from './list-outline.ts';
import { listRows, nodeKey, type Openness, type OutlineRow } from './list-rows.ts';
import { moveInOutline } from './move-in-outline.ts';
import { sayRow } from './say-row.ts';

const world = exploreSmallWorld();
const douglas = nodeKey(nodeId('person/anthony-douglas'));
const later = nodeKey(nodeId('inspection/cafcass-2018'));

const rowsOf = (state: Exploration, openness: Openness = new Map()) =>
  listRows(state, listOutline(state), openness);
const indexOf = (rows: readonly OutlineRow[], key: string) => rows.findIndex((row) => row.key === key);

test('a node that is opened shows its relationships in words, with their far ends', () => {
  const rows = rowsOf(world, new Map([[douglas, 1]]));
  const at = indexOf(rows, douglas);
  expect(rows.slice(at + 1, at + 3).map((row) => sayRow(world, row))).toEqual([
    'held a post at, Cafcass',
    'said, “five years of grit and determination”',
  ]);
  expect(rows[at + 1]).toMatchObject({ level: 3, nth: 1, siblings: 2, parent: douglas });
});

test('an inspection shows its judgements from the start, and its relationships a step later', () => {
  const kinds = (openness: Openness) => {
    const rows = rowsOf(world, openness);
    return rows.filter(({ parent }) => parent === later).map(({ kind }) => kind);
  };
  expect(kinds(new Map([[later, 0]]))).toEqual([]);
  expect(kinds(new Map())).toEqual(['node', 'node']);
  expect(new Set(kinds(new Map([[later, 2]])))).toEqual(new Set(['node', 'relationship']));
});

test('what was hidden by hand is listed at the end, and nothing of it elsewhere', () => {
  const { state } = runCommand(world, { kind: 'hide', ids: [nodeId('organisation/cafcass')] });
  const rows = rowsOf(state, new Map([[douglas, 1]]));
  expect(rows.slice(-2).map(({ kind }) => kind)).toEqual(['hiddenGroup', 'hidden']);
  expect(rows.filter(({ parent }) => parent === douglas)).toHaveLength(1);
});

test('to the right a node is opened, entered, and left along a relationship', () => {
  const closed = rowsOf(world);
  const open = moveInOutline(closed, indexOf(closed, douglas), 'ArrowRight');
  expect(open).toEqual({ kind: 'open', key: douglas, depth: 1 });
  const rows = rowsOf(world, new Map([[douglas, 1]]));
  const at = indexOf(rows, douglas);
  expect(moveInOutline(rows, at, 'ArrowRight')).toEqual({ kind: 'go', to: at + 1 });
  expect(moveInOutline(rows, at + 1, 'ArrowRight')).toEqual({ kind: 'walk', to: 'organisation/cafcass' });
});

test('to the left what is open is closed, and what is closed leads to what it stands below', () => {
  const rows = rowsOf(world, new Map([[douglas, 1]]));
  const at = indexOf(rows, douglas);
  expect(moveInOutline(rows, at + 1, 'ArrowLeft')).toEqual({ kind: 'go', to: at });
  expect(moveInOutline(rows, at, 'ArrowLeft')).toEqual({ kind: 'open', key: douglas, depth: 0 });
  const closed = rowsOf(world);
  const type = indexOf(closed, 'type Person');
  expect(moveInOutline(closed, indexOf(closed, douglas), 'ArrowLeft')).toEqual({ kind: 'go', to: type });
});

test('every relationship that can be seen can be walked along from both of its ends', () => {
  const rows = rowsOf(world, new Map([...world.nodes.keys()].map((id) => [nodeKey(id), 2])));
  const walks = rows.filter(({ kind }) => kind === 'relationship');
  expect(walks).toHaveLength(2 * world.relationships.size);
});

test('how a node stands is said in words', () => {
  const { state } = runCommand(world, { kind: 'pin', ids: [nodeId('organisation/cafcass')], pinned: true });
  const row = rowsOf(state).find(({ key }) => key === nodeKey(nodeId('organisation/cafcass')));
  expect(row && sayRow(state, row)).toBe('Cafcass, pinned, 9 more not shown');
});
