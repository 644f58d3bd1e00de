import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { arrangeRows } from './arrange-rows.ts';
import { nodeColumns, nodeRows } from './node-columns.tsx';
import { relationshipColumns, relationshipRows } from './relationship-columns.ts';

const world = exploreSmallWorld();
const rows = nodeRows(world);
const columns = nodeColumns(world);
const names = (found: typeof rows) => found.map(({ node }) => node.record.properties.name);
const sort = (by: string, down = false) => arrangeRows(rows, columns, { words: '', sorting: { by, down } });

test('what can be seen is in the table, and nothing else', () => {
  const hidden = runCommand(world, { kind: 'hide', ids: [nodeId('organisation/cafcass')] }).state;
  expect(nodeRows(hidden)).toHaveLength(world.nodes.size - 1);
  expect(relationshipRows(hidden).some(({ to }) => to === 'Cafcass')).toBe(false);
});

test('words are looked for in all columns, each anywhere and in any order', () => {
  const found = arrangeRows(rows, columns, { words: 'NATIONAL 2018', sorting: null });
  expect(names(found)).toEqual(['Second national inspection of Cafcass']);
  expect(arrangeRows(rows, columns, { words: 'nobody', sorting: null })).toEqual([]);
});

test('grades are sorted by rank, and what has none stands at the end either way', () => {
  const labels = (found: typeof rows) => found.flatMap(({ node }) => node.record.properties.label ?? []);
  expect(labels(sort('grade'))).toEqual(['outstanding', 'good', 'good']);
  expect(labels(sort('grade', true))).toEqual(['good', 'good', 'outstanding']);
  expect(sort('grade', true).at(-1)?.node.record.properties.label).toBeUndefined();
});

test('numbers are sorted by size and names by the alphabet, quotation marks aside', () => {
  expect(sort('more', true)[0]?.id).toBe('organisation/cafcass');
  expect(names(sort('name')).slice(0, 3)).toEqual([
    'Anthony Douglas',
    'Cafcass',
    'First national inspection of Cafcass',
  ]);
  expect(names(sort('name')).indexOf('“five years of grit and determination”')).toBe(3);
});

test('a relationship is read from its start to its end', () => {
  const row = relationshipRows(world).find(({ relationship }) => relationship.record.type === 'INSPECTED');
  expect(row && relationshipColumns.slice(0, 3).map(({ text }) => text(row))).toEqual([
    'First national inspection of Cafcass',
    'inspected',
    'Cafcass',
  ]);
});
