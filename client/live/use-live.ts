import { useCallback, useEffect, useRef, useState } from 'react';
import { followGraph, type LiveEntry, type LiveStatus, loadChanged } from '../api/live.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { touchedOnView } from './touched-on-view.ts';

interface LiveOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly announce: (text: string) => void;
}

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
  const kept = useRef<readonly LiveEntry[]>([]);

  const apply = useCallback(async (entries: readonly LiveEntry[]) => {
    const { load, gone } = touchedOnView(latest.current.exploration, entries);
    if (load.length + gone.length === 0) return;
    const loaded = load.length > 0 ? await loadChanged(load) : { nodes: [], relationships: [] };
    if (!loaded) return;
    const { run: runNow, announce: announceNow } = latest.current;
    runNow({ kind: 'update', ...loaded, gone });
    announceNow(sayWho(entries));
  }, []);

  useEffect(
    () =>
      followGraph({
        onStatus: setStatus,
        onEntry: (entry) => {
          if (!latest.current.isPaused) return void apply([entry]);
          const all = [...kept.current, entry];
          kept.current = all.length > KEPT ? [{ ...entry, items: null }] : all;
          setWaiting((before) => before + 1);
        },
      }),
    [apply],
  );

  return {
    status,
    isPaused,
    waiting,
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

function sayWho(entries: readonly LiveEntry[]): string {
  const authors = [...new Set(entries.map(({ author }) => author ?? 'someone'))];
  return `changed by ${authors.slice(0, 3).join(', ')}`;
}
