import type { Core } from 'cytoscape';
import type { NodeId } from '../../schema/ids.ts';
import type { Point } from '../exploration/exploration.ts';
import type { Drawing } from './drawing/drawing.ts';
import type { PlainField } from './plain/plain-field.ts';

/**
 * Lets a browser test find what is drawn on the canvas, so that it can then use the real mouse: present as
 * `window.__oversight` only on a page whose address has `?test-bridge`. It reads and never changes anything.
 */
interface TestBridge {
  /** The middle of a node in page coordinates, or null if it is not on the canvas. */
  readonly pointOf: (id: string) => Point | null;
  /** The ids of the nodes on the canvas, chips among them. */
  readonly nodes: () => readonly string[];
  /** How many they are. */
  readonly count: () => number;
  /** The ids of those that are selected. */
  readonly selected: () => readonly string[];
  /** Where each node stands in the canvas's own units, which zooming and panning do not change. */
  readonly places: () => Readonly<Record<string, Point>>;
  /** How many lines are on the canvas; parallel relationships are one line. */
  readonly lines: () => number;
  /** How many elements Cytoscape holds; none of a plain drawing. */
  readonly elements: () => number;
  readonly zoom: () => number;
  /** The colour of a node and its width at zoom 1, or null if Cytoscape holds no such node. */
  readonly lookOf: (id: string) => { readonly colour: string; readonly width: number } | null;
  /** Where a node stands on the canvas, whatever the camera; null if it is not there. */
  readonly placeOf: (id: string) => Point | null;
}

declare global {
  interface Window {
    __oversight?: TestBridge;
  }
}

/** Opens the bridge; returns what closes it. */
export function openTestBridge(
  cy: Core,
  container: HTMLElement,
  field: PlainField,
  drawing: () => Drawing,
): () => void {
  const nodes = () => (drawing().isPlain ? [...drawing().nodes.keys()] : cy.nodes().map((node) => node.id()));
  const placeOf = (id: string) => {
    const node = cy.getElementById(id);
    return node.empty() ? field.placeOf(id as NodeId) : { ...node.position() };
  };
  const bridge: TestBridge = {
    pointOf(id) {
      const place = placeOf(id);
      if (!place) return null;
      const { left, top } = container.getBoundingClientRect();
      const [zoom, pan] = [cy.zoom(), cy.pan()];
      return { x: left + place.x * zoom + pan.x, y: top + place.y * zoom + pan.y };
    },
    nodes,
    count: () => (drawing().isPlain ? drawing().nodes.size : cy.nodes().length),
    selected: () => [...drawing().nodes.values()].flatMap(({ id, isSelected }) => (isSelected ? [id] : [])),
    places: () =>
      Object.fromEntries(
        nodes().flatMap((id) => {
          const place = placeOf(id);
          return place ? [[id, place] as const] : [];
        }),
      ),
    lines: () => (drawing().isPlain ? drawing().relationships.size : cy.edges().length),
    elements: () => cy.elements().length,
    zoom: () => cy.zoom(),
    lookOf(id) {
      const node = cy.getElementById(id);
      return node.empty() ? null : { colour: node.style('background-color'), width: node.width() };
    },
    placeOf,
  };
  window.__oversight = bridge;
  return () => {
    if (window.__oversight === bridge) delete window.__oversight;
  };
}
