import type { Drawing } from '../drawing/drawing.ts';
import { wrapLabel } from '../drawing/wrap-label.ts';
import type { Palette } from '../look/read-palette.ts';
import type { PictureKey } from './describe-key.ts';
import { drawGraph } from './draw-graph.ts';
import { drawKey } from './draw-key.ts';
import { at } from './outline-path.ts';
import type { Mark, Picture, Words } from './picture.ts';

/** What stands around the graph. */
export interface PictureCaption {
  readonly title: string;
  /** What it shows and when it was made, in a line. */
  readonly says: string;
  /** The documents that it rests on, with their licences, each as one text. */
  readonly sources: readonly string[];
  /** Attributions that licences want shown, and what made the picture. */
  readonly foot: readonly string[];
}

interface PictureOptions {
  readonly drawing: Drawing;
  readonly key: PictureKey;
  readonly caption: PictureCaption;
  readonly palette: Palette;
  readonly isTransparent: boolean;
}

const NARROWEST = 720;
const SIDE = 28;

/** The graph under its title, with the legend and the sources below: the same input gives the same picture. */
export function drawPicture({ drawing, key, caption, palette, isTransparent }: PictureOptions): Picture {
  const graph = drawGraph(drawing, palette);
  const width = Math.max(NARROWEST, Math.ceil(graph.width));
  const column = { x: SIDE, width: width - 2 * SIDE };
  const head = writeRows(headOf(caption, palette, column.width), { x: SIDE, y: 22 });
  const graphTop = head.bottom + 4;
  const left = Math.floor((width - graph.width) / 2);
  const keyTop = graphTop + graph.height;
  const legend = drawKey(key, { ...column, y: keyTop + 12 }, palette);
  const sources = writeRows(sourcesOf(caption, palette, column.width), {
    x: SIDE,
    y: keyTop + 12 + legend.height + 14,
  });
  const rule: Mark = {
    kind: 'shape',
    path: `M${at(SIDE, keyTop)}h${column.width}`,
    stroke: palette.rule,
    width: 1,
  };
  return {
    title: caption.title,
    description: caption.says,
    width,
    height: Math.ceil(sources.bottom + 20),
    ground: isTransparent ? null : palette.ground,
    fonts: { sans: palette.sans, serif: palette.serif },
    parts: [
      { title: null, marks: head.marks },
      ...graph.parts.map((part) => ({ ...part, moved: { x: left, y: graphTop } })),
      { title: null, marks: [rule] },
      legend.part,
      { title: 'Sources', marks: sources.marks },
    ],
  };
}

type Row = Omit<Words, 'kind' | 'x' | 'y' | 'anchor'> & { readonly indent?: number };

function headOf({ title, says }: PictureCaption, palette: Palette, width: number): readonly Row[] {
  return [
    ...wrapRows(title, width, { size: 20, face: 'serif', bold: false, ink: palette.ink }),
    ...wrapRows(says, width, { size: 12, face: 'sans', bold: false, ink: palette.inkSoft }),
  ];
}

function sourcesOf({ sources, foot }: PictureCaption, palette: Palette, width: number): readonly Row[] {
  const small = { size: 11, face: 'sans', bold: false, ink: palette.ink } as const;
  return [
    { ...small, text: sources.length > 0 ? 'Sources' : 'No sources', bold: true },
    ...sources.flatMap((source, index) => {
      const [first = '', ...rest] = wrapRows(source, width - 22, small);
      return [
        ...(first ? [{ ...first, text: `${index + 1}.  ${first.text}` }] : []),
        ...rest.map((row) => ({ ...row, indent: 18 })),
      ];
    }),
    ...foot.flatMap((text) => wrapRows(text, width, { ...small, ink: palette.inkSoft })),
  ];
}

/** So many lines at most: attributions are sentences, and no source needs more. */
const LINES = 4;

function wrapRows(text: string, width: number, look: Omit<Row, 'text'>): readonly Row[] {
  const face = look.face === 'serif' ? 'serif' : look.bold ? 'bold' : 'sans';
  return wrapLabel(text, width, LINES, { size: look.size, face }).map((line) => ({ ...look, text: line }));
}

function writeRows(
  rows: readonly Row[],
  from: { readonly x: number; readonly y: number },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  let { y } = from;
  const marks = rows.map(({ indent = 0, ...row }): Mark => {
    const high = row.size * 1.5;
    y += high;
    return { kind: 'words', ...row, x: from.x + indent, y: y - high / 2, anchor: 'start' };
  });
  return { marks, bottom: y };
}
