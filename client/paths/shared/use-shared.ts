import { useEffect, useRef, useState } from 'react';
import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import type { Failure, Loading } from '../../api/failures.ts';
import { untilFetched } from '../../api/lazy-part.ts';
import { loadSubgraph } from '../../api/load.ts';
import type { Command } from '../../exploration/commands.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { type AskedNodes, type FoundConnections, sharedLimit } from './shared-connection.ts';

interface SharedOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly fail: (failure: Failure) => void;
}

/** What the selected nodes share. Closed while `asked` is null. */
export function useShared({ exploration, run, fail }: SharedOptions) {
  const [asked, setAsked] = useState<AskedNodes | null>(null);
  const [answer, setAnswer] = useState<Loading<FoundConnections>>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(exploration);
  useEffect(() => {
    latest.current = exploration;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for the same.
  useEffect(() => {
    if (!asked) return;
    let isCurrent = true;
    setAnswer({ kind: 'loading' });
    const find = async () => {
      const { loadShared } = await untilFetched(() => import('./load-shared.ts'));
      const outcome = await loadShared(asked.ids);
      if (isCurrent) setAnswer(outcome);
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [asked, attempt]);
  return {
    asked,
    answer,
    /** Asks about what is selected; false where that is less than two nodes. */
    ask(): boolean {
      const next = askedOf(exploration);
      if (next) setAsked(next);
      return next !== null;
    },
    again: () => setAttempt((count) => count + 1),
    close: () => setAsked(null),
    /** Brings all that is shared onto the view, as one step, and selects it with what was asked about. */
    async show(): Promise<void> {
      if (!asked || answer.kind !== 'loaded') return;
      const { connections } = answer.value;
      const ids = connections.map(({ node }) => node.record.id);
      // What comes in is joined to all that it is related to on the view.
      const around = await loadSubgraph([...ids, ...latest.current.nodes.keys()]);
      if (around.kind === 'failure') return fail(around.failure);
      run({
        kind: 'show',
        as: `what ${joinNames(asked.names)} share`,
        nodes: connections.map(({ node }) => node),
        relationships: [
          ...connections.flatMap(({ relationships }) => relationships),
          ...around.value.relationships,
        ],
        select: [...ids, ...asked.ids],
      });
    },
  };
}

export type Shared = ReturnType<typeof useShared>;

/** The nodes that are selected, the first fifty; null for less than two. */
function askedOf({ selection, nodes }: Exploration): AskedNodes | null {
  const ids = selection
    .filter((id): id is NodeId => parseNodeId(id) !== null && nodes.has(id as NodeId))
    .slice(0, sharedLimit);
  const names = ids.map((id) => nodes.get(id)?.record.properties.name ?? id);
  return ids.length > 1 ? { ids, names } : null;
}

/** “Ofsted and Cafcass”, “Ofsted and 3 others”. */
export function joinNames([first = '', second = '', ...others]: readonly string[]): string {
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} others`;
}
