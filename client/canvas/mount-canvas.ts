import type { Core } from 'cytoscape';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Camera } from '../exploration/camera.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration, Point } from '../exploration/exploration.ts';
import { hidesTheSame } from '../exploration/sight-fields.ts';
import { applyDiff, carryNodes, followPositions, lightUp, restyle } from './apply-diff.ts';
import { bringIntoView, fitDrawing, lookFrom, readCamera, showsAny, sizeOf, zoomBy } from './camera.ts';
import { describeDrawing } from './drawing/describe-drawing.ts';
import { describeFigures } from './drawing/describe-figure.ts';
import { diffDrawings } from './drawing/diff-drawings.ts';
import { type Drawing, emptyDrawing } from './drawing/drawing.ts';
import { followGestures, type Gestures, type PlainNodeAt, pickInto } from './follow-gestures.ts';
import { type LayoutTask, makeLayoutTask, type Placement } from './layout/layout-task.ts';
import { sizeToFill } from './layout/size-to-fill.ts';
import type { LayoutRunner } from './layout/start-layout.ts';
import { makeStyle } from './look/make-style.ts';
import type { Palette } from './look/read-palette.ts';
import { nearestShape } from './nearest-shape.ts';
import { openIfTested } from './open-if-tested.ts';
import { middleOf } from './overlay/place-scene.ts';
import { type Layers, startOverlay } from './overlay/start-overlay.ts';
import { followPlainHand } from './plain/follow-plain-hand.ts';
import { makePlainField } from './plain/plain-field.ts';
import { plainLineAt } from './plain/plain-line-at.ts';
import { startGlider } from './plain/start-glider.ts';

export interface CanvasCallbacks {
  readonly onCommand: (command: Command) => void;
  readonly onExpand: (id: NodeId) => void;
  /**
   * Right click or long press; the point is in pixels of the page. Null is the ground. A line is selected by it; of
   * several relationships that it stands for the last is told.
   */
  readonly onMenu: (id: NodeId | RelationshipId | null, at: Point) => void;
  /** What share of a long arrangement is done; null when none runs any more. */
  readonly onArranging: (share: number | null) => void;
  /** The camera moves: by hand, by fitting, or to bring a node into view. */
  readonly onCamera: () => void;
}

export interface MountedCanvas {
  readonly draw: (state: Exploration) => void;
  /**
   * The places of what this view has more than the one that is drawn, so that it is drawn with them at once. Null where
   * they do not come soon: drawing the view finds them then.
   */
  readonly placesFor: (next: Exploration) => Promise<Placement | null>;
  readonly restyle: (palette: Palette) => void;
  readonly drawing: () => Drawing;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Moves the picture by pixels. */
  readonly pan: (by: Point) => void;
  /** The middle of a node or of a relationship's line, in pixels of the page. */
  readonly pointOf: (id: NodeId | RelationshipId) => Point;
  readonly bringIntoView: (id: NodeId) => void;
  /**
   * Ends an arrangement that takes too long: its nodes stay where they stood, new ones get a plain place. Tells
   * whether there was one.
   */
  readonly cancelArranging: () => boolean;
  /** Null before anything is drawn and placed. */
  readonly camera: () => Camera | null;
  /** Looks from there; null fits the view as soon as it is placed. */
  readonly look: (from: Camera | null) => void;
  /** Whether nodes are fixed to their places, so that no hand can drag them. */
  readonly lock: (isLocked: boolean) => void;
  readonly resize: () => void;
  readonly stop: () => void;
}

/** How near a click must come to a plain line, in pixels of the screen. */
const NEAR_LINE = 5;
/** How near it must come to the middle of a shape that is smaller than the tip of the pointer, or of the finger. */
const NEAR_NODE = { mouse: 5, finger: 12 };
/** On a canvas lower than this, as above a phone's sheet, a view that is fitted cannot be read; in pixels. */
const LOW = 320;
/** Longest movement that is shown, in milliseconds. */
const MOVEMENT = 180;

/**
 * Joins a Cytoscape instance to an exploration, one way: states come in by `draw` and are compared with what stands;
 * what the user does goes out as commands. `stop` takes down everything that was put up; the layout is its owner's.
 */
export function mountCanvas(
  cy: Core,
  layers: Layers,
  layout: LayoutRunner,
  palette: Palette,
  callbacks: () => CanvasCallbacks,
): MountedCanvas {
  let state: Exploration | null = null;
  let drawing = emptyDrawing;
  /** Whether the next drawing is to be fitted, and whether it still is as fitted: then a new size fits it again. */
  let isFitDue = true;
  let isFitted = false;
  let shownSelection: string | undefined;
  /** What was picked since the last drawing, to which a second pick before the next one adds. */
  let picked: Exploration['selection'] | null = null;
  let hovered: NodeId | null = null;
  let arranging: LayoutTask | null = null;
  /** Where nodes stand or stood last, so that they are seen until a new arrangement has a place for them. */
  let stood: ReadonlyMap<NodeId, Point> = new Map();
  const field = makePlainField();
  const overlay = startOverlay(cy, layers, field, palette);
  const glider = startGlider(field, MOVEMENT, overlay.redraw);
  const fitAll = (duration: number) => {
    fitDrawing(cy, drawing, duration);
    isFitted = true;
  };

  const taskOf = (next: Exploration) => makeLayoutTask(next, describeFigures(next), sizeToFill(sizeOf(cy)));

  async function placesFor(next: Exploration): Promise<Placement | null> {
    const task = arranging ? null : taskOf(next);
    return task && !task.isFresh ? layout.placeSoon(task) : null;
  }

  function place(next: Exploration): void {
    const task = taskOf(next);
    arranging = task;
    callbacks().onArranging(null);
    if (!task) {
      layout.cancel();
      return;
    }
    if (task.isFresh) isFitDue = true;
    layout.run(task, placing());
  }

  const placing = () => ({ onShare: callbacks().onArranging, onPlaced: putInPlace });

  function putInPlace(positions: Placement): void {
    arranging = null;
    callbacks().onArranging(null);
    callbacks().onCommand({ kind: 'place', positions });
  }

  function draw(next: Exploration): void {
    const before = state;
    state = next;
    picked = null;
    // What came in or is arranged anew is drawn with its places, which mostly come at once: until then all stays as it is.
    if (before && isOnlyToBePlaced(before, next)) {
      place(next);
      return;
    }
    stood = standing(next, stood);
    const after = describeDrawing({ ...next, positions: stood });
    applyDiff(cy, diffDrawings(drawing, after), drawing.nodes.size > 0 ? movement() : 0);
    field.hold(after.isPlain ? after : emptyDrawing, movement() > 0);
    glider.run();
    const hasGrown = after.nodes.size > drawing.nodes.size;
    drawing = after;
    overlay.draw(after);
    lightUp(cy, hovered);
    if (before?.nodes !== next.nodes || before?.positions !== next.positions) place(next);
    if (after.nodes.size > 0 && isFitDue && isPlaced(next)) {
      if (keepsZoom()) fitDrawing(cy, drawing, 0, sizeToFill(sizeOf(cy)));
      else fitDrawing(cy, drawing, before && before.positions.size > 0 ? movement() : 0);
      isFitted = true;
      isFitDue = false;
    } else if ((hasGrown && isFitted && !keepsZoom()) || isOutOfSight(before, next)) {
      fitAll(movement());
    }
    followSelection(next);
  }

  /** Whether what is selected is to be seen as large as before, rather than all the view in little room. */
  function keepsZoom(): boolean {
    return cy.height() < LOW && drawing.nodes.has(state?.selection.at(-1) as NodeId);
  }

  /** A view that takes the place of another may stand elsewhere on the canvas. */
  function isOutOfSight(before: Exploration | null, next: Exploration): boolean {
    return before?.nodes !== next.nodes && drawing.nodes.size > 0 && isPlaced(next) && !showsAny(cy, drawing);
  }

  /** A node that comes to be selected elsewhere, as in the search, is brought into view once it is placed. */
  function followSelection({ selection }: Exploration): void {
    const selected = selection.at(-1);
    if (selected === shownSelection) return;
    if (selected !== undefined && !drawing.nodes.has(selected as NodeId)) return;
    shownSelection = selected;
    if (selected !== undefined && !isFitDue) bringIntoView(cy, drawing, selected as NodeId, movement());
  }

  function pick(ids: Exploration['selection'], adds: boolean): Exploration['selection'] {
    picked = pickInto(picked ?? state?.selection ?? [], ids, adds);
    return picked;
  }

  function pickLine(line: string, adds: boolean): void {
    const ids = pick(drawing.relationships.get(line)?.ids ?? [], adds);
    callbacks().onCommand({ kind: 'select', ids });
  }

  /** What is selected already stays so, so that one of several relationships keeps its own menu. */
  function openLineMenu(line: string, at: Point): void {
    const ids = drawing.relationships.get(line)?.ids ?? [];
    const last = state?.selection.at(-1);
    const chosen = ids.find((id) => id === last);
    if (!chosen) pickLine(line, false);
    const id = chosen ?? ids.at(-1);
    if (id) callbacks().onMenu(id, toPage(at));
  }

  const lineNear = (at: Point) => plainLineAt(drawing, at, NEAR_LINE / cy.zoom());
  const plainNodeAt: PlainNodeAt = (at, by) => field.nodeAt(at, NEAR_NODE[by] / cy.zoom());
  const placeOf = (id: NodeId) => field.placeOf(id) ?? cy.getElementById(id).position();
  const toPage = ({ x, y }: Point): Point => {
    const { left, top } = layers.words.getBoundingClientRect();
    return { x: left + x, y: top + y };
  };
  const toUnits = ({ x, y }: Point): Point => {
    const [pan, zoom] = [cy.pan(), cy.zoom()];
    return { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom };
  };
  const middleOfRecord = (id: NodeId | RelationshipId): Point => {
    const line = [...drawing.relationships.values()].find(({ ids }) => ids.some((each) => each === id));
    if (line) return middleOf(line, placeOf(line.from), placeOf(line.to));
    // A judgement has no line to the inspection that it hangs on.
    return placeOf(state?.relationships.get(id as RelationshipId)?.record.to ?? (id as NodeId));
  };
  const gestures: Gestures = {
    onPick(ids, adds) {
      const selection = pick(ids, adds);
      shownSelection = selection.at(-1);
      callbacks().onCommand({ kind: 'select', ids: selection });
      const last = ids.at(-1);
      if (last) callbacks().onCommand({ kind: 'focus', id: last });
    },
    onPickLine: pickLine,
    onPickGround(at, adds) {
      const line = lineNear(at);
      if (line) pickLine(line, adds);
      else callbacks().onCommand({ kind: 'select', ids: [] });
    },
    onOpen: (id) => callbacks().onExpand(id),
    onMenu(id, at) {
      const line = id ? null : lineNear(toUnits(at));
      if (line) openLineMenu(line, at);
      else callbacks().onMenu(id, toPage(at));
    },
    onMenuLine: openLineMenu,
    onHover(id) {
      if (hovered === id) return;
      hovered = id;
      lightUp(cy, id);
      overlay.hover(id);
    },
    onDrag(id, by) {
      const chips = chipsOf(drawing, id);
      if (!drawing.isPlain) return carryNodes(cy, chips, by);
      field.carry([id, ...chips], by);
      overlay.redraw();
    },
    onDropped(id) {
      const positions = [id, ...chipsOf(drawing, id)].map((each) => {
        const { x, y } = placeOf(each);
        return [each, { x, y }] as const;
      });
      callbacks().onCommand({ kind: 'move', positions });
    },
    onCamera() {
      isFitted = false;
    },
  };
  const nearestNode = (at: Point) => nearestShape(drawing.nodes.values(), placeOf, at);
  const stopGestures = followGestures(cy, plainNodeAt, nearestNode, gestures);
  const stopHand = followPlainHand(cy, { field, nodeAt: plainNodeAt }, gestures);
  const stopFollowing = followPositions(cy);
  const tellCamera = () => callbacks().onCamera();
  cy.on('viewport', tellCamera);
  const closeBridge = openIfTested(cy, layers.words, field, () => drawing);

  return {
    draw,
    placesFor,
    restyle(next) {
      restyle(cy, makeStyle(next));
      overlay.restyle(next);
    },
    drawing: () => drawing,
    fit: () => fitAll(movement()),
    zoom(factor) {
      isFitted = false;
      zoomBy(cy, factor, movement());
    },
    pan(by) {
      isFitted = false;
      cy.stop(true);
      cy.panBy({ ...by });
    },
    pointOf(id) {
      const [{ x, y }, pan, zoom] = [middleOfRecord(id), cy.pan(), cy.zoom()];
      return toPage({ x: x * zoom + pan.x, y: y * zoom + pan.y });
    },
    bringIntoView: (id) => bringIntoView(cy, drawing, id, movement()),
    cancelArranging() {
      const task = arranging;
      if (!task || !layout.cancel()) return false;
      callbacks().onArranging(null);
      layout.runPlainly(task, [...stood], placing());
      return true;
    },
    camera: () => (isFitDue || drawing.nodes.size === 0 ? null : readCamera(cy, drawing, isFitted)),
    look(from) {
      const canLook = drawing.nodes.size > 0 && state !== null && isPlaced(state);
      isFitDue = !canLook;
      if (!canLook) return;
      if (from) isFitted = lookFrom(cy, drawing, from);
      else fitAll(0);
    },
    lock: (isLocked) => void cy.autoungrabify(isLocked),
    resize() {
      cy.resize();
      if (isFitted && !keepsZoom()) fitAll(0);
      // What is selected stays in sight where the canvas became smaller, as above the sheet of a phone.
      else if (shownSelection !== undefined) bringIntoView(cy, drawing, shownSelection as NodeId, 0);
    },
    stop() {
      cy.off('viewport', tellCamera);
      closeBridge();
      stopFollowing();
      stopHand();
      stopGestures();
      glider.stop();
      overlay.stop();
      cy.destroy();
    },
  };
}

function isPlaced({ nodes, positions }: Exploration): boolean {
  return [...nodes.keys()].every((id) => positions.has(id));
}

/** Whether all is as before but that nodes came in which have no place yet, or that places were given up. */
function isOnlyToBePlaced(before: Exploration, next: Exploration): boolean {
  const isGrown = next.nodes.size > before.nodes.size && next.positions === before.positions;
  const isArranged =
    next.nodes === before.nodes &&
    next.positions !== before.positions &&
    next.selection === before.selection &&
    next.focus === before.focus;
  return (
    (isGrown || isArranged) &&
    next.looks === before.looks &&
    hidesTheSame(before, next) &&
    !isPlaced(next) &&
    [...before.nodes.keys()].every((id) => next.nodes.has(id))
  );
}

/** Where each node of the view stands, or stood as long as it was there; the positions themselves if all have one. */
function standing(
  { nodes, positions }: Exploration,
  stood: ReadonlyMap<NodeId, Point>,
): ReadonlyMap<NodeId, Point> {
  if (positions.size === nodes.size) return positions;
  const places = new Map(positions);
  for (const id of nodes.keys()) {
    const at = places.get(id) ?? stood.get(id);
    if (at) places.set(id, at);
  }
  return places;
}

function chipsOf(drawing: Drawing, inspection: NodeId): readonly NodeId[] {
  return [...drawing.nodes.values()].flatMap((node) =>
    node.kind === 'chip' && node.of === inspection ? [node.id] : [],
  );
}

function movement(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVEMENT;
}
