import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { listOutline } from './list-outline.ts';

test('everything that can be seen on the canvas is in the outline once', () => {
  const state = exploreSmallWorld();
  const items = listOutline(state).groups.flatMap((group) => group.items);
  const ids = items.flatMap(({ node, below }) => [node, ...below].map(({ record }) => record.id));
  expect(ids.sort()).toEqual([...state.nodes.keys()].sort());
});

test('inspections stand in the order of time, each with its judgements below it', () => {
  const inspections = listOutline(exploreSmallWorld()).groups.find(({ type }) => type === 'Inspection');
  expect(inspections?.items.map(({ node, below }) => [node.record.id, below.length])).toEqual([
    ['inspection/cafcass-2014', 1],
    ['inspection/cafcass-2018', 2],
  ]);
});

test('a judgement stands by itself where its inspection is hidden', () => {
  const inspection = nodeId('inspection/cafcass-2014');
  const { state } = runCommand(exploreSmallWorld(), { kind: 'hide', ids: [inspection] });
  const outline = listOutline(state);
  expect(outline.hidden.map(({ record }) => record.id)).toEqual([inspection]);
  expect(outline.groups.find(({ type }) => type === 'Judgement')?.items).toHaveLength(1);
});

test('what a filter hides is not in the outline', () => {
  const { state } = runCommand(exploreSmallWorld(), {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Quote',
    shown: false,
  });
  expect(listOutline(state).groups.map(({ type }) => type)).not.toContain('Quote');
});
