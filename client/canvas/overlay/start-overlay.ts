import type { Core } from 'cytoscape';
import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { type Drawing, emptyDrawing } from '../drawing/drawing.ts';
import { fitLayer, ratioOf } from '../fit-layer.ts';
import type { Palette } from '../look/read-palette.ts';
import type { PlainField } from '../plain/plain-field.ts';
import { startGround } from '../plain/start-ground.ts';
import { prepareOverlay } from './draw-overlay.ts';
import { placeScene } from './place-scene.ts';
import type { Scene } from './scene.ts';

export interface Overlay {
  readonly draw: (drawing: Drawing) => void;
  readonly restyle: (palette: Palette) => void;
  readonly hover: (id: NodeId | null) => void;
  /** Draws again, as when a node of a plain drawing is dragged. */
  readonly redraw: () => void;
  readonly stop: () => void;
}

/** What is drawn upon Cytoscape's shapes. */
export interface Layers {
  /** Shapes and lines of a plain drawing. */
  readonly ground: HTMLCanvasElement;
  /** Words, bars, badges and rings, which Cytoscape's labels cannot be: they have one size, and do not give way. */
  readonly words: HTMLCanvasElement;
}

/** Which words have room was worked out for this; panned by no more than `BEYOND` the same frame is drawn elsewhere. */
interface Frame {
  readonly of: Readonly<Record<string, unknown>>;
  readonly pan: Point;
  readonly draw: () => void;
}

/** How far a plain drawing may be panned before its words are chosen anew, in pixels of the canvas. */
const BEYOND = 250;

/**
 * Starts the layers over Cytoscape's shapes. They are drawn when Cytoscape has drawn, and read places from it; whatever
 * else asks for it, they are drawn once, with the next frame.
 */
export function startOverlay(
  cy: Core,
  { ground, words }: Layers,
  field: PlainField,
  firstPalette: Palette,
): Overlay {
  const surface = words.getContext('2d');
  const painted = startGround(ground, field);
  let drawing = emptyDrawing;
  let palette = firstPalette;
  let hovered: NodeId | null = null;
  let due: number | null = null;
  let frame: Frame | null = null;
  let callOut: Scene['callOut'] = null;
  let isStopped = false;
  const placeOf = (id: NodeId) => (drawing.isPlain ? field.placeOf(id) : placeOfElement(cy, id));
  const render = () => {
    if (due !== null) cancelAnimationFrame(due);
    due = null;
    if (!surface) return;
    const [size, zoom, pan] = [{ width: cy.width(), height: cy.height() }, cy.zoom(), { ...cy.pan() }];
    painted.paint(palette, size, { zoom, pan, ratio: ratioOf(ground) });
    fitLayer(words, surface, size);
    surface.clearRect(0, 0, size.width, size.height);
    const of = { drawing, palette, hovered, zoom, moves: field.moves(), ...size };
    // Elements may glide, which nobody counts; of a plain drawing all that matters is in \`of\`.
    if (!frame || !drawing.isPlain || !isSame(frame.of, of) || !isSeenFrom(frame.pan, pan)) {
      const scene = {
        ...placeScene({ zoom, pan, placeOf }, drawing, hovered),
        ...size,
        palette,
        zoom,
        hovered,
        callOut: drawing.isPlain ? callOut : null,
      };
      frame = { of, pan, draw: prepareOverlay(surface, scene, drawing.isPlain ? BEYOND : 0) };
    }
    surface.translate(pan.x - frame.pan.x, pan.y - frame.pan.y);
    frame.draw();
  };
  const redraw = () => {
    due ??= requestAnimationFrame(render);
  };
  /** A large view is drawn before that is there, and once more then. Where it cannot be had, the next drawing asks again. */
  const fetchCallOut = async () => {
    const part = await import('./call-out.ts').catch(() => null);
    if (!part || isStopped) return;
    callOut = part.callOut;
    frame = null;
    redraw();
  };
  cy.on('render', render);
  return {
    draw(next) {
      drawing = next;
      if (next.isPlain && !callOut) void fetchCallOut();
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
      isStopped = true;
      if (due !== null) cancelAnimationFrame(due);
      cy.off('render', render);
    },
  };
}

function isSame(one: Frame['of'], other: Frame['of']): boolean {
  return Object.keys(other).every((key) => one[key] === other[key]);
}

function isSeenFrom(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) <= BEYOND && Math.abs(one.y - other.y) <= BEYOND;
}

function placeOfElement(cy: Core, id: NodeId): Point | null {
  const element = cy.getElementById(id);
  if (element.empty()) return null;
  const { x, y } = element.position();
  return { x, y };
}
