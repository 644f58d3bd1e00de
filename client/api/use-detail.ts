import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { AskOptions } from './ask.ts';
import type { NodeDetail, RelationshipDetail } from './detail.ts';
import type { Failure, Outcome } from './failures.ts';
import { loadNodeDetail, loadRelationshipDetail } from './load-detail.ts';
import { currentRevision, followRevision } from './revision.ts';
import { useRecovery } from './use-connection.ts';

/** What is inspected: the last of the selection, or what the address names and the graph may not have. */
export type Inspected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'relationship'; readonly id: RelationshipId };

type DetailState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'node'; readonly detail: NodeDetail }
  | { readonly kind: 'relationship'; readonly detail: RelationshipDetail };

/**
 * The detail of what is wanted, and a way to ask again. An answer that was overtaken is dropped. When the graph has
 * changed it is read anew, and what is there stays until the answer comes.
 */
export function useDetail(wanted: Inspected): { readonly state: DetailState; readonly again: () => void } {
  const [state, setState] = useState<DetailState>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const revision = useSyncExternalStore(followRevision, currentRevision);
  const shown = useRef<string | null>(null);
  const { kind } = wanted;
  const id = wanted.kind === 'nothing' ? null : wanted.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt or revision asks again for the same.
  useEffect(() => {
    if (kind === 'nothing' || id === null) {
      shown.current = null;
      setState({ kind: 'idle' });
      return;
    }
    let isCurrent = true;
    if (shown.current !== id) setState({ kind: 'loading' });
    void load(kind, id, { fresh: revision > 0 }).then((loaded) => {
      if (!isCurrent) return;
      // Given up with what the reader waited for, while this is still looked at.
      if (loaded.kind === 'failure' && loaded.failure.kind === 'cancelled') return again();
      shown.current = loaded.kind === 'failure' ? null : id;
      setState(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [kind, id, attempt, revision]);
  useRecovery(() => {
    if (state.kind === 'failure') again();
  });
  return { state, again };
}

async function load(
  kind: 'node' | 'relationship',
  id: NodeId | RelationshipId,
  options: AskOptions,
): Promise<DetailState> {
  if (kind === 'node')
    return settle(await loadNodeDetail(id as NodeId, options), (detail) => ({ kind: 'node', detail }));
  return settle(await loadRelationshipDetail(id as RelationshipId, options), (detail) => ({
    kind: 'relationship',
    detail,
  }));
}

function settle<Value>(outcome: Outcome<Value>, show: (value: Value) => DetailState): DetailState {
  return outcome.kind === 'loaded' ? show(outcome.value) : outcome;
}
