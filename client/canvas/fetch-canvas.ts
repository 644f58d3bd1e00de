import type { Canvas } from './Canvas.tsx';

/** Fetches what draws: the canvas, and beside it Cytoscape, which is the most of it and which it needs at once. */
export async function fetchCanvas(): Promise<typeof Canvas> {
  const [part] = await Promise.all([import('./Canvas.tsx'), import('cytoscape')]);
  return part.Canvas;
}
