import { useState } from 'react';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { type BuiltOn, takeBack } from '../../api/curating/take-back.ts';
import { makeKey } from '../save/make-key.ts';
import type { Saving } from '../save/use-saving.ts';

/** How far taking a change back has come. */
export type TakingBack = Saving | { readonly kind: 'builtOn'; readonly records: readonly BuiltOn[] };

/** Takes one change back, one try at a time; another try of the same is not done twice. */
export function useTakeBack(sequence: number, onTaken: (taken: SavedChange) => void) {
  const [taking, setTaking] = useState<TakingBack>({ kind: 'idle' });
  // With and without those that were built on it are two actions, each with its own key.
  const [keys] = useState(() => ({ alone: makeKey(), withLater: makeKey() }));
  return {
    taking,
    async take(reason: string, withLater: boolean): Promise<void> {
      if (taking.kind === 'saving') return;
      setTaking({ kind: 'saving' });
      const idempotencyKey = withLater ? keys.withLater : keys.alone;
      const outcome = await takeBack({ sequence, reason, withLater, idempotencyKey });
      if (outcome.kind === 'saved') onTaken(outcome);
      else setTaking(outcome);
    },
  };
}
