import cytoscape, { type Core } from 'cytoscape';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { nodeTypeNames, nodeTypes } from '../../schema/node-types.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld, shownNode } from '../exploration/small-world.ts';
import { applyDiff, carryNodes, followPositions, lightUp } from './apply-diff.ts';
import { describeDrawing } from './drawing/describe-drawing.ts';
import { diffDrawings } from './drawing/diff-drawings.ts';
import { type Drawing, emptyDrawing } from './drawing/drawing.ts';
import { placeAll, placedSmallWorld } from './drawing/placed-small-world.ts';
import { makeStyle } from './look/make-style.ts';
import { readPalette } from './look/read-palette.ts';

const cafcass = nodeId('organisation/cafcass');
const first = nodeId('inspection/cafcass-2014');

/** Each token is a colour of its own, so that a test can tell which one was taken. */
const tokens = new Map<string, string>();
const palette = readPalette((token) => {
  if (!tokens.has(token)) tokens.set(token, `rgb(${tokens.size + 1},0,0)`);
  return tokens.get(token) ?? '';
});

function startHeadless(): Core {
  return cytoscape({ headless: true, styleEnabled: true, style: makeStyle(palette) });
}

function draw(cy: Core, before: Drawing, state: Exploration): Drawing {
  const after = describeDrawing(state);
  applyDiff(cy, diffDrawings(before, after), 0);
  return after;
}

function held(cy: Core) {
  return {
    nodes: cy
      .nodes()
      .map((node) => [node.id(), { ...node.position() }])
      .sort(),
    lines: cy
      .edges()
      .map((edge) => [edge.id(), edge.classes()])
      .sort(),
  };
}

function drawn({ nodes, relationships }: Drawing) {
  return {
    nodes: [...nodes.values()].map(({ id, at }) => [id, at]).sort(),
    lines: [...relationships.keys()].sort(),
  };
}

test('what Cytoscape holds is the drawing, after each command and its undoing', () => {
  const cy = startHeadless();
  const start = placedSmallWorld();
  let drawing = draw(cy, emptyDrawing, start);
  const before = held(cy);
  expect(before.nodes).toEqual(drawn(drawing).nodes);
  expect(before.lines.map(([id]) => id)).toEqual(drawn(drawing).lines);
  for (const state of [
    runCommand(start, { kind: 'filterFacet', dimension: 'type', key: 'Inspection', shown: false }).state,
    runCommand(start, { kind: 'select', ids: [cafcass] }).state,
    runCommand(start, { kind: 'move', positions: [[cafcass, { x: 500, y: -400 }]] }).state,
    start,
  ]) {
    drawing = draw(cy, drawing, state);
    expect(held(cy).nodes).toEqual(drawn(drawing).nodes);
    expect(held(cy).lines.map(([id]) => id)).toEqual(drawn(drawing).lines);
  }
  expect(held(cy)).toEqual(before);
  cy.destroy();
});

test('a drawing that stays the same changes nothing', () => {
  const difference = diffDrawings(describeDrawing(placedSmallWorld()), describeDrawing(placedSmallWorld()));
  for (const { added, changed, removed } of [difference.nodes, difference.relationships])
    expect([...added, ...changed, ...removed]).toEqual([]);
});

test('every type of node has a shape and a colour of its own', () => {
  const cy = startHeadless();
  const nodes = nodeTypeNames.map((type) => shownNode(`sample/${type.toLowerCase()}`, type, { name: type }));
  draw(
    cy,
    emptyDrawing,
    placeAll(runCommand(exploreSmallWorld(), { kind: 'show', nodes, relationships: [] }).state),
  );
  const looks = nodeTypeNames.map((type) => {
    const node = cy.getElementById(`sample/${type.toLowerCase()}`);
    return `${node.style('shape')} ${node.style('shape-polygon-points')} ${node.style('background-color')}`;
  });
  expect(new Set(looks).size).toBe(nodeTypeNames.length);
  for (const type of nodeTypeNames)
    if (type !== 'Judgement')
      expect(cy.getElementById(`sample/${type.toLowerCase()}`).style('background-color')).toBe(
        palette.tones[nodeTypes[type].look.tone],
      );
  cy.destroy();
});

test('a judgement has the colour of its rank and hangs on its inspection', () => {
  const cy = startHeadless();
  draw(cy, emptyDrawing, placedSmallWorld());
  const chip = cy.getElementById('judgement/2018/overall/outstanding');
  expect(chip.style('background-color')).toBe(palette.ranks.best.ground);
  expect(chip.grabbable()).toBe(false);
  cy.destroy();
});

test('lines follow the nodes that move, and stop following when told', () => {
  const cy = startHeadless();
  draw(cy, emptyDrawing, placedSmallWorld());
  const stop = followPositions(cy);
  const [line] = cy.getElementById(first).connectedEdges().toArray();
  const before = line?.data('distances');
  carryNodes(cy, [first], { x: 300, y: 0 });
  const after = line?.data('distances');
  expect(after).not.toBe(before);
  stop();
  carryNodes(cy, [first], { x: -300, y: 0 });
  expect(line?.data('distances')).toBe(after);
  cy.destroy();
});

test('hovering lights up the lines of one node at a time', () => {
  const cy = startHeadless();
  draw(cy, emptyDrawing, placedSmallWorld());
  lightUp(cy, cafcass);
  lightUp(cy, first);
  expect(cy.edges('.hovered').same(cy.getElementById(first).connectedEdges())).toBe(true);
  lightUp(cy, null);
  expect(cy.edges('.hovered').length).toBe(0);
  cy.destroy();
});
