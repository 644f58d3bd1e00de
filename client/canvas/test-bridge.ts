import type { Core } from 'cytoscape';
import type { Point } from '../exploration/exploration.ts';
import type { Drawing } from './drawing/drawing.ts';

/**
 * Lets a browser test find what is drawn on the canvas, so that it can then use the real mouse: present as
 * `window.__oversight` only on a page whose address has `?test-bridge`. It reads and never changes anything.
 */
interface TestBridge {
  /** The middle of a node in page coordinates, or null if it is not on the canvas. */
  readonly pointOf: (id: string) => Point | null;
  /** The ids of the nodes on the canvas, chips among them. */
  readonly nodes: () => readonly string[];
  /** The ids of those that are selected. */
  readonly selected: () => readonly string[];
  /** Where each node stands in the canvas's own units, which zooming and panning do not change. */
  readonly places: () => Readonly<Record<string, Point>>;
  /** How many lines are on the canvas; parallel relationships are one line. */
  readonly lines: () => number;
  readonly zoom: () => number;
  /** The colour of a node and its width at zoom 1, or null if it is not on the canvas. */
  readonly lookOf: (id: string) => { readonly colour: string; readonly width: number } | null;
  /** Where a node stands on the canvas, whatever the camera; null if it is not there. */
  readonly placeOf: (id: string) => Point | null;
}

declare global {
  interface Window {
    __oversight?: TestBridge;
  }
}

/** Opens the bridge where the address asks for it; returns what closes it. */
export function openTestBridge(cy: Core, container: HTMLElement, drawing: () => Drawing): () => void {
  if (!new URLSearchParams(window.location.search).has('test-bridge')) return () => {};
  const bridge: TestBridge = {
    pointOf(id) {
      const node = cy.getElementById(id);
      if (node.empty()) return null;
      const { left, top } = container.getBoundingClientRect();
      const { x, y } = node.renderedPosition();
      return { x: left + x, y: top + y };
    },
    nodes: () => cy.nodes().map((node) => node.id()),
    selected: () => [...drawing().nodes.values()].flatMap(({ id, isSelected }) => (isSelected ? [id] : [])),
    places: () =>
      Object.fromEntries(
        cy.nodes().map((node) => {
          const { x, y } = node.position();
          return [node.id(), { x, y }];
        }),
      ),
    lines: () => cy.edges().length,
    zoom: () => cy.zoom(),
    lookOf(id) {
      const node = cy.getElementById(id);
      return node.empty() ? null : { colour: node.style('background-color'), width: node.width() };
    },
    placeOf(id) {
      const node = cy.getElementById(id);
      return node.empty() ? null : { ...node.position() };
    },
  };
  window.__oversight = bridge;
  return () => {
    if (window.__oversight === bridge) delete window.__oversight;
  };
}
