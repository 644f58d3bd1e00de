import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { sayFailure } from '../api/failures.ts';
import { untilFetched } from '../api/lazy-part.ts';
import type { LiveEntry, LiveStatus } from '../api/live.ts';
import { loadNewcomers } from '../api/neighbours.ts';
import { graphHasChanged } from '../api/revision.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';

interface LiveOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly announce: (text: string) => void;
}

const fetchPart = () => untilFetched(() => import('./live-part.ts'));

/** While paused, more entries than this are kept as “everything may have changed”. */
const KEPT = 500;

/** Brings what others change onto the view as it comes, or once the reader wants it; nothing moves for that. */
export function useLive({ exploration, run, announce }: LiveOptions) {
  const [status, setStatus] = useState<LiveStatus>('connecting');
  const [isPaused, setPaused] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const latest = useRef({ exploration, run, announce, isPaused });
  useEffect(() => {
    latest.current = { exploration, run, announce, isPaused };
  });
  const [added, setAdded] = useState<readonly NodeId[]>([]);
  const newcomers = added.filter((id) => !exploration.nodes.has(id));
  const kept = useRef<readonly LiveEntry[]>([]);

  const apply = useCallback(async (entries: readonly LiveEntry[]) => {
    // What is shown beside the canvas is read anew, whether or not the change is on it.
    graphHasChanged();
    const { loadChanged, lostOf, touchedOnView } = await fetchPart();
    const viewed = latest.current.exploration;
    const { load, gone, newcomers: found } = touchedOnView(viewed, entries);
    setAdded((before) => addNewcomers(before, found, entries));
    if (load.length + gone.length === 0) return;
    const loaded = load.length > 0 ? await loadChanged(load) : { nodes: [], relationships: [] };
    if (!loaded) return;
    const { run: runNow, announce: announceNow } = latest.current;
    runNow({ kind: 'update', ...loaded, gone: [...gone, ...lostOf(viewed, load, loaded)] });
    announceNow(sayWho(entries));
  }, []);

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    const follow = async () => {
      const { followGraph } = await fetchPart();
      if (isGone) return;
      stop = followGraph({
        onStatus: setStatus,
        onEntry: (entry) => {
          if (!latest.current.isPaused) return void apply([entry]);
          const all = [...kept.current, entry];
          kept.current = all.length > KEPT ? [{ ...entry, items: null }] : all;
          setWaiting((before) => before + 1);
        },
      });
    };
    follow().catch(() => setStatus('away'));
    return () => {
      isGone = true;
      stop();
    };
  }, [apply]);

  return {
    status,
    isPaused,
    waiting,
    /** Nodes that others made, joined to what is on the view and not on it. */
    newcomers,
    /** Brings them onto the view, as one step; where that fails they stay to be brought. */
    async bringIn(): Promise<void> {
      const outcome = await loadNewcomers(newcomers, exploration.nodes);
      if (outcome.kind === 'failure') return announce(sayFailure(outcome.failure).title);
      setAdded([]);
      run({ kind: 'show', ...outcome.value, as: 'what others added' });
    },
    pause: () => setPaused(true),
    resume: () => {
      const entries = kept.current;
      kept.current = [];
      setWaiting(0);
      setPaused(false);
      if (entries.length > 0) void apply(entries);
    },
  };
}

export type Live = ReturnType<typeof useLive>;

function addNewcomers(
  before: readonly NodeId[],
  found: readonly NodeId[],
  entries: readonly LiveEntry[],
): readonly NodeId[] {
  const removed = new Set<string>(
    entries
      .flatMap(({ items }) => items ?? [])
      .flatMap(({ record, happened }) => (happened === 'removed' ? record : [])),
  );
  return [...new Set([...before.filter((id) => !removed.has(id)), ...found])];
}

function sayWho(entries: readonly LiveEntry[]): string {
  const authors = [...new Set(entries.map(({ author }) => author ?? 'someone'))];
  return `changed by ${authors.slice(0, 3).join(', ')}`;
}
