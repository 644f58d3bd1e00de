import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type JournalEntry, loadRecent, type NamedPage } from '../../api/curating/load-recent.ts';
import type { Loading } from '../../api/failures.ts';
import { currentRevision, followRevision } from '../../api/revision.ts';

/** So many changes come at once, and so many at most are read anew. */
const PAGE = 10;
const MOST = 50;

/** The changes of the whole graph, page by page; whenever it has changed, those in sight are read anew. */
export function useRecent() {
  const [state, setState] = useState<Loading<NamedPage<JournalEntry>>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [isFetching, setFetching] = useState(false);
  const revision = useSyncExternalStore(followRevision, currentRevision);
  const question = useRef(0);
  const shown = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or revision asks again for the same.
  useEffect(() => {
    question.current += 1;
    const asked = question.current;
    void loadRecent(null, Math.min(MOST, Math.max(PAGE, shown.current))).then((outcome) => {
      if (asked !== question.current) return;
      setFetching(false);
      shown.current = outcome.kind === 'loaded' ? outcome.value.found.length : 0;
      setState(outcome);
    });
    return () => {
      question.current += 1;
    };
  }, [attempt, revision]);
  return {
    state,
    isFetching,
    again: useCallback(() => setAttempt((count) => count + 1), []),
    async more(): Promise<void> {
      if (state.kind !== 'loaded' || state.value.next === null || isFetching) return;
      const asked = question.current;
      setFetching(true);
      const outcome = await loadRecent(state.value.next, PAGE);
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
