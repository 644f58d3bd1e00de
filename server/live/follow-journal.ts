import type { GraphStore } from '../store/graph-store.ts';

/** Knows where the journal ends, whoever writes it. */
export interface JournalFollower {
  /** Ends when the journal goes on beyond the number, or after so many milliseconds, or on abort. Never throws. */
  waitBeyond(sequence: number, limit: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Follows the journal of a store: entries of this process are heard at once, those of others by asking for the head,
 * once for all who wait and only while somebody does. A store that does not answer is asked again.
 */
export function followJournal(
  store: Pick<GraphStore, 'onWrite' | 'journalHead'>,
  pollEvery: number,
): JournalFollower {
  const waiting = new Set<() => void>();
  let known = 0;
  let timer: NodeJS.Timeout | undefined;
  const advance = (sequence: number) => {
    if (sequence <= known) return;
    known = sequence;
    for (const wake of [...waiting]) wake();
  };
  const stopListening = store.onWrite(advance);
  const poll = async () => {
    try {
      advance((await store.journalHead()).sequence);
    } catch {
      // The store is away; whoever reads from it hears that, and waiting goes on until it is back.
    }
    timer = waiting.size > 0 ? setTimeout(poll, pollEvery) : undefined;
  };
  return {
    waitBeyond: (sequence, limit, signal) =>
      new Promise((resolve) => {
        if (known > sequence || signal.aborted) {
          resolve();
          return;
        }
        const wake = () => {
          clearTimeout(patience);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const patience = setTimeout(wake, limit);
        waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
        timer ??= setTimeout(poll, pollEvery);
      }),
    close: () => {
      stopListening();
      clearTimeout(timer);
      for (const wake of [...waiting]) wake();
    },
  };
}
