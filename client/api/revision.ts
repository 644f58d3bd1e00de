/*
 * How often the graph is known to have changed since the page was opened, by this curator or another. Whoever shows
 * what was read before follows it, and reads again.
 */

let revision = 0;
const listeners = new Set<() => void>();

export function currentRevision(): number {
  return revision;
}

/** The graph has changed: what was read before may not be true any more. */
export function graphHasChanged(): void {
  revision += 1;
  for (const listener of listeners) listener();
}

/** Calls back whenever the graph has changed; returns what stops it. */
export function followRevision(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
