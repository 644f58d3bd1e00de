import {
  type Box,
  type Drawing,
  type DrawnNode,
  type DrawnRelationship,
  dashesOf,
} from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import { BADGE_WAY, badgePlace, middleOf } from '../overlay/place-scene.ts';
import { curveOfLine } from './curve-of-line.ts';
import { drawNames, type PlacedLine } from './draw-names.ts';
import { drawBadge, drawDisputeMark, drawNode, drawPin } from './draw-node.ts';
import { roundedPath } from './outline-path.ts';
import type { Mark, Part } from './picture.ts';

/** Room around the drawing for rings, badges and the bends of lines. */
const MARGIN = 32;

interface DrawnGraph {
  readonly parts: readonly Part[];
  readonly width: number;
  readonly height: number;
}

/** The drawing as it stands on the canvas at zoom 1, moved to the upper left corner. */
export function drawGraph(drawing: Drawing, palette: Palette): DrawnGraph {
  const bounds = boundsOf([...drawing.nodes.values()]);
  const nodes = [...drawing.nodes.values()].map((node) => ({
    ...node,
    at: { x: node.at.x - bounds.left + MARGIN, y: node.at.y - bounds.top + MARGIN },
  }));
  const places = new Map(nodes.map((node) => [node.id, node]));
  const lines = [...drawing.relationships.values()].flatMap((line) => {
    const [from, to] = [places.get(line.from), places.get(line.to)];
    return from && to ? [placeLine(line, from, to)] : [];
  });
  const named = lines.filter(({ line }) => line.isSelected || line.isLit);
  const names = drawNames(nodes, named, palette);
  return {
    width: bounds.right - bounds.left + 2 * MARGIN,
    height: bounds.bottom - bounds.top + 2 * MARGIN,
    parts: [
      ...lines
        .sort((a, b) => weightOf(a.line) - weightOf(b.line))
        .map(({ line, path, from, to }) => ({
          title: `${nameOf(from)} – ${line.label} – ${nameOf(to)}`,
          marks: [drawLine(line, path, palette)],
        })),
      ...nodes.map((node) => drawNode(node, palette)),
      ...drawDisputes(nodes, palette),
      ...names.parts,
      // As on the canvas badges lie over words.
      ...lines.flatMap(({ line, middle }) =>
        line.isDisputed ? [{ title: 'The sources disagree', marks: drawDisputeMark(middle, palette) }] : [],
      ),
      ...names.badges.map((badge) => drawBadge(badge, palette)),
      ...nodes.flatMap((node) => drawPin(node, palette)),
    ],
  };
}

interface WholeLine extends PlacedLine {
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  readonly path: string;
}

function placeLine(line: DrawnRelationship, from: DrawnNode, to: DrawnNode): WholeLine {
  return {
    line,
    from,
    to,
    path: curveOfLine(line, from.at, to.at),
    middle: middleOf(line, from.at, to.at),
    badge: badgePlace(line, from.at, to.at, BADGE_WAY),
  };
}

function boundsOf(nodes: readonly DrawnNode[]): Box {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { at, box } of nodes) {
    bounds.left = Math.min(bounds.left, at.x - box.left);
    bounds.right = Math.max(bounds.right, at.x + box.right);
    bounds.top = Math.min(bounds.top, at.y - box.top);
    bounds.bottom = Math.max(bounds.bottom, at.y + box.bottom);
  }
  return nodes.length > 0 ? bounds : { left: 0, right: 0, top: 0, bottom: 0 };
}

function weightOf({ isSelected, isLit }: DrawnRelationship): number {
  return isSelected ? 2 : isLit ? 1 : 0;
}

function nameOf(node: DrawnNode): string {
  return (node.kind === 'chip' ? node.chip.lines : node.label.lines).join(' ');
}

function drawLine(line: DrawnRelationship, path: string, palette: Palette): Mark {
  const isStrong = line.isSelected || line.isLit;
  const dashes = dashesOf(line);
  return {
    kind: 'shape',
    path,
    stroke: isStrong ? palette.accent : palette.relationship,
    width: line.isSelected ? 3 : line.isLit ? 2 : 1.2,
    opacity: isStrong ? 1 : line.isLong ? 0.3 : 0.62,
    ...(dashes && { dash: dashes }),
  };
}

/** One outline around all parts of a dispute, so that they read as one chip in parts. */
function drawDisputes(nodes: readonly DrawnNode[], palette: Palette): readonly Part[] {
  const groups = new Map<string, DrawnNode[]>();
  for (const node of nodes)
    if (node.kind === 'chip' && node.dispute)
      groups.set(node.dispute, [...(groups.get(node.dispute) ?? []), node]);
  return [...groups.values()].map((group) => {
    const { left, right, top, bottom } = boundsOf(group);
    const path = roundedPath({ x: left - 2, y: top - 2 }, right - left + 4, bottom - top + 4, 5);
    return {
      title: 'The sources disagree',
      marks: [{ kind: 'shape', path, stroke: palette.disputed, width: 2 }],
    };
  });
}
