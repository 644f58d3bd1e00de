import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Point } from '../exploration/exploration.ts';

/** What a hand does on the canvas, told in words of the view. Points are pixels within the canvas. */
export interface Gestures {
  readonly onPick: (ids: readonly NodeId[], adds: boolean) => void;
  readonly onPickLine: (line: string, adds: boolean) => void;
  /** The point is in the canvas's own units. */
  readonly onPickGround: (at: Point, adds: boolean) => void;
  readonly onOpen: (id: NodeId) => void;
  readonly onMenu: (id: NodeId | null, at: Point) => void;
  readonly onMenuLine: (line: string, at: Point) => void;
  readonly onHover: (id: NodeId | null) => void;
  readonly onDrag: (id: NodeId, by: Point) => void;
  readonly onDropped: (id: NodeId) => void;
  readonly onCamera: () => void;
}

export type Handler = (event: EventObject) => void;

export type Pointer = 'mouse' | 'finger';

/** The node of a plain drawing at a point in the canvas's own units, of which Cytoscape knows nothing. */
export type PlainNodeAt = (at: Point, by: Pointer) => NodeId | null;

/** The node whose shape is nearest to a point in the canvas's own units. */
export type NearestNode = (at: Point) => NodeId | null;

/** Listens to Cytoscape's events; returns what stops listening. Each `on` has its `off`. */
export function followGestures(
  cy: Core,
  plainNodeAt: PlainNodeAt,
  nearestNode: NearestNode,
  gestures: Gestures,
): () => void {
  const nodeUnder = (event: EventObject): NodeId | null => {
    const { target, position } = event;
    if (target === cy) return plainNodeAt(position, pointerOf(event));
    if (!target.isNode()) return null;
    // Of small shapes beside each other Cytoscape takes the uppermost that a finger may have meant, not the nearest.
    return (pointerOf(event) === 'finger' && nearestNode(position)) || (target.id() as NodeId);
  };
  const lineUnder = ({ target }: EventObject): string | null =>
    target !== cy && target.isEdge() ? target.id() : null;
  const tapOf = (event: EventObject): Tap => {
    const node = nodeUnder(event);
    const isAdding = adds(event);
    if (node) return { node, pick: () => gestures.onPick([node], isAdding) };
    const [line, at] = [lineUnder(event), { ...event.position }];
    if (line) return { node, pick: () => gestures.onPickLine(line, isAdding) };
    return { node, pick: () => gestures.onPickGround(at, isAdding) };
  };
  const handlers: readonly (readonly [string, string | null, Handler])[] = [
    ...tapHandlers(tapOf, gestures.onOpen),
    [
      'cxttap taphold',
      null,
      (event) => {
        const [line, at] = [lineUnder(event), event.renderedPosition];
        if (line) gestures.onMenuLine(line, at);
        else gestures.onMenu(nodeUnder(event), at);
      },
    ],
    ['mouseover', 'node', (event) => gestures.onHover(idOf(event))],
    ['mouseout', 'node', () => gestures.onHover(null)],
    ['scrollzoom dragpan pinchzoom', null, () => gestures.onCamera()],
    ...dragHandlers(gestures),
    ...boxHandlers(gestures),
  ];
  for (const [events, selector, handler] of handlers)
    if (selector) cy.on(events, selector, handler);
    else cy.on(events, handler);
  return () => {
    for (const [events, selector, handler] of handlers)
      if (selector) cy.off(events, selector, handler);
      else cy.off(events, handler);
  };
}

/** A short press, and what is picked by it. */
interface Tap {
  readonly node: NodeId | null;
  readonly pick: () => void;
}

/**
 * Cytoscape takes two quick taps for a double one wherever they were: on two nodes, one after the other, they are a
 * pick of each.
 */
function tapHandlers(
  tapOf: (event: EventObject) => Tap,
  onOpen: (id: NodeId) => void,
): readonly (readonly [string, null, Handler])[] {
  let before: Tap | null = null;
  let last: Tap | null = null;
  return [
    [
      'tap',
      null,
      (event) => {
        before = last;
        last = tapOf(event);
      },
    ],
    ['onetap', null, (event) => tapOf(event).pick()],
    [
      'dbltap',
      null,
      () => {
        if (last?.node && last.node === before?.node) return onOpen(last.node);
        before?.pick();
        last?.pick();
      },
    ],
  ];
}

function dragHandlers(gestures: Gestures): readonly (readonly [string, string, Handler])[] {
  let last: Point | null = null;
  return [
    [
      'grab',
      'node',
      ({ target }) => {
        last = { ...target.position() };
      },
    ],
    [
      'drag',
      'node',
      (event) => {
        const at = { ...event.target.position() };
        if (last) gestures.onDrag(idOf(event), { x: at.x - last.x, y: at.y - last.y });
        last = at;
      },
    ],
    ['dragfree', 'node', (event) => gestures.onDropped(idOf(event))],
  ];
}

/** Cytoscape tells of each boxed node by itself; they are gathered and picked as one. */
function boxHandlers(gestures: Gestures): readonly (readonly [string, string, Handler])[] {
  let boxed: NodeId[] = [];
  return [
    [
      'box',
      'node',
      (event) => {
        if (boxed.length === 0)
          queueMicrotask(() => {
            gestures.onPick(boxed, true);
            boxed = [];
          });
        boxed.push(idOf(event));
      },
    ],
  ];
}

function idOf({ target }: EventObject): NodeId {
  return (target as NodeSingular).id() as NodeId;
}

/** A pen is a finger where it does not pass itself off as a mouse. */
export function pointerOf({ originalEvent }: EventObject): Pointer {
  return originalEvent && 'touches' in originalEvent ? 'finger' : 'mouse';
}

export function adds({ originalEvent }: EventObject): boolean {
  const { shiftKey = false, ctrlKey = false, metaKey = false } = originalEvent as Partial<MouseEvent>;
  return shiftKey || ctrlKey || metaKey;
}

/** What is selected after a pick; a relationship's ids stand together. */
export function pickInto<Id extends NodeId | RelationshipId>(
  selection: readonly (NodeId | RelationshipId)[],
  ids: readonly Id[],
  isAdding: boolean,
): readonly (NodeId | RelationshipId)[] {
  if (!isAdding) return ids;
  const picked = new Set<NodeId | RelationshipId>(ids);
  const kept = selection.filter((id) => !picked.has(id));
  const areAllIn = ids.length === 1 && kept.length < selection.length;
  return areAllIn ? kept : [...kept, ...ids];
}
