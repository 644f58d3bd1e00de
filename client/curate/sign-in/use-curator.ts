import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { loadViewer, type Viewer } from '../../api/curating/load-viewer.ts';
import type { Failure } from '../../api/failures.ts';
import { currentRefusals, currentToken, followToken, forgetToken, keepToken } from '../../api/token.ts';

/** Who works in this browser, as far as it is known. */
export type Curator =
  | { readonly kind: 'reader' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'curator'; readonly name: string }
  /** A token is kept, and the server does not take it for writing. */
  | { readonly kind: 'refused'; readonly why: string }
  /** A token is kept, and the server could not be asked. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** Who is signed in, and the ways to change that. The token is checked whenever it changes, or the server refuses it. */
export function useCurator() {
  const token = useSyncExternalStore(followToken, currentToken);
  const refusals = useSyncExternalStore(followToken, currentRefusals);
  const [curator, setCurator] = useState<Curator>(token ? { kind: 'checking' } : { kind: 'reader' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or a refusal asks again for the same token.
  useEffect(() => {
    if (token === null) {
      setCurator({ kind: 'reader' });
      return;
    }
    let isCurrent = true;
    setCurator({ kind: 'checking' });
    void loadViewer().then((outcome) => {
      if (!isCurrent) return;
      if (outcome.kind === 'loaded') setCurator(curatorOf(outcome.value));
      else setCurator({ kind: 'unknown', failure: outcome.failure });
    });
    return () => {
      isCurrent = false;
    };
  }, [token, refusals, attempt]);
  return {
    curator,
    signIn: keepToken,
    signOut: forgetToken,
    again: useCallback(() => setAttempt((count) => count + 1), []),
  };
}

function curatorOf({ name, canWrite, problem }: Viewer): Curator {
  if (canWrite && name !== null) return { kind: 'curator', name };
  return { kind: 'refused', why: problem ?? 'The token is for reading: ask for one of a curator.' };
}
