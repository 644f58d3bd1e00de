import { barsWidth, CHIP_TEXT_SIZE } from '../drawing/chip-label.ts';
import { fontOf, type PlacedNode, type Scene, SMALLEST_TEXT } from './scene.ts';

type Surface = CanvasRenderingContext2D;

const PADDING = 6;
const LINE = 12.5;
/** Below this zoom a chip is too small for words at a size that can be read; its bars stay. */
const WORDS_FROM = 0.86;
const BARS_FROM = 0.45;

/** Words and bars of a judgement, inside the shape that Cytoscape has drawn. */
export function drawChip(surface: Surface, scene: Scene, { drawn, at }: PlacedNode): void {
  if (drawn.kind !== 'chip' || scene.zoom < BARS_FROM) return;
  const { palette, zoom } = scene;
  const { lines, rank, of, width, height } = drawn.chip;
  const ink = palette.ranks[drawn.tone].ink;
  const left = at.x - (width / 2) * zoom;
  const top = at.y - (height / 2) * zoom;
  if (rank !== null) {
    const baseline = top + (height - 6.5) * zoom;
    drawBars(surface, left + (width - PADDING - barsWidth(of) + 1) * zoom, baseline, zoom, { rank, of, ink });
  }
  if (zoom < WORDS_FROM) return;
  const size = Math.max(SMALLEST_TEXT, CHIP_TEXT_SIZE * zoom);
  surface.font = fontOf(palette, 'sans', size, true);
  surface.fillStyle = ink;
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  for (const [index, line] of lines.entries())
    surface.fillText(line, left + PADDING * zoom, top + (3.6 + (index + 0.5) * LINE) * zoom);
}

interface Bars {
  readonly rank: number;
  readonly of: number;
  readonly ink: string;
}

/** As many bars as the scale has ranks, filled from the left: all for the best. */
function drawBars(
  surface: Surface,
  left: number,
  baseline: number,
  zoom: number,
  { rank, of, ink }: Bars,
): void {
  surface.fillStyle = ink;
  for (let bar = 0; bar < of; bar++) {
    surface.globalAlpha = bar <= of - rank ? 1 : 0.28;
    surface.fillRect(left + bar * 4 * zoom, baseline - 7 * zoom, 2.8 * zoom, 7 * zoom);
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
