import { filledBars } from '../../../schema/rank-tone.ts';
import { CHIP_BARS, CHIP_LINE, CHIP_PADDING, CHIP_TEXT_SIZE, type ChipLabel } from '../drawing/chip-label.ts';
import { fontOf, type PlacedNode, type Scene, SMALLEST_TEXT } from './scene.ts';

type Surface = CanvasRenderingContext2D;

/** Below these zooms a chip is too small for all its words, for one line of them, and for bars. */
const WORDS_FROM = 0.86;
const ONE_LINE_FROM = 0.66;
const BARS_FROM = 0.45;
/** Above the words and below the bars, at zoom 1. */
const WORDS_GAP = 2;
const BARS_GAP = 3;
/** From line to line of words that may not fall below their size, in pixels of the screen. */
const SMALLEST_LINE = 12;
/** Words are set this much narrower before letters of them are left out. */
const TIGHTEST = 0.86;

/** Words and bars of a judgement, inside the shape that Cytoscape has drawn. */
export function drawChip(surface: Surface, scene: Scene, { drawn, at }: PlacedNode): void {
  if (drawn.kind !== 'chip' || scene.zoom < BARS_FROM) return;
  const { palette, zoom } = scene;
  const { lines, label, width, height, rank } = drawn.chip;
  const left = at.x - (width / 2 - CHIP_PADDING) * zoom;
  const top = at.y - (height / 2) * zoom;
  surface.fillStyle = palette.ranks[drawn.tone].ink;
  drawBars(surface, drawn.chip, left, at.y + (height / 2 - CHIP_BARS - BARS_GAP) * zoom, zoom);
  if (zoom < ONE_LINE_FROM) return;
  surface.font = fontOf(palette, 'sans', Math.max(SMALLEST_TEXT, CHIP_TEXT_SIZE * zoom), true);
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  if (zoom < WORDS_FROM) {
    // In the middle of the room above the bars, at the size that words may not fall below.
    const room = (width - 2 * CHIP_PADDING) * zoom + 2;
    const foot = rank === null ? 0 : (CHIP_BARS + BARS_GAP) * zoom;
    const few = label.length > 0 ? label : [lines.join(' ')];
    for (const [index, line] of few.entries()) {
      const y = at.y - foot / 2 + (index - (few.length - 1) / 2) * SMALLEST_LINE;
      surface.fillText(shorten(surface, line, room / TIGHTEST), left, y, room);
    }
    return;
  }
  // A little narrower where the view is smaller than the size that words may not fall below.
  for (const [index, line] of lines.entries())
    surface.fillText(line, left, top + (WORDS_GAP + (index + 0.5) * CHIP_LINE) * zoom, (width - 4) * zoom);
}

/** As many letters of the words as the room has, in pixels, with the font that is set. */
function shorten(surface: Surface, words: string, room: number): string {
  if (surface.measureText(words).width <= room) return words;
  const letters = [...words.replace(/…$/, '')];
  while (letters.length > 1 && surface.measureText(`${letters.join('').trimEnd()}…`).width > room)
    letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** As many bars as the scale has ranks, filled from the left: all for the best. */
function drawBars(
  surface: Surface,
  { rank, of, width }: ChipLabel,
  left: number,
  top: number,
  zoom: number,
): void {
  if (rank === null) return;
  const gap = 2 * zoom;
  const bar = ((width - 2 * CHIP_PADDING) * zoom - gap * (of - 1)) / of;
  for (let index = 0; index < of; index++) {
    surface.globalAlpha = index < filledBars(rank, of) ? 0.92 : 0.22;
    surface.fillRect(left + index * (bar + gap), top, bar, CHIP_BARS * zoom);
  }
  surface.globalAlpha = 1;
}

/** One outline around all parts of a dispute, so that they read as one chip in parts. */
export function drawDisputes(surface: Surface, { nodes, palette, zoom }: Scene): void {
  const groups = new Map<string, PlacedNode[]>();
  for (const node of nodes) {
    const dispute = node.drawn.kind === 'chip' ? node.drawn.dispute : null;
    if (dispute) groups.set(dispute, [...(groups.get(dispute) ?? []), node]);
  }
  surface.strokeStyle = palette.disputed;
  surface.lineWidth = 2;
  for (const group of groups.values()) {
    const half = (group[0]?.drawn.width ?? 0) / 2;
    const x = group[0]?.at.x ?? 0;
    const top = Math.min(...group.map(({ at, drawn }) => at.y - (drawn.height / 2) * zoom));
    const bottom = Math.max(...group.map(({ at, drawn }) => at.y + (drawn.height / 2) * zoom));
    surface.beginPath();
    surface.roundRect(x - half * zoom - 2, top - 2, 2 * half * zoom + 4, bottom - top + 4, 5 * zoom);
    surface.stroke();
  }
}
