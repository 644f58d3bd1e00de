import type { Core } from 'cytoscape';
import { makeStyle } from './look/make-style.ts';
import type { Palette } from './look/read-palette.ts';

/** What is fitted goes as low with 10,000 nodes on a phone; Cytoscape ignores a zoom below. */
export const MIN_ZOOM = 0.01;
const MAX_ZOOM = 4;

/** The id under which Cytoscape looks for its own style element before it makes one. */
const STYLE_SHEET = '__________cytoscape_stylesheet';

/** Loads Cytoscape, which the page does without until the canvas is there, and starts it in the container. */
export async function startCytoscape(container: HTMLElement, palette: Palette): Promise<Core> {
  const { default: cytoscape } = await import('cytoscape');
  if (!document.getElementById(STYLE_SHEET)) {
    // That element would break the page's policy, and it only gives the container a position, which it has.
    const mark = document.createElement('meta');
    mark.id = STYLE_SHEET;
    document.head.append(mark);
  }
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
