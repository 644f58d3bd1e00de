import type { Point } from '../../exploration/exploration.ts';
import { readPalette } from '../look/read-palette.ts';
import type { PlacedNode, Scene } from './scene.ts';

/** For tests: a drawing surface that keeps the words and lines that it is given and where; each letter is 6 pixels wide. */
export function paper() {
  const words: string[] = [];
  const places: Point[] = [];
  const lines: (readonly [Point, Point])[] = [];
  let pen: Point = { x: 0, y: 0 };
  const surface: Partial<CanvasRenderingContext2D> = {
    measureText: (text: string) => ({ width: text.length * 6 }) as TextMetrics,
    fillText(text: string, x: number, y: number) {
      words.push(text);
      places.push({ x, y });
    },
    strokeText: () => {},
    fillRect: () => {},
    beginPath: () => {},
    arc: () => {},
    moveTo(x: number, y: number) {
      pen = { x, y };
    },
    lineTo(x: number, y: number) {
      lines.push([pen, { x, y }]);
    },
    setLineDash: () => {},
    stroke: () => {},
  };
  return { surface: surface as CanvasRenderingContext2D, words, places, lines };
}

/** For tests: these nodes on a canvas of 900 by 600 pixels. */
export function sceneOf(zoom: number, nodes: readonly PlacedNode[]): Scene {
  const palette = readPalette(() => 'black');
  return {
    nodes,
    relationships: [],
    palette,
    zoom,
    width: 900,
    height: 600,
    hovered: null,
    lit: new Set(),
    callOut: null,
  };
}
