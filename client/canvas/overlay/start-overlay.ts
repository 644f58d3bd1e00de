import type { Core } from 'cytoscape';
import type { NodeId } from '../../../schema/ids.ts';
import { type Drawing, emptyDrawing } from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import { drawOverlay } from './draw-overlay.ts';
import { placeScene } from './place-scene.ts';

export interface Overlay {
  readonly draw: (drawing: Drawing) => void;
  readonly restyle: (palette: Palette) => void;
  readonly hover: (id: NodeId | null) => void;
  readonly stop: () => void;
}

/**
 * Starts the layer of words over Cytoscape's shapes. It draws when Cytoscape has drawn, and reads places from it;
 * Cytoscape's own labels cannot hold two sizes in one label, nor give way to each other.
 */
export function startOverlay(cy: Core, layer: HTMLCanvasElement, firstPalette: Palette): Overlay {
  const surface = layer.getContext('2d');
  let drawing = emptyDrawing;
  let palette = firstPalette;
  let hovered: NodeId | null = null;
  const render = () => {
    if (!surface) return;
    const [width, height] = [cy.width(), cy.height()];
    fitLayer(layer, surface, width, height);
    drawOverlay(surface, {
      ...placeScene(cy, drawing, hovered),
      palette,
      zoom: cy.zoom(),
      width,
      height,
      hovered,
    });
  };
  cy.on('render', render);
  return {
    draw(next) {
      drawing = next;
      render();
    },
    restyle(next) {
      palette = next;
      render();
    },
    hover(id) {
      if (hovered === id) return;
      hovered = id;
      render();
    },
    stop() {
      cy.off('render', render);
    },
  };
}

/** The layer has a pixel for each pixel of the screen, so that words are sharp. */
function fitLayer(
  layer: HTMLCanvasElement,
  surface: CanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  const ratio = layer.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (layer.width !== wide || layer.height !== high) {
    layer.width = wide;
    layer.height = high;
  }
  surface.setTransform(ratio, 0, 0, ratio, 0, 0);
}
