import type { Core, EventObject } from 'cytoscape';
import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { isGrabbable } from '../drawing/drawing.ts';
import { adds, type Gestures, type Handler, type PlainNodeAt, pointerOf } from '../follow-gestures.ts';
import type { PlainField } from './plain-field.ts';

/** A press that moves less than this, in pixels of the screen, is a click or a tap. */
const STILL = { mouse: 4, finger: 8 };
/** Where shapes are smaller than this on the screen they cover it like dust: who drags there means the whole. */
const SMALLEST_GRIP = { mouse: 8, finger: 14 };

interface Grip {
  readonly id: NodeId;
  readonly from: Point;
  last: Point;
  isMoved: boolean;
}

/**
 * What a hand does with the nodes of a plain drawing beyond taps, which Cytoscape tells of elements alone: hovering,
 * dragging with the mouse or a finger, and drawing a box around some. A second finger lets the node go and moves the
 * whole. Returns what stops listening.
 */
export function followPlainHand(
  cy: Core,
  { field, nodeAt }: { readonly field: PlainField; readonly nodeAt: PlainNodeAt },
  gestures: Pick<Gestures, 'onHover' | 'onDrag' | 'onDropped' | 'onPick'>,
): () => void {
  let grip: Grip | null = null;
  let corner: Point = { x: 0, y: 0 };
  let isBoxing = false;

  function press(event: EventObject): void {
    // A touch that the system took away was never released.
    release();
    corner = { ...event.position };
    const by = pointerOf(event);
    const id = event.target === cy && !adds(event) ? nodeAt(event.position, by) : null;
    const node = id && field.drawing().nodes.get(id);
    const canGrip = node && isGrabbable(node) && node.width * cy.zoom() >= SMALLEST_GRIP[by];
    if (!canGrip || cy.autoungrabify()) return;
    grip = { id: node.id, from: corner, last: corner, isMoved: false };
    // Else the whole would move with it, or a box be drawn.
    cy.userPanningEnabled(false).boxSelectionEnabled(false);
  }

  function move(event: EventObject): void {
    const [at, by] = [{ ...event.position }, pointerOf(event)];
    if (!grip) {
      if (event.target === cy && !isBoxing && by === 'mouse') gestures.onHover(nodeAt(at, by));
      return;
    }
    if (countFingers(event) > 1) {
      release();
      return;
    }
    // Else the browser takes the finger for one that scrolls.
    if (by === 'finger') event.originalEvent.preventDefault?.();
    grip.isMoved ||= Math.hypot(at.x - grip.from.x, at.y - grip.from.y) * cy.zoom() >= STILL[by];
    if (!grip.isMoved) return;
    gestures.onDrag(grip.id, { x: at.x - grip.last.x, y: at.y - grip.last.y });
    grip.last = at;
  }

  function release(): void {
    if (!grip) return;
    const { id, isMoved } = grip;
    grip = null;
    cy.userPanningEnabled(true).boxSelectionEnabled(true);
    if (isMoved) gestures.onDropped(id);
  }

  /** A finger that rests on a node has opened its menu. */
  function rest(event: EventObject): void {
    if (pointerOf(event) === 'finger' && !grip?.isMoved) release();
  }

  const handlers: readonly (readonly [string, Handler])[] = [
    ['tapstart', press],
    ['tapdrag', move],
    ['tapend cxttapstart', release],
    ['taphold', rest],
    [
      'mouseout',
      (event) => {
        if (event.target === cy && !grip) gestures.onHover(null);
      },
    ],
    [
      'boxstart',
      () => {
        isBoxing = true;
      },
    ],
    [
      'boxend',
      (event) => {
        isBoxing = false;
        const ids = field.nodesBetween(corner, event.position);
        if (ids.length > 0) gestures.onPick(ids, true);
      },
    ],
  ];
  for (const [events, handler] of handlers) cy.on(events, handler);
  return () => {
    for (const [events, handler] of handlers) cy.off(events, handler);
  };
}

function countFingers({ originalEvent }: EventObject): number {
  return (originalEvent as Partial<TouchEvent> | undefined)?.touches?.length ?? 0;
}
