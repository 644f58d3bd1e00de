import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Loading, Outcome } from '../../api/failures.ts';
import { currentRevision, followRevision } from '../../api/revision.ts';

/**
 * What `load` brings for a key, read anew whenever the graph has changed; what is there stays meanwhile. Null asks
 * nothing.
 */
export function useLoaded<Key extends string, Value>(
  key: Key | null,
  load: (key: Key) => Promise<Outcome<Value>>,
): { readonly state: Loading<Value>; readonly again: () => void } {
  const [state, setState] = useState<Loading<Value>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const revision = useSyncExternalStore(followRevision, currentRevision);
  const latest = useRef(load);
  latest.current = load;
  const shown = useRef(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or revision asks again for the same.
  useEffect(() => {
    if (key === null) return;
    let isWanted = true;
    if (shown.current !== key) setState({ kind: 'loading' });
    shown.current = key;
    void latest.current(key).then((outcome) => {
      if (isWanted) setState(outcome);
    });
    return () => {
      isWanted = false;
    };
  }, [key, attempt, revision]);
  return { state, again: useCallback(() => setAttempt((count) => count + 1), []) };
}
