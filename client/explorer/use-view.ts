import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { Loading } from '../api/failures.ts';
import { sayFailure } from '../api/failures.ts';
import {
  type Along,
  loadNeighbourIds,
  loadNewcomers,
  loadOpening,
  loadSubgraph,
  type Opening,
  type StartingView,
} from '../api/load.ts';
import { nodesMeant } from '../exploration/command-of-action.ts';
import { type Exploration, emptyExploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { readShareLink } from '../exploration/share-link.ts';
import type { useExploration } from '../exploration/use-exploration.ts';
import { neighboursNotShown } from '../exploration/visible.ts';

/** More neighbours than this do not come in at once: one chooses by relationship. */
const EXPAND_AT_ONCE = 25;

interface ViewOptions {
  readonly session: ReturnType<typeof useExploration>;
  readonly tell: (text: string, tone?: 'news' | 'failure') => void;
  readonly announce: (text: string) => void;
}

/** What brings records onto the view: the opening, starting views, search results, expansions. */
export function useView({ session, tell, announce }: ViewOptions) {
  const { exploration, run, start } = session;
  const latest = useRef<Exploration>(exploration);
  useEffect(() => {
    latest.current = exploration;
  });
  const [opening, setOpening] = useState<Loading<Opening>>({ kind: 'loading' });
  const [view, setView] = useState<StartingView | null>(null);
  const [missing, setMissing] = useState<NodeId | null>(null);
  const [choosing, setChoosing] = useState<readonly NodeId[] | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);

  const fail = useCallback(
    (failure: Parameters<typeof sayFailure>[0]) => {
      const { title, text } = sayFailure(failure);
      tell(`${title}. ${text}`, 'failure');
    },
    [tell],
  );

  const openView = useCallback(
    async (next: StartingView, selected: NodeId | null) => {
      setBusy(`Opening “${next.title}” …`);
      const ids = selected && !next.nodes.includes(selected) ? [...next.nodes, selected] : next.nodes;
      const outcome = await loadSubgraph(ids);
      setBusy(null);
      if (outcome.kind === 'failure') return outcome;
      start(beginWith(outcome.value, next, selected));
      setView(next);
      setMissing(
        selected && !outcome.value.nodes.some(({ record }) => record.id === selected) ? selected : null,
      );
      setReady(true);
      return outcome;
    },
    [start],
  );

  const begin = useCallback(async () => {
    setOpening({ kind: 'loading' });
    const outcome = await loadOpening();
    if (outcome.kind === 'loaded') {
      const [first] = outcome.value.views;
      const { selected } = readShareLink(window.location.hash);
      const opened = first ? await openView(first, selected) : null;
      setOpening(opened?.kind === 'failure' ? opened : outcome);
      setReady(true);
    } else setOpening(outcome);
  }, [openView]);

  useEffect(() => {
    void begin();
  }, [begin]);

  const open = useCallback(
    async (id: NodeId) => {
      setMissing(null);
      const { nodes, hidden } = latest.current;
      const known = nodes.get(id);
      if (known && !hidden.has(id)) return run({ kind: 'select', ids: [id] });
      const outcome = await loadNewcomers([id], nodes.keys());
      if (outcome.kind === 'failure') return fail(outcome.failure);
      if (outcome.value.nodes.length === 0) {
        run({ kind: 'select', ids: [] });
        return setMissing(id);
      }
      run({ kind: 'show', ...outcome.value, select: id });
    },
    [run, fail],
  );

  const bringIn = useCallback(
    async (of: readonly NodeId[], along: Along | null) => {
      const name = nameAll(latest.current, of);
      setBusy(`Expanding ${name} …`);
      const outcome = await loadNeighbours(of, along, latest.current);
      setBusy(null);
      if (outcome.kind === 'failure') return fail(outcome.failure);
      const { nodes, relationships } = outcome.value;
      if (nodes.length === 0)
        return tell(
          `Nothing new: all that ${name} ${of.length === 1 ? 'is' : 'are'} related to is on the canvas.`,
        );
      run({ kind: 'expand', of, nodes, relationships });
      announce(`${name} expanded: ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'} came in.`);
    },
    [run, tell, announce, fail],
  );

  const expand = useCallback(
    (at: NodeId) => {
      const of = nodesMeant(latest.current, at).filter((id) => latest.current.nodes.has(id));
      const more = of
        .flatMap((id) => neighboursNotShown(latest.current, id))
        .reduce((sum, { neighbours }) => sum + neighbours, 0);
      if (more > EXPAND_AT_ONCE) setChoosing(of);
      else void bringIn(of, null);
    },
    [bringIn],
  );

  const choose = useCallback((at: NodeId) => setChoosing(nodesMeant(latest.current, at)), []);

  const showEverything = useCallback(async () => {
    setBusy('Fetching the whole graph …');
    const outcome = await loadSubgraph(null);
    setBusy(null);
    if (outcome.kind === 'failure') return fail(outcome.failure);
    const { nodes, relationships } = outcome.value;
    const fresh = nodes.filter(({ record }) => !latest.current.nodes.has(record.id));
    run({ kind: 'show', nodes: fresh, relationships });
    if (outcome.value.truncated)
      tell('The graph has more than can be drawn: the first 2,000 nodes are shown.');
  }, [run, tell, fail]);

  return {
    opening,
    view,
    missing,
    setMissing,
    choosing,
    choose,
    stopChoosing: useCallback(() => setChoosing(null), []),
    busy,
    isReady,
    begin,
    openView,
    open,
    expand,
    bringIn,
    showEverything,
    fail,
  };
}

/** “Cafcass”, or “3 nodes”. */
function nameAll({ nodes }: Exploration, ids: readonly NodeId[]): string {
  const [first] = ids;
  if (ids.length !== 1 || first === undefined) return `${ids.length} nodes`;
  return nodes.get(first)?.record.properties.name ?? first;
}

/** The neighbours of these nodes that are not on the view, with what joins them to it and to each other. */
async function loadNeighbours(
  of: readonly NodeId[],
  along: Along | null,
  { nodes }: Exploration,
): Promise<ReturnType<typeof loadNewcomers>> {
  const fresh = new Set<NodeId>();
  for (const id of of) {
    const ids = await loadNeighbourIds(id, along);
    if (ids.kind === 'failure') return ids;
    for (const far of ids.value) if (!nodes.has(far)) fresh.add(far);
  }
  if (fresh.size === 0) return { kind: 'loaded', value: { nodes: [], relationships: [] } };
  return loadNewcomers([...fresh], nodes.keys());
}

/** A view that begins with these records, which therefore is no step to be undone. */
function beginWith(
  records: Pick<Parameters<typeof runCommand>[1] & { kind: 'show' }, 'nodes' | 'relationships'>,
  view: StartingView,
  selected: NodeId | null,
): Exploration {
  const empty = { ...emptyExploration, arrangement: view.arrangement };
  const { nodes, relationships } = records;
  const command = { kind: 'show' as const, nodes, relationships };
  return runCommand(empty, selected ? { ...command, select: selected } : command).state;
}
