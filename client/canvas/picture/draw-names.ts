import type { Point } from '../../exploration/exploration.ts';
import { LABEL_GAP, LINE_HEIGHT } from '../drawing/describe-figure.ts';
import type { DrawnNode, DrawnRelationship } from '../drawing/drawing.ts';
import { measureText } from '../drawing/measure-text.ts';
import { CAPTION_SIZE, textFace } from '../drawing/node-label.ts';
import type { Palette } from '../look/read-palette.ts';
import { chooseLabels, type LabelBox } from '../overlay/choose-labels.ts';
import type { Mark, Part } from './picture.ts';

interface Name {
  readonly box: LabelBox;
  readonly marks: readonly Mark[];
}

/** Which names are served first where there is no room for all. */
const priorities: Partial<Record<DrawnNode['type'], number>> = {
  Inspection: 30,
  Person: 25,
  Organisation: 22,
  Region: 15,
  Quote: 12,
  Document: 10,
};
const SHAPE = 60;

/** A line that says what it is, with the middle of its curve. */
export interface SpeakingLine {
  readonly line: DrawnRelationship;
  readonly middle: Point;
}

/** Names beside the nodes and words on the lines, as many as can stand without touching each other or a shape. */
export function drawNames(
  nodes: readonly DrawnNode[],
  lines: readonly SpeakingLine[],
  palette: Palette,
): readonly Part[] {
  const names = [
    ...nodes.flatMap((node) => nameNode(node, palette) ?? []),
    ...lines.flatMap((line) => nameLine(line, palette) ?? []),
  ];
  const chosen = chooseLabels([...names.map(({ box }) => box), ...nodes.map(shapeBox)]);
  return names
    .filter(({ box }) => chosen.has(box.id))
    .sort((a, b) => a.box.priority - b.box.priority)
    .map(({ marks }) => ({ title: null, marks }));
}

function shapeBox({ id, at, width, height }: DrawnNode): LabelBox {
  const [x, y] = [width * 0.4, height * 0.4];
  return {
    id: `shape ${id}`,
    priority: SHAPE,
    left: at.x - x,
    right: at.x + x,
    top: at.y - y,
    bottom: at.y + y,
  };
}

function nameNode(node: DrawnNode, palette: Palette): Name | null {
  if (node.kind !== 'mark') return null;
  const { label, at, width, height } = node;
  const isQuote = label.face === 'serif';
  const rows = [
    ...label.lines.map((text) => ({
      text,
      size: label.size,
      face: label.face,
      bold: label.bold,
      ink: palette.ink,
      width: measureText(text, { size: label.size, face: textFace(label) }),
    })),
    ...label.captions.map((text) => ({
      text,
      size: CAPTION_SIZE,
      face: 'sans' as const,
      bold: false,
      ink: isQuote ? palette.ink : palette.inkSoft,
      width: measureText(text, { size: CAPTION_SIZE, face: 'sans' }),
    })),
  ];
  const wide = Math.max(0, ...rows.map((row) => row.width));
  const high = rows.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
  const isRight = label.place === 'right';
  const left = isRight ? at.x + width / 2 + LABEL_GAP * 2 : at.x - wide / 2;
  const top = isRight ? at.y - high / 2 : at.y + height / 2 + LABEL_GAP;
  const priority = node.isSelected ? 100 : isRight ? 50 : (priorities[node.type] ?? 5);
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

function nameLine({ line, middle: { x, y } }: SpeakingLine, palette: Palette): Name | null {
  if (line.label === '') return null;
  const half = measureText(line.label, { size: LINE_WORDS, face: 'sans' }) / 2;
  const tall = LINE_WORDS * 0.7;
  return {
    box: {
      id: line.id,
      priority: line.isSelected ? 70 : 40,
      left: x - half,
      right: x + half,
      top: y - tall,
      bottom: y + tall,
    },
    marks: [
      {
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
      },
    ],
  };
}
