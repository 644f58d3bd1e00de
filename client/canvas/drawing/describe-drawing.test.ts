import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownRelationship } from '../../exploration/small-world.ts';
import { describeDrawing } from './describe-drawing.ts';
import { placedSmallWorld } from './placed-small-world.ts';

const world = placedSmallWorld();
const cafcass = nodeId('organisation/cafcass');
const douglas = nodeId('person/anthony-douglas');

test('a judgement stands below its inspection, without a line', () => {
  const { nodes, relationships } = describeDrawing(world);
  expect(nodes.get(nodeId('judgement/2014/overall'))).toMatchObject({
    kind: 'chip',
    of: 'inspection/cafcass-2014',
  });
  expect([...relationships.values()].map(({ label }) => label)).not.toContain('judged');
});

test('without its inspection a judgement is a chip by itself', () => {
  const { state } = runCommand(world, { kind: 'remove', ids: [nodeId('inspection/cafcass-2014')] });
  expect(describeDrawing(state).nodes.get(nodeId('judgement/2014/overall'))).toMatchObject({ of: null });
});

test('the sides of a dispute share a key, and are marked', () => {
  const { nodes } = describeDrawing(world);
  const sides = ['good', 'outstanding'].map((label) => nodes.get(nodeId(`judgement/2018/overall/${label}`)));
  expect(sides.map((side) => side?.isDisputed)).toEqual([true, true]);
  expect(sides[0]).toMatchObject({ dispute: expect.stringContaining('overall') });
  expect(new Set(sides.map((side) => (side?.kind === 'chip' ? side.dispute : ''))).size).toBe(1);
});

test('a node that is hidden or has no place is not drawn, nor are its lines', () => {
  const { state } = runCommand(world, { kind: 'hide', ids: [cafcass] });
  const drawing = describeDrawing(state);
  expect(drawing.nodes.has(cafcass)).toBe(false);
  expect(
    [...drawing.relationships.values()].every(({ from, to }) => from !== cafcass && to !== cafcass),
  ).toBe(true);
});

test('two relationships between the same nodes are one line that counts them', () => {
  const { state } = runCommand(world, {
    kind: 'show',
    nodes: [],
    relationships: [shownRelationship('CONSULTED', 'inspection/cafcass-2014', 'organisation/cafcass')],
  });
  const line = [...describeDrawing(state).relationships.values()].find(({ ids }) => ids.length === 2);
  expect(line?.label).toBe('inspected, consulted · 2 relationships');
});

test('lines of what is selected are lit, and what the inspectorate conducted is dashed', () => {
  const { state } = runCommand(world, { kind: 'select', ids: [douglas] });
  const lines = [...describeDrawing(state).relationships.values()];
  for (const line of lines) expect(line.isLit).toBe(line.from === douglas || line.to === douglas);
  expect(lines.filter(({ isDashed }) => isDashed).map(({ label }) => label)).toEqual([
    'conducted',
    'conducted',
  ]);
});

test('the badge counts neighbours that are not on the view', () => {
  expect(describeDrawing(world).nodes.get(cafcass)?.more).toBe(9);
});
