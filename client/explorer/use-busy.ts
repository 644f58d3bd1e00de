import { useCallback, useRef, useState } from 'react';
import { cancelAll } from '../api/ask.ts';
import type { Outcome } from '../api/failures.ts';

/** What is done sooner is not spoken of, in milliseconds: a card that flashes up and goes is only noise. */
const SOON = 250;

/** The outcome of what the reader waits for, which these words say once it takes time. */
export type Wait = <Value>(words: string, asked: Promise<Outcome<Value>>) => Promise<Outcome<Value>>;

interface Busy {
  readonly wait: Wait;
  /** What to say of what the reader waits for; null for nothing, and for what has just begun. */
  readonly busy: string | null;
  /** Gives up all that the reader waits for, however young; tells whether there was anything. */
  readonly cancel: () => boolean;
}

/** What the reader waits for. */
export function useBusy(): Busy {
  const [busy, setBusy] = useState<string | null>(null);
  const waits = useRef(new Set<() => void>()).current;
  const wait = useCallback<Wait>(
    async (words, asked) => {
      const timer = setTimeout(() => setBusy(words), SOON);
      let giveUp = () => {};
      const givenUp = new Promise<Awaited<typeof asked>>((resolve) => {
        giveUp = () => resolve({ kind: 'failure', failure: { kind: 'cancelled' } });
      });
      waits.add(giveUp);
      // What asks may still be on its way itself, so that there is no request yet to be cancelled.
      const outcome = await Promise.race([asked, givenUp]);
      clearTimeout(timer);
      waits.delete(giveUp);
      if (waits.size === 0) setBusy(null);
      return outcome;
    },
    [waits],
  );
  const cancel = useCallback(() => {
    const isWaiting = waits.size > 0;
    for (const giveUp of waits) giveUp();
    if (isWaiting) cancelAll();
    return isWaiting;
  }, [waits]);
  return { wait, busy, cancel };
}
