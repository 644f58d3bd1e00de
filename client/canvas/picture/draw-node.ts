import { nodeTypes } from '../../../schema/node-types.ts';
import { filledBars } from '../../../schema/rank-tone.ts';
import type { Point } from '../../exploration/exploration.ts';
import { outlineOf } from '../../ui/shapes.ts';
import { CHIP_BARS, CHIP_LINE, CHIP_PADDING, CHIP_TEXT_SIZE } from '../drawing/chip-label.ts';
import type { DrawnNode } from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import { BADGE_TEXT } from '../overlay/draw-labels.ts';
import { type PlacedBadge, sayMore } from '../overlay/place-badges.ts';
import { ellipsePath, outlinePath, roundedPath } from './outline-path.ts';
import type { Mark, Part } from './picture.ts';

/** The shape of a node; a chip with its words and bars. Names of other nodes are drawn over all. */
export function drawNode(node: DrawnNode, palette: Palette): Part {
  return {
    title: `${nodeTypes[node.type].words.one}: ${nameOf(node)}`,
    marks: node.kind === 'chip' ? drawChip(node, palette) : drawMark(node, palette),
  };
}

function nameOf(node: DrawnNode): string {
  const lines = node.kind === 'chip' ? node.chip.lines : [...node.label.lines, ...node.label.captions];
  return lines.join(' ');
}

type Of<Kind extends DrawnNode['kind']> = DrawnNode & { readonly kind: Kind };

function drawMark(node: Of<'mark'>, palette: Palette): readonly Mark[] {
  const { at, width, height } = node;
  const outline = outlineOf(node.shape);
  return [
    ...(node.isSelected ? [ring(at, Math.max(width, height) / 2 + 9, palette)] : []),
    { kind: 'shape', path: outlinePath(outline, at, width, height), fill: palette.tones[node.tone] },
  ];
}

/** How much more there is of a node, or that sources disagree on it, where its badge stands. */
export function drawBadge({ kind, drawn, box }: PlacedBadge, palette: Palette): Part {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  if (kind === 'dispute') return { title: 'The sources disagree', marks: drawDisputeMark(middle, palette) };
  return { title: null, marks: drawMore(drawn, box, middle, palette) };
}

/** A small dot in the middle of what is pinned. */
export function drawPin({ kind, at, isPinned }: DrawnNode, palette: Palette): readonly Part[] {
  if (!isPinned || kind === 'chip') return [];
  return [{ title: null, marks: [{ kind: 'shape', path: ellipsePath(at, 3, 3), fill: palette.ground }] }];
}

function ring(at: Point, radius: number, { accent }: Palette): Mark {
  return { kind: 'shape', path: ellipsePath(at, radius, radius), stroke: accent, width: 2.5 };
}

/** “≠” in the colour of disputes, so that neither colour nor shape says it alone. */
export function drawDisputeMark(at: Point, palette: Palette): readonly Mark[] {
  const path = ellipsePath(at, 7.5, 7.5);
  return [
    { kind: 'shape', path, fill: palette.disputed, stroke: palette.ground, width: 1.5 },
    {
      kind: 'words',
      text: '≠',
      ...at,
      size: 11,
      face: 'sans',
      bold: true,
      anchor: 'middle',
      ink: palette.ground,
    },
  ];
}

/** “+19”: so many neighbours are not in the picture. */
function drawMore(
  drawn: DrawnNode,
  { left, right, top, bottom }: PlacedBadge['box'],
  middle: Point,
  palette: Palette,
): readonly Mark[] {
  const isLoud = drawn.isSelected || (drawn.kind === 'mark' && drawn.label.place === 'right');
  return [
    {
      kind: 'shape',
      path: roundedPath({ x: left, y: top }, right - left, bottom - top, 8.5),
      fill: isLoud ? palette.accent : palette.sheet,
      stroke: isLoud ? palette.ground : palette.rule,
      width: 1,
    },
    {
      kind: 'words',
      text: sayMore(drawn),
      ...middle,
      size: BADGE_TEXT,
      face: 'sans',
      bold: true,
      anchor: 'middle',
      ink: isLoud ? palette.onAccent : palette.inkSoft,
    },
  ];
}

function drawChip(node: Of<'chip'>, palette: Palette): readonly Mark[] {
  const { at, width, height, chip } = node;
  const rank = palette.ranks[node.tone];
  const corner = { x: at.x - width / 2, y: at.y - height / 2 };
  const body: Mark = {
    kind: 'shape',
    path: roundedPath(corner, width, height, 4),
    fill: rank.ground,
    stroke: rank.line,
    width: 1,
  };
  const words = chip.lines.map(
    (text, index): Mark => ({
      kind: 'words',
      text,
      x: corner.x + CHIP_PADDING,
      y: corner.y + 3.2 + (index + 0.5) * CHIP_LINE,
      size: CHIP_TEXT_SIZE,
      face: 'sans',
      bold: true,
      anchor: 'start',
      ink: rank.ink,
    }),
  );
  const bars = drawBars(
    chip.rank,
    chip.of,
    { x: corner.x + CHIP_PADDING, y: corner.y + height - CHIP_BARS - 3 },
    width - 2 * CHIP_PADDING,
    rank.ink,
  );
  const selected: readonly Mark[] = node.isSelected
    ? [
        {
          kind: 'shape',
          path: roundedPath({ x: corner.x - 4, y: corner.y - 4 }, width + 8, height + 8, 6),
          stroke: palette.accent,
          width: 2.5,
        },
      ]
    : [];
  return [body, ...words, ...bars, ...selected];
}

/** As many bars as the scale has ranks, filled from the left: all for the best. */
export function drawBars(
  rank: number | null,
  of: number,
  { x, y }: Point,
  width: number,
  ink: string,
): readonly Mark[] {
  if (rank === null || of < 1) return [];
  const gap = 2;
  const bar = (width - gap * (of - 1)) / of;
  return Array.from({ length: of }, (_, index) => ({
    kind: 'shape',
    path: roundedPath({ x: x + index * (bar + gap), y }, bar, CHIP_BARS, 0),
    fill: ink,
    opacity: index < filledBars(rank, of) ? 0.92 : 0.22,
  }));
}
