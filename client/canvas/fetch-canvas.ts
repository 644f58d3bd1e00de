import type { Exploration } from '../exploration/exploration.ts';
import type { Canvas } from './Canvas.tsx';

/** Fetches what draws: the canvas, and beside it Cytoscape, which is the most of it and which it needs at once. */
async function fetchPart() {
  const [part] = await Promise.all([import('./canvas-part.ts'), import('cytoscape')]);
  return part;
}

export async function fetchCanvas(): Promise<typeof Canvas> {
  const part = await fetchPart();
  return part.Canvas;
}

/**
 * Begins to lay out what a canvas that is about to be mounted in this box will show, so that the worker lays out
 * while the page draws the rest. Settled when it has begun, or when what draws could not be fetched.
 */
export async function beginLayout(state: Exploration, box: Element | null): Promise<void> {
  const part = await fetchPart().catch(() => null);
  if (part && box) part.layOutAhead(state, { width: box.clientWidth, height: box.clientHeight });
}
