import { expect, test } from 'vitest';
import { runCommand } from '../../exploration/run-command.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { readPalette } from '../look/read-palette.ts';
import { drawNames } from './draw-names.ts';

const palette = readPalette((token) => token);

test('a lit line says how many sources it has where there is room, and not where a shape stands', () => {
  const world = placedSmallWorld();
  const [first] = world.nodes.keys();
  const { state } = runCommand(world, { kind: 'select', ids: first ? [first] : [] });
  const drawing = describeDrawing(state);
  const nodes = [...drawing.nodes.values()];
  const line = [...drawing.relationships.values()].find(({ isLit }) => isLit);
  const [node] = nodes;
  if (!line || !node) throw new Error('nothing is lit');
  const far = { x: 5000, y: 5000 };
  const saidWith = (badge: typeof far) =>
    drawNames(nodes, [{ line: { ...line, label: '', sources: 41 }, middle: far, badge }], palette)
      .parts.flatMap(({ marks }) => marks)
      .flatMap((mark) => (mark.kind === 'words' ? [mark.text] : []));
  expect(saidWith(far)).toContain('41');
  expect(saidWith(node.at)).not.toContain('41');
});
