import type { Core } from 'cytoscape';
import type { NodeId } from '../../schema/ids.ts';
import { type Camera, roundCamera } from '../exploration/camera.ts';
import type { Point } from '../exploration/exploration.ts';
import { READABLE } from '../exploration/visible.ts';
import type { Box, Drawing, DrawnNode } from './drawing/drawing.ts';

/* Where the user looks from. Moving it is no step of the history, and nothing in the view depends on it. */

const MARGIN = 10;
/** Buttons float over the upper edge. */
export const TOP = 56;
/** Above a view that is too large to be read it is said so, below those buttons; on a narrow canvas in two rows. */
const LARGE_NOTICE = { wide: 52, narrow: 86 };
/** The undo bar floats in the lower left corner; what stands at its height makes way for it. */
export const UNDO_BAR = { width: 256, height: 52 };
const NO_BOX: Box = { left: 0, right: 0, top: 0, bottom: 0 };
/** Fitting never enlarges beyond this: a few nodes on a wide canvas would look like a poster. */
const LARGEST_FIT = 1.3;

/**
 * What the nodes take up with their words, in pixels at zoom 1; null for none. Words do not shrink with the view, so
 * that in a smaller one they swell.
 */
function boundsOf(nodes: Iterable<Pick<DrawnNode, 'at' | 'box'>>, swell = 1): Box | null {
  let bounds: Box | null = null;
  for (const { at, box } of nodes) {
    const edges = {
      left: at.x - box.left * swell,
      right: at.x + box.right * swell,
      top: at.y - box.top * swell,
      bottom: at.y + box.bottom * swell,
    };
    bounds = bounds
      ? {
          left: Math.min(bounds.left, edges.left),
          right: Math.max(bounds.right, edges.right),
          top: Math.min(bounds.top, edges.top),
          bottom: Math.max(bounds.bottom, edges.bottom),
        }
      : edges;
  }
  return bounds;
}

/** How high the strips at the head and the foot of a narrow canvas are that its cards cover, in pixels; 0 of a wide one. */
export function coveredStrips({ width, height }: Size): { readonly head: number; readonly foot: number } {
  if (width >= 2 * UNDO_BAR.width) return { head: 0, foot: 0 };
  return { head: TOP - 4, foot: height > TOP + 2 * UNDO_BAR.height ? UNDO_BAR.height : 0 };
}

interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

/** What is left free above, beside and below the bounds, in pixels. */
interface Margins {
  readonly head: number;
  readonly side: number;
  readonly foot: number;
}

/** The viewport in which the bounds stand in the middle, whole. */
export function viewportFor(
  bounds: Box,
  width: number,
  height: number,
  { head = TOP, side = MARGIN, foot = MARGIN }: Partial<Margins> = {},
): Viewport {
  const wide = Math.max(bounds.right - bounds.left, 1);
  const high = Math.max(bounds.bottom - bounds.top, 1);
  const zoom = Math.min((width - 2 * side) / wide, (height - head - foot) / high, LARGEST_FIT);
  return {
    zoom,
    pan: {
      x: width / 2 - (zoom * (bounds.left + bounds.right)) / 2,
      y: (height + head - foot) / 2 - (zoom * (bounds.top + bounds.bottom)) / 2,
    },
  };
}

/** Shows all of the drawing, on the canvas as it is or as if it had another size. */
export function fitDrawing(cy: Core, drawing: Drawing, duration: number, size: Size = sizeOf(cy)): void {
  const fitted = fittedViewport(drawing, size);
  if (fitted) moveTo(cy, fitted, duration);
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function sizeOf(cy: Core): Size {
  return { width: cy.width(), height: cy.height() };
}

/** The viewport that shows all of the drawing; null for no drawing, or where there is no room for one. */
export function fittedViewport(drawing: Drawing, { width, height }: Size): Viewport | null {
  if (width < 2 * MARGIN || height < TOP + 2 * MARGIN) return null;
  if (drawing.isPlain) return plainViewport(drawing, { width, height });
  const bounds = boundsOf(drawing.nodes.values());
  if (!bounds) return null;
  const { zoom } = viewportFor(bounds, width, height);
  const swell = Math.min(2, Math.max(1, 1 / zoom));
  const swollen = (swell > 1.05 ? boundsOf(drawing.nodes.values(), swell) : null) ?? bounds;
  return clearOfUndoBar([...drawing.nodes.values()], { bounds: swollen, swell, width, height });
}

/**
 * Shapes of a large view are small beside their words, which have one size: the words take up so much at the edges, the
 * undo bar is below them, and what is said of the view above.
 */
function plainViewport({ nodes }: Drawing, { width, height }: Size): Viewport | null {
  const bounds = boundsOf([...nodes.values()].map(({ at }) => ({ at, box: NO_BOX })));
  const side = Math.max(MARGIN, Math.min(60, width * 0.06));
  const foot = Math.min(UNDO_BAR.height + 30, height / 4);
  const head = Math.min(TOP + noticeAbove(nodes, width), Math.max(TOP, height / 3));
  return bounds && viewportFor(bounds, width, height, { head, side, foot });
}

function noticeAbove(nodes: Drawing['nodes'], width: number): number {
  const counted = [...nodes.values()].filter((node) => node.kind === 'mark' || node.of === null).length;
  if (counted <= READABLE) return 0;
  return width < 2 * UNDO_BAR.width ? LARGE_NOTICE.narrow : LARGE_NOTICE.wide;
}

interface Fitting extends Size {
  readonly bounds: Box;
  readonly swell: number;
}

/**
 * The viewport that shows all, and nothing where the undo bar is as soon as there is a step to undo: beside the bar
 * where there is room, else above it, which makes all smaller.
 */
export function clearOfUndoBar(
  nodes: readonly Pick<DrawnNode, 'at' | 'box'>[],
  { bounds, swell, width, height }: Fitting,
): Viewport {
  // The zoom stands beside the bar there, so that both take up the whole foot, if little is left above it.
  const { head, foot } = coveredStrips({ width, height });
  if (foot > 0) return viewportFor(bounds, width, height, { side: MARGIN, foot });
  const plain = viewportFor(bounds, width, height);
  if (head > 0) return plain;
  const isHigh = height > 2 * (TOP + UNDO_BAR.height);
  const under = UNDO_BAR.width - leftmostAtBar(nodes, swell, plain, height);
  if (under <= 0) return plain;
  const room = width - MARGIN - (plain.zoom * bounds.right + plain.pan.x);
  if (under <= room) return { zoom: plain.zoom, pan: { ...plain.pan, x: plain.pan.x + under } };
  return isHigh ? viewportFor(bounds, width, height, { side: MARGIN, foot: UNDO_BAR.height }) : plain;
}

/** Where words and shapes begin that reach down to the height of the undo bar, in pixels of the canvas. */
function leftmostAtBar(
  nodes: readonly Pick<DrawnNode, 'at' | 'box'>[],
  swell: number,
  { zoom, pan }: Viewport,
  height: number,
): number {
  let leftmost = Number.POSITIVE_INFINITY;
  for (const { at, box } of nodes)
    if ((at.y + box.bottom * swell) * zoom + pan.y > height - UNDO_BAR.height)
      leftmost = Math.min(leftmost, (at.x - box.left * swell) * zoom + pan.x);
  return leftmost;
}

/** Where the user looks from now; `isFitted` says that the canvas was fitted, and not moved by hand since. */
export function readCamera(cy: Core, drawing: Drawing, isFitted: boolean): Camera {
  const zoom = cy.zoom();
  const { x, y } = cy.pan();
  const middle = { x: (cy.width() / 2 - x) / zoom, y: (cy.height() / 2 - y) / zoom };
  const whole = showsAll(cy, drawing) ? 'whole' : 'part';
  const sight = isFitted && isAsFitted(cy, drawing, { zoom, pan: { x, y } }) ? 'fitted' : whole;
  return roundCamera({ zoom, middle, sight });
}

/** A node that was dragged since may have made what would be fitted now another cut-out. */
function isAsFitted(cy: Core, drawing: Drawing, { zoom, pan }: Viewport): boolean {
  const fitted = fittedViewport(drawing, sizeOf(cy));
  if (!fitted) return false;
  const isNear = Math.abs(fitted.pan.x - pan.x) < 1 && Math.abs(fitted.pan.y - pan.y) < 1;
  return isNear && Math.abs(fitted.zoom / zoom - 1) < 0.001;
}

/** Looks from there at once. Tells whether the view is fitted then, as one is that was whole and would not be here. */
export function lookFrom(cy: Core, drawing: Drawing, { zoom, middle, sight }: Camera): boolean {
  const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), zoom));
  const pan = { x: cy.width() / 2 - middle.x * level, y: cy.height() / 2 - middle.y * level };
  moveTo(cy, { zoom: level, pan }, 0);
  const fitted = sight === 'part' ? null : fittedViewport(drawing, sizeOf(cy));
  if (!fitted) return false;
  const isSame = Math.abs(fitted.zoom / level - 1) < 0.001;
  if (sight === 'fitted' ? isSame : showsAll(cy, drawing)) return sight === 'fitted';
  moveTo(cy, fitted, 0);
  return true;
}

function showsAll(cy: Core, drawing: Drawing): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  return [...drawing.nodes.values()].every(({ at }) => at.x >= x1 && at.x <= x2 && at.y >= y1 && at.y <= y2);
}

/** Whether any node stands on the canvas where it can be seen. */
export function showsAny(cy: Core, drawing: Drawing): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  return [...drawing.nodes.values()].some(({ at }) => at.x >= x1 && at.x <= x2 && at.y >= y1 && at.y <= y2);
}

/** Zooms about the middle of the canvas. */
export function zoomBy(cy: Core, factor: number, duration: number): void {
  const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor));
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  const { x, y } = cy.pan();
  const share = level / cy.zoom();
  const pan = { x: middle.x - (middle.x - x) * share, y: middle.y - (middle.y - y) * share };
  moveTo(cy, { zoom: level, pan }, duration);
}

/** Brings a node into the middle of the view where it does not stand in it whole, or stands below the undo bar. */
export function bringIntoView(cy: Core, drawing: Drawing, id: NodeId, duration: number): void {
  const node = drawing.nodes.get(id);
  if (!node) return;
  const pan = panToShow(node, { zoom: cy.zoom(), pan: cy.pan() }, sizeOf(cy));
  if (pan) moveTo(cy, { zoom: cy.zoom(), pan }, duration);
}

/** How the canvas must be panned so that the node stands in the middle of what is free; null where it is seen already. */
export function panToShow(
  { at, box }: Pick<DrawnNode, 'at' | 'box'>,
  { zoom, pan }: Viewport,
  { width, height }: Size,
): Point | null {
  const left = (at.x - box.left) * zoom + pan.x;
  const right = (at.x + box.right) * zoom + pan.x;
  const top = (at.y - box.top) * zoom + pan.y;
  const bottom = (at.y + box.bottom) * zoom + pan.y;
  // Fitting leaves as much free to the pixel; what is fitted is in view.
  const isWhole =
    left > MARGIN - 1 && right < width - MARGIN + 1 && top > TOP - 1 && bottom < height - MARGIN + 1;
  const isBelowBar = left < UNDO_BAR.width - 1 && bottom > height - UNDO_BAR.height + 1;
  if (isWhole && !isBelowBar) return null;
  return { x: width / 2 - at.x * zoom, y: (TOP + height - UNDO_BAR.height) / 2 - at.y * zoom };
}

function moveTo(cy: Core, { zoom, pan }: Viewport, duration: number): void {
  cy.stop(true);
  if (duration > 0) cy.animate({ zoom, pan: { ...pan } }, { duration, easing: 'ease-out' });
  else cy.viewport({ zoom, pan: { ...pan } });
}
