import { useState } from 'react';
import type { FieldProblem, SavedChange, SaveOutcome } from '../../api/curating/outcome.ts';
import type { Failure } from '../../api/failures.ts';

/** How far a save has come. */
export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'conflict'; readonly record: string; readonly version: number }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Saves, one save at a time; what was typed stays until it is saved. */
export function useSaving(onSaved: (saved: SavedChange) => void) {
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  return {
    saving,
    reset: () => setSaving({ kind: 'idle' }),
    /** `work` sends the change; another try of one draft sends the same idempotency key. */
    async save(work: () => Promise<SaveOutcome>): Promise<void> {
      if (saving.kind === 'saving') return;
      setSaving({ kind: 'saving' });
      const outcome = await work();
      if (outcome.kind !== 'saved') return setSaving(outcome);
      setSaving({ kind: 'idle' });
      onSaved(outcome);
    },
  };
}
