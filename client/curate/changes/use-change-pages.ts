import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NamedPage } from '../../api/curating/load-changes.ts';
import type { Loading, Outcome } from '../../api/failures.ts';
import { currentRevision, followRevision } from '../../api/revision.ts';

/** So many changes come at once. */
const PAGE = 10;

export interface ChangePages<Each, Cursor = unknown> {
  readonly state: Loading<NamedPage<Each, Cursor>>;
  readonly isFetching: boolean;
  readonly again: () => void;
  readonly more: () => Promise<void>;
}

/**
 * Changes page by page; whenever the graph has changed, those in sight are read anew, at most `most` of them. Another
 * `load` begins at the top.
 */
export function useChangePages<Each, Cursor>(
  load: (from: Cursor | null, first: number) => Promise<Outcome<NamedPage<Each, Cursor>>>,
  most: number,
): ChangePages<Each, Cursor> {
  const [state, setState] = useState<Loading<NamedPage<Each, Cursor>>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [isFetching, setFetching] = useState(false);
  const revision = useSyncExternalStore(followRevision, currentRevision);
  const question = useRef(0);
  const shown = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or revision asks again for the same.
  useEffect(() => {
    question.current += 1;
    const asked = question.current;
    void load(null, Math.min(most, Math.max(PAGE, shown.current))).then((outcome) => {
      if (asked !== question.current) return;
      setFetching(false);
      shown.current = outcome.kind === 'loaded' ? outcome.value.found.length : 0;
      setState(outcome);
    });
    return () => {
      question.current += 1;
    };
  }, [load, most, attempt, revision]);
  return {
    state,
    isFetching,
    again: useCallback(() => setAttempt((count) => count + 1), []),
    async more(): Promise<void> {
      if (state.kind !== 'loaded' || state.value.next === null || isFetching) return;
      const asked = question.current;
      setFetching(true);
      const outcome = await load(state.value.next, PAGE);
      // What was read anew meanwhile begins at the top again.
      if (asked !== question.current) return;
      setFetching(false);
      if (outcome.kind === 'failure') return setState(outcome);
      const { found, names, next } = outcome.value;
      const all = [...state.value.found, ...found];
      shown.current = all.length;
      setState({
        kind: 'loaded',
        value: { found: all, names: new Map([...state.value.names, ...names]), next },
      });
    },
  };
}
