import { nodeTypes } from '../../../schema/node-types.ts';
import { printCount } from '../../../schema/print-count.ts';
import { outlineOf } from '../../ui/shapes.ts';
import { DASHES } from '../drawing/drawing.ts';
import { measureText } from '../drawing/measure-text.ts';
import type { Palette } from '../look/read-palette.ts';
import type { PictureKey } from './describe-key.ts';
import { drawBars, drawDisputeMark } from './draw-node.ts';
import { at, outlinePath, roundedPath } from './outline-path.ts';
import type { Mark, Part } from './picture.ts';

interface KeyItem {
  readonly width: number;
  readonly draw: (x: number, y: number) => readonly Mark[];
}

const ROW = 24;
const GAP = 20;
const SIZE = 12;

/** The legend, in as many rows as it takes from this place on; `height` is theirs. */
export function drawKey(
  key: PictureKey,
  place: { readonly x: number; readonly y: number; readonly width: number },
  palette: Palette,
): { readonly part: Part; readonly height: number } {
  let [x, y] = [place.x, place.y + ROW / 2];
  const marks: Mark[] = [];
  for (const item of listItems(key, palette)) {
    if (x > place.x && x + item.width > place.x + place.width) [x, y] = [place.x, y + ROW];
    marks.push(...item.draw(x, y));
    x += item.width + GAP;
  }
  return { part: { title: 'Legend', marks }, height: marks.length > 0 ? y + ROW / 2 - place.y : 0 };
}

function listItems(key: PictureKey, palette: Palette): readonly KeyItem[] {
  const { types, grades, hasDashed, hasDotted, hasDisputed, hasMore } = key;
  return [
    ...types.map(({ type, count }) => {
      const { look, words } = nodeTypes[type];
      const path = (x: number, y: number) => outlinePath(outlineOf(look.shape), { x: x + 7, y }, 14, 14);
      return signWithWords(
        14,
        `${words[count === 1 ? 'one' : 'many']} ${printCount(count)}`,
        palette,
        (x, y) => [{ kind: 'shape', path: path(x, y), fill: palette.tones[look.tone] }],
      );
    }),
    ...grades.map((grade): KeyItem => {
      const { ground, ink, line } = palette.ranks[grade.tone];
      const text = grade.labels.join(', ');
      const bars = grade.rank === null ? 0 : grade.of * 7 + 6;
      const width = measureText(text, { size: SIZE, face: 'bold' }) + bars + 14;
      return {
        width,
        draw: (x, y) => [
          {
            kind: 'shape',
            path: roundedPath({ x, y: y - 9 }, width, 18, 4),
            fill: ground,
            stroke: line,
            width: 1,
          },
          ...drawBars(grade.rank, grade.of, { x: x + 7, y: y - 1 }, bars - 6, ink),
          { ...wordsAt(text, x + 7 + bars, y, ink), bold: true },
        ],
      };
    }),
    ...(hasDashed ? [lineWithWords('conducted, or not stated by a source', DASHES.dashed, palette)] : []),
    ...(hasDotted ? [lineWithWords('may have been held on the day', DASHES.dotted, palette)] : []),
    ...(hasDisputed
      ? [
          signWithWords(16, 'the sources disagree', palette, (x, y) =>
            drawDisputeMark({ x: x + 8, y }, palette),
          ),
        ]
      : []),
    ...(hasMore
      ? [
          signWithWords(24, 'more in the graph', palette, (x, y) => [
            {
              kind: 'shape' as const,
              path: roundedPath({ x, y: y - 8 }, 24, 16, 8),
              fill: palette.sheet,
              stroke: palette.rule,
              width: 1,
            },
            {
              ...wordsAt('+9', x + 12, y, palette.inkSoft),
              size: 10.5,
              bold: true,
              anchor: 'middle' as const,
            },
          ]),
        ]
      : []),
  ];
}

function signWithWords(
  sign: number,
  text: string,
  palette: Palette,
  draw: (x: number, y: number) => readonly Mark[],
): KeyItem {
  return {
    width: sign + 7 + measureText(text, { size: SIZE, face: 'sans' }),
    draw: (x, y) => [...draw(x, y), wordsAt(text, x + sign + 7, y, palette.ink)],
  };
}

function wordsAt(text: string, x: number, y: number, ink: string): Mark & { readonly kind: 'words' } {
  return { kind: 'words', text, x, y, size: SIZE, face: 'sans', bold: false, anchor: 'start', ink };
}

function lineWithWords(text: string, dash: readonly number[], palette: Palette): KeyItem {
  return signWithWords(24, text, palette, (x, y) => [
    { kind: 'shape', path: `M${at(x, y)}h24`, stroke: palette.relationship, width: 1.6, dash },
  ]);
}
