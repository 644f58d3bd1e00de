import type { Core, EventObject } from 'cytoscape';
import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import { isGrabbable } from '../drawing/drawing.ts';
import { adds, type Gestures, type Handler, type PlainNodeAt } from '../follow-gestures.ts';
import type { PlainField } from './plain-field.ts';

/** A press that moves less than this, in pixels of the screen, is a click. */
const STILL = 4;
/** Where shapes are smaller than this on the screen they cover it like dust: who drags there means the whole. */
const SMALLEST_GRIP = 8;

interface Grip {
  readonly id: NodeId;
  readonly from: Point;
  last: Point;
  isMoved: boolean;
}

/**
 * What a hand does with the nodes of a plain drawing beyond taps, which Cytoscape tells of elements alone: hovering,
 * dragging with the mouse, and drawing a box around some. A finger moves the whole, since it could not meet one node
 * of so many. Returns what stops listening.
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
    corner = { ...event.position };
    const id = event.target === cy && isMouse(event) && !adds(event) ? nodeAt(event.position) : null;
    const node = id && field.drawing().nodes.get(id);
    const canGrip = node && isGrabbable(node) && node.width * cy.zoom() >= SMALLEST_GRIP;
    if (!canGrip || cy.autoungrabify()) return;
    grip = { id: node.id, from: corner, last: corner, isMoved: false };
    // Else the whole would move with it, or a box be drawn.
    cy.userPanningEnabled(false).boxSelectionEnabled(false);
  }

  function move(event: EventObject): void {
    const at = { ...event.position };
    if (!grip) {
      if (event.target === cy && !isBoxing) gestures.onHover(nodeAt(at));
      return;
    }
    grip.isMoved ||= Math.hypot(at.x - grip.from.x, at.y - grip.from.y) * cy.zoom() >= STILL;
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

  const handlers: readonly (readonly [string, Handler])[] = [
    ['tapstart', press],
    ['mousemove', move],
    ['tapend', release],
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

function isMouse({ originalEvent }: EventObject): boolean {
  return originalEvent instanceof MouseEvent;
}
