import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Loading } from '../api/failures.ts';
import { untilFetched } from '../api/lazy-part.ts';
import { loadSubgraph } from '../api/load.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { FoundPath, FoundPaths, PathEnds } from './found-path.ts';

/** How far a search goes at first, and how far at most. */
const hopsAtFirst = 4;
export const hopsAtMost = 6;

const fetchPart = () => untilFetched(() => import('./paths-part.ts'));

type Answer = { readonly kind: 'idle' } | Loading<FoundPaths>;

interface PathsOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly fail: (failure: Failure) => void;
}

/** The paths that are asked for, and which one of them is lit on the canvas. Closed while `ends` is null. */
export function usePaths({ exploration, run, fail }: PathsOptions) {
  const [ends, setEnds] = useState<PathEnds | null>(null);
  const [maxHops, setMaxHops] = useState(hopsAtFirst);
  const [answer, setAnswer] = useState<Answer>({ kind: 'idle' });
  const [at, setAt] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const { light, letGo } = useLight({ exploration, run, fail });
  const [from, to] = [ends?.from?.id, ends?.to?.id];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for the same.
  useEffect(() => {
    setAt(0);
    letGo();
    if (!from || !to) return setAnswer({ kind: 'idle' });
    let isCurrent = true;
    setAnswer({ kind: 'loading' });
    const find = async () => {
      const { loadPaths } = await fetchPart();
      const outcome = await loadPaths({ from, to, maxHops });
      if (!isCurrent) return;
      setAnswer(outcome);
      const [first] = outcome.kind === 'loaded' ? outcome.value.paths : [];
      if (first) void light(first);
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [from, to, maxHops, attempt, light, letGo]);
  const paths = answer.kind === 'loaded' ? answer.value.paths : [];
  const choose = (index: number) => {
    const path = paths[index];
    if (!path) return;
    setAt(index);
    void light(path);
  };
  const ask = (next: PathEnds | null) => {
    setMaxHops(hopsAtFirst);
    setEnds(next);
  };
  return {
    ends,
    maxHops,
    answer,
    at,
    ask,
    close: () => ask(null),
    lookFurther: () => setMaxHops(hopsAtMost),
    again: () => setAttempt((count) => count + 1),
    choose,
    /** Goes on by so many paths, round and round; tells whether there is any. */
    step(by: number): boolean {
      if (paths.length > 0) choose((at + by + paths.length) % paths.length);
      return paths.length > 0;
    },
  };
}

export type Paths = ReturnType<typeof usePaths>;

/** Lights paths on the canvas: selects what they consist of, after bringing in what is not there as one step. */
function useLight({ exploration, run, fail }: PathsOptions) {
  const latest = useRef({ exploration, fail });
  useEffect(() => {
    latest.current = { exploration, fail };
  });
  const turn = useRef(0);
  const light = useCallback(
    async (path: FoundPath) => {
      turn.current += 1;
      const mine = turn.current;
      const { planShowing } = await fetchPart();
      const { missing } = planShowing(latest.current.exploration, path);
      // What comes in is joined to all that it is related to on the view, not to the path alone.
      const around =
        missing.length > 0
          ? await loadSubgraph([...missing, ...latest.current.exploration.nodes.keys()])
          : null;
      if (turn.current !== mine) return;
      if (around?.kind === 'failure') return latest.current.fail(around.failure);
      const { nodes, relationships, select } = planShowing(latest.current.exploration, path);
      if (nodes.length === 0 && relationships.length === 0) return run({ kind: 'select', ids: select });
      const joined = [...relationships, ...(around?.value.relationships ?? [])];
      run({ kind: 'show', as: nameOf(path), nodes, relationships: joined, select });
    },
    [run],
  );
  const letGo = useCallback(() => {
    turn.current += 1;
  }, []);
  return { light, letGo };
}

function nameOf({ nodes }: FoundPath): string {
  const [from, to] = [nodes[0], nodes.at(-1)].map((node) => node?.record.properties.name);
  return `path ${from} – ${to}`;
}
