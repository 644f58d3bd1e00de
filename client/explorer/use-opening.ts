import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { Failure, Loading, Outcome } from '../api/failures.ts';
import {
  loadOpening,
  loadSubgraph,
  type Opening,
  type ShownRecords,
  type StartingView,
} from '../api/load.ts';
import { followRevision } from '../api/revision.ts';
import type { Look } from '../exploration/camera.ts';
import { type Exploration, emptyExploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import type { Records } from '../exploration/share/rebuild-exploration.ts';
import type { SharedView } from '../exploration/share/shared-view.ts';
import type { useExploration } from '../exploration/use-exploration.ts';
import { takeOpening } from './first-opening.ts';
import { loadAddress, readFirstAddress } from './load-address.ts';
import type { Wait } from './use-busy.ts';

interface OpeningOptions {
  readonly session: ReturnType<typeof useExploration>;
  readonly latest: RefObject<Exploration>;
  readonly tell: (text: string, tone?: 'news' | 'failure') => void;
  readonly fail: (failure: Failure) => void;
  readonly setMissing: (id: NodeId | null) => void;
  readonly wait: Wait;
  /** Prepares the drawing of what the page begins with; it stands once that is settled. */
  readonly prepare: (exploration: Exploration) => Promise<void>;
}

/** What a whole view is opened from: the address as the page begins, a starting view, a link, a saved view. */
export function useOpening(options: OpeningOptions) {
  const { session, latest, tell, fail, setMissing, wait, prepare } = options;
  const { run, start } = session;
  const [opening, setOpening] = useState<Loading<Opening>>({ kind: 'loading' });
  const [isReady, setReady] = useState(false);
  const [look, setLook] = useState<Look | null>(null);
  const [openings, setOpenings] = useState(0);
  /** One that is no starting view of the graph, as the result of a query. */
  const [guest, setGuest] = useState<StartingView | null>(null);
  /** Whether the page began with the first starting view as it is. */
  const [beganPlain, setBeganPlain] = useState(true);
  const hasBegun = useRef(false);

  const put = useCallback(
    async (exploration: Exploration, as: string, from: Look, isReturn = false) => {
      if (!hasBegun.current) await prepare(exploration);
      if (hasBegun.current) run({ kind: 'open', exploration, as, isReturn });
      else start(exploration);
      hasBegun.current = true;
      setLook(from);
      setReady(true);
    },
    [run, start, prepare],
  );

  const openView = useCallback(
    async (
      next: StartingView,
      selected: NodeId | null,
      known: ShownRecords | null = null,
    ): Promise<Outcome<ShownRecords>> => {
      const outcome = known
        ? { kind: 'loaded' as const, value: known }
        : await fetchView(next, selected, wait);
      if (outcome.kind === 'failure') return outcome;
      const isThere = outcome.value.nodes.some(({ record }) => record.id === selected);
      if (hasBegun.current) setOpenings((count) => count + 1);
      setGuest(next);
      await put(beginWith(outcome.value, next, selected), next.title, { camera: null });
      setMissing(isThere ? null : selected);
      return outcome;
    },
    [put, wait, setMissing],
  );

  const restore = useCallback(
    async (view: SharedView, as: string, isNew: boolean): Promise<Outcome<unknown>> => {
      const here = latest.current;
      setMissing(null);
      const { differsInSelection, rebuildExploration, sayMissing } = await loadAddress();
      if (hasBegun.current && differsInSelection(view, here)) {
        run({ kind: 'select', ids: view.selection, follows: true });
        setLook({ camera: view.camera });
        return { kind: 'loaded', value: null };
      }
      const records = await fetchRecords(view, here, wait);
      if (records.kind === 'failure') return records;
      const { exploration, missing } = rebuildExploration(view, records.value);
      if (isNew) setOpenings((count) => count + 1);
      await put(exploration, as, { camera: view.camera }, !isNew);
      if (missing.length > 0) tell(sayMissing(missing.length, view.nodes.length));
      return records;
    },
    [latest, put, run, wait, setMissing, tell],
  );

  const begin = useCallback(async () => {
    setOpening({ kind: 'loading' });
    const asked = takeOpening();
    const { link, isAsStarted } = await readFirstAddress();
    // What the address shows is asked for beside what the page opens on.
    const restored = link.kind === 'view' ? restore(link.view, 'a link', false) : null;
    const [outcome, shared] = await Promise.all([asked, restored]);
    if (outcome.kind === 'failure') return setOpening(outcome);
    const [first] = outcome.value.views;
    let opened: Outcome<unknown> | null = shared;
    if (link.kind !== 'view' && first)
      opened = await openView(first, link.selected, holding(outcome.value.records, link.selected));
    if (link.kind === 'problem')
      tell(
        `${(await loadAddress()).sayViewProblem(link.problem, 'link')} The first starting view is shown instead.`,
        'failure',
      );
    setBeganPlain(isAsStarted);
    setOpening(opened?.kind === 'failure' ? opened : outcome);
    setReady(true);
  }, [openView, restore, tell]);

  useEffect(() => {
    void begin();
  }, [begin]);

  // Whoever changed the graph, it is counted anew: where it was empty there may be something to draw.
  useEffect(() => countAnew((counted) => setOpening((now) => (now.kind === 'loaded' ? counted : now))), []);

  /** Opens a view that was shared or saved, as a step; false where its records could not be had. */
  const openShared = useCallback(
    async (view: SharedView, as: string): Promise<boolean> => {
      const outcome = await restore(view, as, true);
      if (outcome.kind === 'failure') fail(outcome.failure);
      return outcome.kind === 'loaded';
    },
    [restore, fail],
  );

  /** As the browser's history has it: what was left behind is no opening of the user's. */
  const goBackTo = useCallback(
    async (view: SharedView): Promise<void> => {
      const outcome = await restore(view, 'the view in the address', false);
      if (outcome.kind === 'failure') fail(outcome.failure);
    },
    [restore, fail],
  );

  const views = opening.kind === 'loaded' ? opening.value.views : [];
  const [first] = views;
  const { exploration } = session;
  return {
    opening,
    view: [...views, ...(guest ? [guest] : [])].find(({ id }) => id === exploration.startingView) ?? null,
    isReady,
    look,
    openings,
    begin,
    openView,
    openShared,
    goBackTo,
    isAsStarted: beganPlain && first !== undefined && isUntouched(session.session, first),
  };
}

/** Counts after a change are not asked for more often, in milliseconds: an import changes the graph all the time. */
const COUNTED_EVERY = 3_000;

/** Asks for the counts of the whole graph when it has changed; returns what stops that. */
function countAnew(onCounted: (counted: Loading<Opening>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isResting = false;
  let isDue = false;
  const count = async () => {
    isDue = isResting;
    if (isResting) return;
    isResting = true;
    const counted = await loadOpening(false);
    if (counted.kind === 'loaded') onCounted(counted);
    timer = setTimeout(() => {
      isResting = false;
      if (isDue) void count();
    }, COUNTED_EVERY);
  };
  const stop = followRevision(count);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Whether nothing was done but to select, of which one node may have come besides. */
function isUntouched(
  { exploration, past, forgotten }: OpeningOptions['session']['session'],
  first: StartingView,
): boolean {
  if (past.length > 0 || forgotten > 0 || exploration.startingView !== first.id) return false;
  const own = new Set(first.nodes);
  const others = [...exploration.nodes.keys()].filter((id) => !own.has(id));
  return others.length === 0 || (others.length === 1 && others[0] === exploration.selection.at(-1));
}

/** The records, where the node that is to be selected is among them; null where they have to be asked for with it. */
function holding(records: ShownRecords | null, selected: NodeId | null): ShownRecords | null {
  return selected === null || records?.nodes.some(({ record }) => record.id === selected) ? records : null;
}

/** The records of a starting view, with a node that is selected on it although it may be none of its own. */
async function fetchView(
  { title, nodes }: StartingView,
  selected: NodeId | null,
  wait: Wait,
): Promise<Outcome<ShownRecords>> {
  const wanted = selected && !nodes.includes(selected) ? [...nodes, selected] : nodes;
  return wait(`Opening “${title}” …`, loadSubgraph(wanted));
}

/** The records of the view; where all its nodes are here already, nothing is asked of the server. */
async function fetchRecords(view: SharedView, here: Exploration, wait: Wait): Promise<Outcome<Records>> {
  if (view.nodes.length > 0 && view.nodes.every((id) => here.nodes.has(id)))
    return {
      kind: 'loaded',
      value: { nodes: here.nodes.values(), relationships: here.relationships.values() },
    };
  return wait('Opening the view …', loadSubgraph(view.nodes));
}

/** A starting view, not placed yet. */
function beginWith(records: ShownRecords, view: StartingView, selected: NodeId | null): Exploration {
  const empty = { ...emptyExploration, arrangement: view.arrangement, startingView: view.id };
  const { nodes, relationships } = records;
  const command = { kind: 'show' as const, nodes, relationships };
  return runCommand(empty, selected ? { ...command, select: selected } : command).state;
}
