import type { Core, EdgeSingular, ElementDefinition, NodeSingular, StylesheetJson } from 'cytoscape';
import type { NodeId } from '../../schema/ids.ts';
import { bendRelationship } from './drawing/bend-relationship.ts';
import type { DrawingDifference } from './drawing/diff-drawings.ts';
import { type DrawnNode, type DrawnRelationship, isGrabbable } from './drawing/drawing.ts';

/*
 * The only file that changes what Cytoscape holds; everybody else reads it or changes the exploration. Of a plain
 * drawing it holds nothing.
 */

/** More nodes than this are put in their places without movement, which would stutter. */
const MOVED_GENTLY = 300;

/** Brings the instance to the new drawing in one batch; nodes that are there already glide for `duration` ms. */
export function applyDiff(cy: Core, { nodes, relationships }: DrawingDifference, duration: number): void {
  const moves: { readonly node: NodeSingular; readonly to: DrawnNode['at'] }[] = [];
  cy.batch(() => {
    for (const id of [...relationships.removed, ...nodes.removed]) cy.getElementById(id).remove();
    cy.add(nodes.added.map(nodeElement));
    for (const drawn of nodes.changed) {
      const node = cy.getElementById(drawn.id);
      node.data(nodeData(drawn));
      if (node.grabbable() !== isGrabbable(drawn)) node[isGrabbable(drawn) ? 'grabify' : 'ungrabify']();
      const { x, y } = node.position();
      if (x !== drawn.at.x || y !== drawn.at.y) moves.push({ node, to: drawn.at });
    }
    cy.add(relationships.added.map(relationshipElement));
    for (const drawn of relationships.changed)
      cy.getElementById(drawn.id).data(relationshipData(drawn)).classes(relationshipClasses(drawn));
  });
  const isGentle = duration > 0 && moves.length <= MOVED_GENTLY;
  for (const { node, to } of moves) {
    node.stop(true);
    if (isGentle) node.animate({ position: { ...to } }, { duration, easing: 'ease-out' });
    else node.position({ ...to });
  }
  cy.batch(() => {
    for (const { id } of [...relationships.added, ...relationships.changed]) bend(cy.getElementById(id));
  });
}

/** Keeps lines bent as the places of their ends ask; returns what stops it. */
export function followPositions(cy: Core): () => void {
  const follow = ({ target }: { target: NodeSingular }) => {
    target.connectedEdges().forEach(bend);
  };
  cy.on('position', 'node', follow);
  return () => {
    cy.off('position', 'node', follow);
  };
}

function bend(edge: EdgeSingular): void {
  const isUpright = edge.hasClass('upright');
  edge.data({ ...bendRelationship(edge.source().position(), edge.target().position(), isUpright) });
}

/** Lights up a node's lines; null puts all lights out. */
export function lightUp(cy: Core, id: NodeId | null): void {
  cy.batch(() => {
    cy.elements('.hovered').removeClass('hovered');
    if (id) cy.getElementById(id).connectedEdges().addClass('hovered');
  });
}

/** Chips go where their inspection is dragged, by the same way. */
export function carryNodes(
  cy: Core,
  ids: readonly NodeId[],
  by: { readonly x: number; readonly y: number },
): void {
  cy.batch(() => {
    for (const id of ids) cy.getElementById(id).shift({ x: by.x, y: by.y });
  });
}

/** Puts a stylesheet in place, as after a change of theme. */
export function restyle(cy: Core, style: StylesheetJson): void {
  cy.style(style);
}

function nodeElement(drawn: DrawnNode): ElementDefinition {
  return {
    group: 'nodes',
    data: { id: drawn.id, ...nodeData(drawn) },
    position: { ...drawn.at },
    grabbable: isGrabbable(drawn),
  };
}

function nodeData(drawn: DrawnNode): Record<string, string | number> {
  const { width, height, shape } = drawn;
  return { width, height, shape, ...(drawn.kind === 'mark' ? { tone: drawn.tone } : { rank: drawn.tone }) };
}

function relationshipElement(drawn: DrawnRelationship): ElementDefinition {
  return {
    group: 'edges',
    data: {
      id: drawn.id,
      source: drawn.from,
      target: drawn.to,
      distances: '0',
      weights: '0.5',
      ...relationshipData(drawn),
    },
    classes: relationshipClasses(drawn),
  };
}

function relationshipData({ label }: DrawnRelationship): Record<string, string> {
  return { label };
}

function relationshipClasses({
  isDashed,
  isDotted,
  isLit,
  isLong,
  isSelected,
  isUpright,
}: DrawnRelationship): string[] {
  return [
    ...(isUpright ? ['upright'] : []),
    ...(isDashed ? ['dashed'] : []),
    ...(isDotted ? ['dotted'] : []),
    ...(isLong ? ['long'] : []),
    ...(isLit ? ['lit'] : []),
    ...(isSelected ? ['selected'] : []),
  ];
}
