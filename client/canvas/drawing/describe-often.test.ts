import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { neighboursNotShown, visibleNodes } from '../../exploration/visible.ts';
import { describeDrawing } from './describe-drawing.ts';
import { describeFigures } from './describe-figure.ts';
import { diffDrawings } from './diff-drawings.ts';
import { placeAll, placedSmallWorld } from './placed-small-world.ts';

/*
 * How often costly work is done, told by the identity of what comes out: what is the same object was not made again.
 * So these tests hold the budgets of a large view without a clock.
 */

const world = placedSmallWorld();
const douglas = nodeId('person/anthony-douglas');
const drawing = describeDrawing(world);

function sameObjects<Each>(before: ReadonlyMap<string, Each>, after: ReadonlyMap<string, Each>): number {
  return [...after].filter(([id, each]) => before.get(id) === each).length;
}

test('selecting measures no words, filters nothing anew and changes only what it touches', () => {
  const selected = runCommand(world, { kind: 'select', ids: [douglas] }).state;
  const after = describeDrawing(selected);
  expect(describeFigures(selected)).toBe(describeFigures(world));
  expect(visibleNodes(selected)).toBe(visibleNodes(world));
  expect(sameObjects(drawing.nodes, after.nodes)).toBe(drawing.nodes.size - 1);
  const touched = [...drawing.relationships.values()].filter(({ from, to }) => [from, to].includes(douglas));
  expect(sameObjects(drawing.relationships, after.relationships)).toBe(
    drawing.relationships.size - touched.length,
  );
  const { nodes, relationships } = diffDrawings(drawing, after);
  expect(nodes.changed.map(({ id }) => id)).toEqual([douglas]);
  expect(relationships.changed).toHaveLength(touched.length);
});

test('expanding measures the newcomers and what they are joined to, and no other node', () => {
  const newcomer = shownNode('quote/new', 'Quote', { name: 'q', text: 'we were relentless' });
  const { state } = runCommand(world, {
    kind: 'expand',
    of: douglas,
    nodes: [newcomer],
    relationships: [shownRelationship('SAID', douglas, 'quote/new')],
  });
  const [before, after] = [describeFigures(world), describeFigures(placeAll(state))];
  expect(sameObjects(before, after)).toBe(before.size - 1);
  expect(after.get(douglas)).not.toBe(before.get(douglas));
});

test('expanding adds the newcomer and its line to the drawing, and touches nothing else but lines of the expanded', () => {
  const newcomer = shownNode('quote/new', 'Quote', { name: 'q', text: 'we were relentless' });
  const { state } = runCommand(world, {
    kind: 'expand',
    of: douglas,
    nodes: [newcomer],
    relationships: [shownRelationship('SAID', douglas, 'quote/new')],
  });
  const { nodes, relationships } = diffDrawings(drawing, describeDrawing(placeAll(state)));
  expect(nodes.added.map(({ id }) => id)).toEqual(['quote/new']);
  expect(nodes.changed).toEqual([]);
  expect(relationships.added).toHaveLength(1);
  // Where he has become the busier end, the badge of a line goes to the other.
  for (const { from, to } of relationships.changed) expect([from, to]).toContain(douglas);
  const after = describeDrawing(placeAll(state));
  expect(sameObjects(drawing.relationships, after.relationships)).toBe(
    drawing.relationships.size - relationships.changed.length,
  );
});

test('the neighbours that are not shown are counted anew only where relationships came in', () => {
  const before = new Map([...world.nodes.keys()].map((id) => [id, neighboursNotShown(world, id)]));
  const { state } = runCommand(world, {
    kind: 'expand',
    of: douglas,
    nodes: [shownNode('quote/new', 'Quote', { name: 'q', text: 'we were relentless' })],
    relationships: [shownRelationship('SAID', douglas, 'quote/new')],
  });
  const after = new Map([...world.nodes.keys()].map((id) => [id, neighboursNotShown(state, id)]));
  expect(sameObjects(before, after)).toBe(before.size - 1);
});
