import type { Point } from '../../exploration/exploration.ts';
import { LABEL_GAP, LINE_HEIGHT } from '../drawing/describe-figure.ts';
import type { DrawnNode, DrawnRelationship } from '../drawing/drawing.ts';
import { measureText } from '../drawing/measure-text.ts';
import { CAPTION_SIZE, textFace } from '../drawing/node-label.ts';
import type { Palette } from '../look/read-palette.ts';
import { chooseLabels, type LabelBox, LabelRoom } from '../overlay/choose-labels.ts';
import { chooseNames, WORD_GAP } from '../overlay/choose-names.ts';
import { BADGE_TEXT, blockRing, blockShape, priorities, withBadge } from '../overlay/draw-labels.ts';
import { wordsOf } from '../overlay/measure-label.ts';
import { type PlacedBadge, placeBadges } from '../overlay/place-badges.ts';
import { ellipsePath } from './outline-path.ts';
import type { Mark, Part } from './picture.ts';

interface Name {
  readonly box: LabelBox;
  readonly marks: readonly Mark[];
}

/** A line, with the middle of its curve and the place for the number of its sources. */
export interface PlacedLine {
  readonly line: DrawnRelationship;
  readonly middle: Point;
  readonly badge: Point;
}

interface DrawnNames {
  readonly parts: readonly Part[];
  /** Where the canvas puts them. */
  readonly badges: readonly PlacedBadge[];
}

/**
 * Names beside the nodes, words and numbers of sources on the lines, as the canvas chooses them: as many as can stand
 * without touching each other or a shape, names before badges before words of lines.
 */
export function drawNames(
  nodes: readonly DrawnNode[],
  lines: readonly PlacedLine[],
  palette: Palette,
): DrawnNames {
  const placed = nodes.map((drawn) => ({ drawn, at: drawn.at }));
  const shapes = placed.map((node) => blockShape(node, 1));
  const rings = placed.filter(({ drawn }) => drawn.isSelected).map((node) => blockRing(node, 1));
  const room = new LabelRoom();
  const named = nodes
    .flatMap((node) => (node.kind === 'mark' ? [{ node, priority: priorityOf(node) }] : []))
    .sort((a, b) => b.priority - a.priority);
  const names = chooseNames(named, shapes, room, (name, form) => {
    const words = wordsOf(name.node.label)[form];
    return words ? nameNode(name, words, palette) : null;
  });
  const badges = placeBadges(placed, 1, room, (text) =>
    measureText(text, { size: BADGE_TEXT, face: 'bold' }),
  );
  const words = lines.flatMap((line) => [...nameLine(line, palette), countSources(line, palette)]);
  const taken = [...names, ...badges].map(({ box }) => box);
  const chosen = chooseLabels(
    words.map(({ box }) => box),
    [...shapes.map(withBadge), ...rings, ...taken],
  );
  const parts = [...words.filter(({ box }) => chosen.has(box.id)), ...names].map(({ marks }) => ({
    title: null,
    marks,
  }));
  return { parts, badges };
}

interface NamedNode {
  readonly node: Extract<DrawnNode, { readonly kind: 'mark' }>;
  readonly priority: number;
}

function priorityOf(node: DrawnNode): number {
  if (node.isSelected) return 100;
  const isHub = node.kind === 'mark' && node.label.place === 'right';
  return isHub ? 50 : (priorities[node.type] ?? 5);
}

function nameNode(
  { node, priority }: NamedNode,
  { lines, captions, place }: ReturnType<typeof wordsOf>[number],
  palette: Palette,
): Name {
  const { at, width, height, label } = node;
  const captionInk = label.face === 'serif' ? palette.ink : palette.inkSoft;
  const rows = [
    ...lines.map((text) => ({
      text,
      size: label.size,
      face: label.face,
      bold: label.bold,
      ink: palette.ink,
      width: measureText(text, { size: label.size, face: textFace(label) }),
    })),
    ...captions.map((text) => ({
      text,
      size: CAPTION_SIZE,
      face: 'sans' as const,
      bold: false,
      ink: captionInk,
      width: measureText(text, { size: CAPTION_SIZE, face: 'sans' }),
    })),
  ];
  const wide = Math.max(0, ...rows.map((row) => row.width));
  const high = rows.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
  const isRight = place === 'right';
  const left = isRight ? at.x + width / 2 + LABEL_GAP * 2 : at.x - wide / 2;
  const top = isRight ? at.y - high / 2 : at.y + height / 2 + LABEL_GAP;
  let y = top;
  const marks = rows.map(({ width: _, ...row }): Mark => {
    const middle = y + (row.size * LINE_HEIGHT) / 2;
    y += row.size * LINE_HEIGHT;
    return {
      kind: 'words',
      ...row,
      x: isRight ? left : at.x,
      y: middle,
      anchor: isRight ? 'start' : 'middle',
      halo: palette.ground,
    };
  });
  return {
    box: {
      id: node.id,
      priority,
      left: left - WORD_GAP,
      right: left + wide + WORD_GAP,
      top,
      bottom: top + high,
    },
    marks,
  };
}

const LINE_WORDS = 11;

function nameLine({ line, middle: { x, y } }: PlacedLine, palette: Palette): readonly Name[] {
  if (line.label === '') return [];
  const half = measureText(line.label, { size: LINE_WORDS, face: 'sans' }) / 2;
  const tall = LINE_WORDS * 0.7;
  const box = {
    id: line.id,
    priority: line.isSelected ? 70 : 40,
    left: x - half,
    right: x + half,
    top: y - tall,
    bottom: y + tall,
  };
  const words: Mark = {
    kind: 'words',
    text: line.label,
    x,
    y,
    size: LINE_WORDS,
    face: 'sans',
    bold: false,
    anchor: 'middle',
    ink: palette.accent,
    halo: palette.ground,
  };
  return [{ box, marks: [words] }];
}

/** The number of its sources in a small circle on the line. */
function countSources({ line, badge: { x, y } }: PlacedLine, palette: Palette): Name {
  const reach = 8;
  return {
    box: {
      id: `sources ${line.id}`,
      priority: 35,
      left: x - reach,
      right: x + reach,
      top: y - reach,
      bottom: y + reach,
    },
    marks: [
      {
        kind: 'shape',
        path: ellipsePath({ x, y }, 7.5, 7.5),
        fill: palette.sheet,
        stroke: palette.accent,
        width: 1,
      },
      {
        kind: 'words',
        text: line.sources > 99 ? '99' : `${line.sources}`,
        x,
        y,
        size: 10.5,
        face: 'sans',
        bold: false,
        anchor: 'middle',
        ink: palette.accent,
      },
    ],
  };
}
