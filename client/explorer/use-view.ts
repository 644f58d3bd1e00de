import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import { sayFailure } from '../api/failures.ts';
import { loadSubgraph } from '../api/load.ts';
import { type Along, loadNeighbours, loadNewcomers } from '../api/neighbours.ts';
import { nodesMeant } from '../exploration/command-of-action.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { saySelection } from '../exploration/say-selection.ts';
import { foresee } from '../exploration/session.ts';
import type { useExploration } from '../exploration/use-exploration.ts';
import { neighboursNotShown } from '../exploration/visible.ts';
import { useBusy } from './use-busy.ts';
import { useOpening } from './use-opening.ts';

/** More neighbours than this do not come in at once: one chooses by relationship. */
const EXPAND_AT_ONCE = 25;

interface ViewOptions {
  readonly session: ReturnType<typeof useExploration>;
  readonly tell: (text: string, tone?: 'news' | 'failure') => void;
  readonly announce: (text: string) => void;
  readonly drawer: Drawer;
}

/** What draws the view, and can begin before the view is changed. */
export interface Drawer {
  /** Prepares the drawing of what the page begins with. */
  readonly prepare: (exploration: Exploration) => Promise<void>;
  /** The places of what a view has more than the one that is drawn; null where they do not come soon. */
  readonly placesFor: (exploration: Exploration) => Promise<PlacesCommand['positions'] | null>;
}

type PlacesCommand = Extract<Command, { readonly kind: 'place' }>;

/** What brings records onto the view: the opening, starting views, search results, expansions. */
export function useView({ session, tell, announce, drawer }: ViewOptions) {
  const { exploration, run } = session;
  const latest = useRef<Exploration>(exploration);
  useEffect(() => {
    latest.current = exploration;
  });
  const [missing, setMissing] = useState<NodeId | null>(null);
  const [choosing, setChoosing] = useState<readonly NodeId[] | null>(null);
  const { busy, wait, cancel } = useBusy();

  const fail = useCallback(
    (failure: Parameters<typeof sayFailure>[0]) => {
      const { title, text } = sayFailure(failure);
      tell(`${title}. ${text}`, failure.kind === 'cancelled' ? 'news' : 'failure');
    },
    [tell],
  );

  const opened = useOpening({ session, latest, tell, fail, setMissing, wait, prepare: drawer.prepare });

  /** Brings records in together with their places, so that the page and the canvas are drawn once. */
  const bring = useCallback(
    async (command: Command, isWanted: () => boolean = () => true) => {
      const positions = await drawer.placesFor(foresee(latest.current, command));
      if (!isWanted()) return;
      run(command);
      if (positions) run({ kind: 'place', positions });
    },
    [run, drawer],
  );

  /** How many were opened, so that an answer that comes late selects nothing over what was opened since. */
  const turn = useRef(0);
  const open = useCallback(
    async (id: NodeId) => {
      turn.current += 1;
      const mine = turn.current;
      setMissing(null);
      const { nodes, hidden } = latest.current;
      const known = nodes.get(id);
      if (known && !hidden.has(id)) {
        announce(saySelection(latest.current, [id]));
        return run({ kind: 'select', ids: [id], follows: true });
      }
      const outcome = await wait('Fetching what was chosen …', loadNewcomers([id], nodes));
      if (mine !== turn.current) return;
      if (outcome.kind === 'failure') return fail(outcome.failure);
      if (outcome.value.nodes.length === 0) {
        run({ kind: 'select', ids: [] });
        return setMissing(id);
      }
      await bring({ kind: 'show', ...outcome.value, select: id }, () => mine === turn.current);
    },
    [run, bring, announce, fail, wait],
  );

  const bringIn = useCallback(
    async (of: readonly NodeId[], along: Along | null) => {
      const name = nameAll(latest.current, of);
      const asked = loadNeighbours(of, along, latest.current.nodes);
      const outcome = await wait(`Expanding ${name} …`, asked);
      if (outcome.kind === 'failure') return fail(outcome.failure);
      const { nodes, relationships } = outcome.value;
      if (nodes.length === 0)
        return tell(
          `Nothing new: all that ${name} ${of.length === 1 ? 'is' : 'are'} related to is on the canvas.`,
        );
      await bring({ kind: 'expand', of, nodes, relationships });
      announce(
        `${name} expanded: ${printCount(nodes.length)} ${nodes.length === 1 ? 'node' : 'nodes'} came in.`,
      );
    },
    [bring, tell, announce, fail, wait],
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
    const outcome = await wait('Fetching the whole graph …', loadSubgraph(null));
    if (outcome.kind === 'failure') return fail(outcome.failure);
    const { nodes, relationships } = outcome.value;
    const fresh = nodes.filter(({ record }) => !latest.current.nodes.has(record.id));
    run({ kind: 'show', nodes: fresh, relationships, as: 'everything' });
    if (outcome.value.truncated)
      tell('The graph has more than can be drawn: the first 10,000 nodes are shown.');
  }, [run, tell, fail, wait]);

  return {
    ...opened,
    missing,
    setMissing,
    choosing,
    choose,
    stopChoosing: useCallback(() => setChoosing(null), []),
    busy,
    cancel,
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
  if (ids.length !== 1 || first === undefined) return `${printCount(ids.length)} nodes`;
  return nodes.get(first)?.record.properties.name ?? first;
}
