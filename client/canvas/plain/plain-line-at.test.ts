import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { plainLineAt } from './plain-line-at.ts';

/** A hub in the middle of a ring of 900 people, each on a line of their own: more lines than are bent. */
function star() {
  const people = Array.from({ length: 900 }, (_, i) => shownNode(`person/${i}`, 'Person', { name: `${i}` }));
  const nodes = [shownNode('organisation/hub', 'Organisation', { name: 'Hub' }), ...people];
  const relationships = people.map(({ record }) =>
    shownRelationship('HOLDS_POST', record.id, 'organisation/hub'),
  );
  const shown = runCommand(placedSmallWorld(), { kind: 'show', nodes, relationships }).state;
  const positions = people.map(({ record }, i) => {
    const angle = (i / people.length) * 2 * Math.PI;
    return [record.id, { x: 9000 + 5000 * Math.cos(angle), y: 5000 * Math.sin(angle) }] as const;
  });
  return runCommand(shown, {
    kind: 'place',
    positions: [...positions, [nodeId('organisation/hub'), { x: 9000, y: 0 }]],
  }).state;
}

test('among many lines, a click finds the nearest one within its reach', () => {
  const drawing = describeDrawing(star());
  expect(plainLineAt(drawing, { x: 13_000, y: 3 }, 5)).toContain('person/0');
  expect(plainLineAt(drawing, { x: 13_900, y: 17 }, 5)).toBeNull();
});

test('among few lines none is plain', () => {
  const drawing = describeDrawing(placedSmallWorld());
  expect([...drawing.relationships.values()].some(({ isPlain }) => isPlain)).toBe(false);
});
