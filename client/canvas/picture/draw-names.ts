import type { Point } from '../../exploration/exploration.ts';
import { LABEL_GAP, LINE_HEIGHT } from '../drawing/describe-figure.ts';
import type { DrawnNode, DrawnRelationship } from '../drawing/drawing.ts';
import { measureText } from '../drawing/measure-text.ts';
import { CAPTION_SIZE, textFace } from '../drawing/node-label.ts';
import type { Palette } from '../look/read-palette.ts';
import { chooseLabels, type LabelBox, LabelRoom } from '../overlay/choose-labels.ts';
import { INSPECTION, priorities, SHAPE, withBadge } from '../overlay/draw-labels.ts';
import { wordsOf } from '../overlay/measure-label.ts';
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

/**
 * Names beside the nodes, words and numbers of sources on the lines, as the canvas chooses them: as many as can stand
 * without touching each other or a shape, names before words of lines.
 */
export function drawNames(
  nodes: readonly DrawnNode[],
  lines: readonly PlacedLine[],
  palette: Palette,
): readonly Part[] {
  const shapes = nodes.map(shapeBox);
  const names = chooseNames(nodes, shapes, palette);
  const words = lines.flatMap((line) => [...nameLine(line, palette), countSources(line, palette)]);
  const chosen = chooseLabels([
    ...[...shapes.map(withBadge), ...names.map(({ box }) => box)].map(insist),
    ...words.map(({ box }) => box),
  ]);
  return [...words.filter(({ box }) => chosen.has(box.id)), ...names].map(({ marks }) => ({
    title: null,
    marks,
  }));
}

/** The longest form of each name that has room; those of what is selected come first, and may cover shapes. */
function chooseNames(
  nodes: readonly DrawnNode[],
  shapes: readonly LabelBox[],
  palette: Palette,
): readonly Name[] {
  const room = new LabelRoom();
  const names = nodes
    .flatMap((node) => (node.kind === 'mark' ? [{ node, priority: priorityOf(node) }] : []))
    .sort((a, b) => b.priority - a.priority);
  const wanted = names.filter(({ priority }) => priority > SHAPE);
  const chosen = chooseForms(room, wanted, palette);
  for (const shape of shapes) room.take(shape);
  const others = names.slice(wanted.length);
  const first = others.filter(({ priority }) => priority >= INSPECTION);
  return [
    ...chosen,
    ...chooseForms(room, first, palette),
    ...chooseForms(room, others.slice(first.length), palette),
  ];
}

interface NamedNode {
  readonly node: Extract<DrawnNode, { readonly kind: 'mark' }>;
  readonly priority: number;
}

/** All that fit whole come first, then shorter ones between. */
function chooseForms(room: LabelRoom, names: readonly NamedNode[], palette: Palette): readonly Name[] {
  const chosen: Name[] = [];
  let waiting = names;
  for (let form = 0; waiting.length > 0; form++) {
    const left: NamedNode[] = [];
    for (const named of waiting) {
      const words = wordsOf(named.node.label)[form];
      if (!words) continue;
      const name = nameNode(named, words, palette);
      if (room.take(name.box)) chosen.push(name);
      else left.push(named);
    }
    waiting = left;
  }
  return chosen;
}

function priorityOf(node: DrawnNode): number {
  if (node.isSelected) return 100;
  const isHub = node.kind === 'mark' && node.label.place === 'right';
  return isHub ? 50 : (priorities[node.type] ?? 5);
}

/** What stands already keeps its place. */
function insist(box: LabelBox): LabelBox {
  return { ...box, priority: Number.POSITIVE_INFINITY };
}

function shapeBox({ id, kind, at, width, height }: DrawnNode): LabelBox {
  const inset = kind === 'chip' ? 0.9 : 0.8;
  const [x, y] = [(width / 2) * inset, (height / 2) * inset];
  return {
    id: `shape ${id}`,
    priority: SHAPE,
    left: at.x - x,
    right: at.x + x,
    top: at.y - y,
    bottom: at.y + y,
  };
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
  return { box: { id: node.id, priority, left, right: left + wide, top, bottom: top + high }, marks };
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
