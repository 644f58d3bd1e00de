import type { Core } from 'cytoscape';
import { makeStyle } from './look/make-style.ts';
import type { Palette } from './look/read-palette.ts';

export const MIN_ZOOM = 0.08;
export const MAX_ZOOM = 4;

/** Loads Cytoscape, which the page does without until the canvas is there, and starts it in the container. */
export async function startCytoscape(container: HTMLElement, palette: Palette): Promise<Core> {
  const { default: cytoscape } = await import('cytoscape');
  return cytoscape({
    container,
    style: makeStyle(palette),
    layout: { name: 'preset' },
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    boxSelectionEnabled: true,
    selectionType: 'single',
    // Selection is the exploration's, drawn as rings; Cytoscape's own would be a second truth.
    autounselectify: true,
  });
}
