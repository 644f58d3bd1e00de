import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { type ChangesPage, loadChanges } from '../../api/curating/load-changes.ts';
import type { Loading } from '../../api/failures.ts';
import { currentRevision, followRevision } from '../../api/revision.ts';

/** So many changes come at once, and so many at most are read anew. */
const PAGE = 10;
const MOST = 100;

/** The changes of a record, page by page; whenever the graph has changed, those in sight are read anew. */
export function useChanges(id: NodeId | RelationshipId) {
  const [state, setState] = useState<Loading<ChangesPage>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [isFetching, setFetching] = useState(false);
  const revision = useSyncExternalStore(followRevision, currentRevision);
  const question = useRef(0);
  const shown = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or revision asks again for the same.
  useEffect(() => {
    question.current += 1;
    const asked = question.current;
    const first = Math.min(MOST, Math.max(PAGE, shown.current));
    void loadChanges(id, { first, after: null }).then((outcome) => {
      if (asked !== question.current) return;
      setFetching(false);
      shown.current = outcome.kind === 'loaded' ? outcome.value.changes.length : 0;
      setState(outcome);
    });
    return () => {
      question.current += 1;
    };
  }, [id, attempt, revision]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return {
    state,
    again,
    isFetching,
    async more(): Promise<void> {
      if (state.kind !== 'loaded' || state.value.next === null || isFetching) return;
      const asked = question.current;
      setFetching(true);
      const outcome = await loadChanges(id, { first: PAGE, after: state.value.next });
      // What was read anew meanwhile begins at the top again.
      if (asked !== question.current) return;
      setFetching(false);
      if (outcome.kind === 'failure') return setState(outcome);
      const changes = [...state.value.changes, ...outcome.value.changes];
      shown.current = changes.length;
      const names = new Map([...state.value.names, ...outcome.value.names]);
      setState({ kind: 'loaded', value: { changes, names, next: outcome.value.next } });
    },
  };
}
