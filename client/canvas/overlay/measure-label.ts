import { LINE_HEIGHT } from '../drawing/describe-figure.ts';
import { measureText } from '../drawing/measure-text.ts';
import { CAPTION_SIZE, type NodeLabel, textFace } from '../drawing/node-label.ts';
import type { Palette } from '../look/read-palette.ts';
import { fontOf, textSize } from './scene.ts';

/**
 * One way to write a label: whole, without some or all of its captions, or what is said in their place where not even that fits, where
 * the label stands or else beside the node.
 */
export interface LabelForm {
  readonly lines: readonly string[];
  readonly captions: readonly string[];
  readonly place: NodeLabel['place'];
  /** In pixels of the screen, as are those below. */
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly captionSize: number;
  readonly font: string;
  readonly captionFont: string;
}

interface Measured {
  readonly palette: Palette;
  readonly zoom: number;
  readonly words: ReturnType<typeof wordsOf>;
  /** Those that were asked for. */
  readonly forms: LabelForm[];
}

const measured = new WeakMap<NodeLabel, Measured>();

/**
 * A label in one of its forms, of which 0 is the longest; null beyond the shortest. Kept for as long as the zoom and the
 * typefaces are the same. Widths are those of the table: a drawing surface takes many times as long to tell them, and a
 * large view asks for thousands at once.
 */
export function formOf(
  { palette, zoom }: Pick<Measured, 'palette' | 'zoom'>,
  label: NodeLabel,
  form: number,
): LabelForm | null {
  let known = measured.get(label);
  if (known?.zoom !== zoom || known.palette !== palette) {
    known = { palette, zoom, words: wordsOf(label), forms: [] };
    measured.set(label, known);
  }
  const words = known.words[form];
  if (!words) return null;
  known.forms[form] ??= measureForm(known, label, words);
  return known.forms[form];
}

function measureForm(
  { palette, zoom }: Pick<Measured, 'palette' | 'zoom'>,
  label: NodeLabel,
  { lines, captions, place }: ReturnType<typeof wordsOf>[number],
): LabelForm {
  const size = textSize(label.size, zoom);
  const captionSize = textSize(CAPTION_SIZE, zoom);
  const widths = [
    ...lines.map((line) => measureText(line, { size, face: textFace(label) })),
    ...captions.map((line) => measureText(line, { size: captionSize, face: 'sans' })),
  ];
  return {
    lines,
    captions,
    place,
    width: Math.max(...widths),
    height: (lines.length * size + captions.length * captionSize) * LINE_HEIGHT,
    size,
    captionSize,
    font: fontOf(palette, label.face, size, label.bold),
    captionFont: fontOf(palette, 'sans', captionSize, false),
  };
}

/** What a label says in each of its forms, from the longest to the shortest. */
export function wordsOf({
  lines,
  captions,
  firmCaptions = captions.length,
  short,
  place,
}: NodeLabel): readonly Pick<LabelForm, 'lines' | 'captions' | 'place'>[] {
  const shortest = short ? { lines: [], captions: [short] } : null;
  return [
    { lines, captions, place },
    ...(firmCaptions < captions.length ? [{ lines, captions: captions.slice(0, firmCaptions), place }] : []),
    ...(firmCaptions > 0 ? [{ lines, captions: [], place }] : []),
    ...(shortest ? [{ ...shortest, place }] : []),
    ...(shortest && place === 'below' ? [{ ...shortest, place: 'right' as const }] : []),
  ];
}

const widths = new Map<string, Map<string, number>>();
/** Words repeat from frame to frame and measuring them is dear, so widths are kept by font, up to a bound. */
const WIDTHS_KEPT = 20_000;
const FONTS_KEPT = 40;

/** The width of words in pixels of the screen. */
export function widthOf(surface: CanvasRenderingContext2D, font: string, text: string): number {
  let known = widths.get(font);
  if (!known || known.size >= WIDTHS_KEPT) {
    if (widths.size >= FONTS_KEPT) widths.clear();
    known = new Map();
    widths.set(font, known);
  }
  const width = known.get(text);
  if (width !== undefined) return width;
  surface.font = font;
  const found = surface.measureText(text).width;
  known.set(text, found);
  return found;
}
