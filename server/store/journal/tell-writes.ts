import type { PartsOutcome, WriteOutcome } from '../graph-store.ts';

/** Tells listeners of this process about entries that it wrote; what a listener throws is not the writer's. */
export function tellWrites() {
  const listeners = new Set<(sequence: number) => void>();
  return {
    listen(listener: (sequence: number) => void): () => void {
      // Wrapped, so that the same function can listen twice and stop once.
      const own = (sequence: number) => listener(sequence);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    /** Gives the outcome back. */
    tell<Outcome extends WriteOutcome | PartsOutcome>(outcome: Outcome): Outcome {
      if (outcome.kind === 'written')
        for (const listener of listeners) queueMicrotask(() => listener(outcome.sequence));
      return outcome;
    },
  };
}
