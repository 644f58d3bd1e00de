import type { StylesheetJsonBlock } from 'cytoscape';
import { type NodeShape, nodeTypeNames, nodeTypes } from '../../../schema/node-types.ts';
import { rankTones } from '../../../schema/rank-tone.ts';
import { outlineOf } from '../../ui/shapes.ts';
import { DASHES } from '../drawing/drawing.ts';
import type { Palette } from './read-palette.ts';

/** The stylesheet of the canvas: shapes and tones follow the table of node types. Words are drawn by the overlay. */
export function makeStyle(palette: Palette): StylesheetJsonBlock[] {
  const shapes = [...new Set(nodeTypeNames.map((type) => nodeTypes[type].look.shape))];
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'border-width': 0,
        'overlay-opacity': 0,
        'background-color': palette.inkSoft,
      },
    },
    ...shapes.map(styleShape),
    ...nodeTypeNames.map((type) => {
      const { tone } = nodeTypes[type].look;
      return { selector: `node[tone = "${tone}"]`, style: { 'background-color': palette.tones[tone] } };
    }),
    ...rankTones.map((tone) => ({
      selector: `node[rank = "${tone}"]`,
      style: {
        'background-color': palette.ranks[tone].ground,
        'border-color': palette.ranks[tone].line,
        'border-width': 1,
        'border-position': 'inside' as const,
      },
    })),
    ...styleRelationships(palette),
  ];
}

function styleShape(shape: NodeShape): StylesheetJsonBlock {
  const selector = `node[shape = "${shape}"]`;
  const outline = outlineOf(shape);
  switch (outline.kind) {
    case 'ellipse':
      return { selector, style: { shape: 'ellipse' } };
    case 'rounded-rectangle':
      return { selector, style: { shape: 'round-rectangle', 'corner-radius': '4' } };
    case 'polygon':
      return { selector, style: { shape: 'polygon', 'shape-polygon-points': outline.points.join(' ') } };
  }
}

function styleRelationships(palette: Palette): StylesheetJsonBlock[] {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.2,
        'line-color': palette.relationship,
        'line-opacity': 0.62,
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(distances)',
        'control-point-weights': 'data(weights)',
        'edge-distances': 'node-position',
        'overlay-opacity': 0,
        'target-arrow-shape': 'none',
      },
    },
    { selector: 'edge.long', style: { 'line-opacity': 0.3 } },
    { selector: 'edge.dashed', style: { 'line-style': 'dashed', 'line-dash-pattern': DASHES.dashed } },
    {
      selector: 'edge.dotted',
      style: { 'line-style': 'dashed', 'line-dash-pattern': DASHES.dotted, width: 1.6 },
    },
    {
      selector: 'edge.lit, edge.hovered',
      style: { width: 2, 'line-color': palette.accent, 'line-opacity': 1, 'z-index': 1 },
    },
    {
      selector: 'edge.selected',
      style: { width: 3, 'line-color': palette.accent, 'line-opacity': 1, 'z-index': 2 },
    },
  ];
}
