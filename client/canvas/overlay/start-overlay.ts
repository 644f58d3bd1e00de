import type { Core } from 'cytoscape';
import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { type Drawing, emptyDrawing } from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import { makeFieldPainter } from '../plain/paint-field.ts';
import type { PlainField } from '../plain/plain-field.ts';
import { drawOverlay } from './draw-overlay.ts';
import { placeScene } from './place-scene.ts';

export interface Overlay {
  readonly draw: (drawing: Drawing) => void;
  readonly restyle: (palette: Palette) => void;
  readonly hover: (id: NodeId | null) => void;
  /** Draws again, as when a node of a plain drawing is dragged; as all that is asked for, once, with the next frame. */
  readonly redraw: () => void;
  readonly stop: () => void;
}

/**
 * Starts the layer of words over Cytoscape's shapes. It draws when Cytoscape has drawn, and reads places from it;
 * Cytoscape's own labels cannot hold two sizes in one label, nor give way to each other. Of a plain drawing it paints
 * the shapes and lines, too.
 */
export function startOverlay(
  cy: Core,
  layer: HTMLCanvasElement,
  field: PlainField,
  firstPalette: Palette,
): Overlay {
  const surface = layer.getContext('2d');
  const painter = makeFieldPainter(field);
  let drawing = emptyDrawing;
  let palette = firstPalette;
  let hovered: NodeId | null = null;
  let due: number | null = null;
  const placeOf = (id: NodeId) => (drawing.isPlain ? field.placeOf(id) : placeOfElement(cy, id));
  const render = () => {
    if (due !== null) cancelAnimationFrame(due);
    due = null;
    if (!surface) return;
    const [width, height, zoom, pan] = [cy.width(), cy.height(), cy.zoom(), { ...cy.pan() }];
    fitLayer(layer, surface, width, height);
    const scene = {
      ...placeScene({ zoom, pan, placeOf }, drawing, hovered),
      palette,
      zoom,
      width,
      height,
      hovered,
    };
    drawOverlay(
      surface,
      scene,
      drawing.isPlain ? { painter, sight: { zoom, pan, width, height, ratio: ratioOf(layer) } } : null,
    );
  };
  const redraw = () => {
    due ??= requestAnimationFrame(render);
  };
  cy.on('render', render);
  return {
    draw(next) {
      drawing = next;
      redraw();
    },
    restyle(next) {
      palette = next;
      redraw();
    },
    hover(id) {
      hovered = id;
      redraw();
    },
    redraw,
    stop() {
      if (due !== null) cancelAnimationFrame(due);
      cy.off('render', render);
    },
  };
}

function placeOfElement(cy: Core, id: NodeId): Point | null {
  const element = cy.getElementById(id);
  if (element.empty()) return null;
  const { x, y } = element.position();
  return { x, y };
}

/** The layer has a pixel for each pixel of the screen, so that words are sharp. */
function fitLayer(
  layer: HTMLCanvasElement,
  surface: CanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  const ratio = ratioOf(layer);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (layer.width !== wide || layer.height !== high) {
    layer.width = wide;
    layer.height = high;
  }
  surface.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function ratioOf(layer: HTMLCanvasElement): number {
  return layer.ownerDocument.defaultView?.devicePixelRatio ?? 1;
}
