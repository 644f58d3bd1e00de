/*
 * The change that the graph was at when this page read of it first. The stream of changes begins there: between that
 * reading and the opening of the stream others may have changed what was read.
 */

let first: number | null = null;
const listeners = new Set<() => void>();

/** Number of the newest change at the first reading; null until there was one. */
export function firstRead(): number | null {
  return first;
}

/** The graph was read when this change was its newest. */
export function readGraphAt(sequence: number): void {
  if (first !== null) return;
  first = sequence;
  for (const listener of listeners) listener();
}

/** Calls back once the graph was read first; returns what stops it. */
export function onFirstRead(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
