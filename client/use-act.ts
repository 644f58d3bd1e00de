import type { RefObject } from 'react';
import type { NodeId, RelationshipId } from '../schema/ids.ts';
import type { CanvasHandle } from './canvas/Canvas.tsx';
import type { ExplorerAction } from './exploration/actions.ts';
import { commandOfAction, isViewAction } from './exploration/command-of-action.ts';
import type { Point } from './exploration/exploration.ts';
import { goToPanel } from './explorer/use-kept-focus.ts';
import { useStable } from './ui/use-stable.ts';
import type { AppBench } from './use-app-bench.ts';

/** Does an action to these nodes; `press` is the key. Tells whether it did anything. */
export type Act = (action: ExplorerAction, ids: readonly NodeId[], press: string) => boolean;

interface ActOptions {
  readonly bench: AppBench;
  readonly canvas: RefObject<CanvasHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly help: () => void;
}

/**
 * All actions by key, from wherever they come: the page, the canvas, the outline and the table. One that finds nothing
 * to act on says why.
 */
export function useAct(options: ActOptions): Act {
  return useStable<Parameters<Act>, boolean>((action, ids, press) => {
    const doer = doers[action];
    if (doer(options, { action, ids, press })) return true;
    // What is left to the lists is left to the browser, too.
    if (doer === leaveToList) return false;
    void tellWhyNot(options.bench, action, ids);
    return true;
  });
}

/** What it says is not needed for the first picture; without a server it is left unsaid. */
async function tellWhyNot(
  { exploration, toasts }: AppBench,
  action: ExplorerAction,
  ids: readonly NodeId[],
): Promise<void> {
  const { sayWhyNot } = await import('./exploration/say-why-not.ts').catch(() => ({ sayWhyNot: () => null }));
  const why = sayWhyNot(exploration, action, ids);
  if (why !== null) toasts.tell(why);
}

interface Asked {
  readonly action: ExplorerAction;
  readonly ids: readonly NodeId[];
  readonly press: string;
}

type Doer = (options: ActOptions, asked: Asked) => boolean;

/** Walking, choosing a row and opening its menu are done where the row is. */
const leaveToList: Doer = () => false;

const always =
  (does: (options: ActOptions, asked: Asked) => void): Doer =>
  (options, asked) => {
    does(options, asked);
    return true;
  };

const toOne =
  (does: (bench: AppBench, id: NodeId) => void): Doer =>
  ({ bench }, { ids }) => {
    const id = ids.findLast((each) => bench.exploration.nodes.has(each));
    if (id) does(bench, id);
    return id !== undefined;
  };

/** To the relationship that is inspected, else to the node that is meant, or else to what is inspected. */
const toRecord =
  (does: (bench: AppBench, id: NodeId | RelationshipId) => void): Doer =>
  ({ bench }, { ids }) => {
    const { inspected } = bench;
    const node = ids.at(-1) ?? (inspected.kind === 'node' ? inspected.id : null);
    const id = inspected.kind === 'relationship' ? inspected.id : node;
    if (id) does(bench, id);
    return id !== null;
  };

const change: Doer = ({ bench }, { action, ids, press }) => {
  const command = isViewAction(action) ? commandOfAction(bench.exploration, action, ids, press) : null;
  if (command) bench.run(command);
  return command !== null;
};

/** Below the button that opens the menu by hand. */
function exportMenuPlace(): Point {
  const { left = 8, bottom = 8 } =
    document.querySelector('[data-opens="export"]')?.getBoundingClientRect() ?? {};
  return { x: left, y: bottom + 4 };
}

/** One for each action, so that an action that nobody does from here does not compile. */
const doers: Record<ExplorerAction, Doer> = {
  search: always(({ search }) => search.current?.focus()),
  walk: leaveToList,
  select: change,
  addToSelection: change,
  extendSelection: leaveToList,
  selectAll: change,
  selectNeighbours: change,
  selectRelationship: change,
  letGo: always(({ bench, canvas }) => {
    if (!bench.view.cancel() && !canvas.current?.cancelArranging()) bench.letGo();
  }),
  nextPanel: always((_, { press }) => goToPanel(press.startsWith('Shift+') ? -1 : 1)),
  menu: leaveToList,
  expand: toOne(({ actions }, id) => actions.expand(id)),
  choose: toOne(({ actions }, id) => actions.choose(id)),
  collapse: change,
  hide: change,
  reveal: change,
  remove: change,
  pin: change,
  move: change,
  findPath: always(({ bench }, { ids }) => {
    const at = ids.at(-1);
    bench.findPath((at && bench.exploration.nodes.get(at)?.record) ?? null);
  }),
  stepPath: ({ bench }, { press }) => bench.paths.step(press.startsWith('Shift+') ? -1 : 1),
  link: toOne(({ exploration, actions }, id) => {
    const record = exploration.nodes.get(id)?.record;
    if (record) actions.link(record);
  }),
  edit: toRecord(({ actions }, id) => actions.edit(id)),
  settle: toRecord(({ actions }, id) => actions.settle(id, null)),
  merge: toOne(({ actions }, id) => actions.merge(id)),
  create: always(({ bench }) => bench.actions.create()),
  relate: toOne(({ actions }, id) => actions.relate(id)),
  judge: ({ bench }, { ids }) => {
    const inspection = ids.findLast((id) => bench.exploration.nodes.get(id)?.record.type === 'Inspection');
    if (inspection) bench.actions.judge(inspection);
    return inspection !== undefined;
  },
  delete: toRecord(({ actions }, id) => actions.delete(id)),
  changes: toRecord(({ actions }, id) => actions.changes(id)),
  recentChanges: always(({ bench }) => bench.actions.recentChanges()),
  query: toOne(({ actions }, id) => actions.query(id)),
  findShared: always(({ bench }) => bench.actions.findShared()),
  cite: toRecord(({ actions }, id) => actions.cite(id)),
  export: always(({ bench }) => bench.outlet.openMenu(exportMenuPlace())),
  pan: leaveToList,
  zoom: always(({ canvas }, { press }) => canvas.current?.zoom('+='.includes(press) ? 1.25 : 0.8)),
  fit: always(({ canvas }) => canvas.current?.fit()),
  undo: ({ bench }) => bench.undo(),
  redo: ({ bench }) => bench.redo(),
  history: always(({ bench }) => bench.outlet.toggleHistory()),
  views: always(({ bench }) => bench.outlet.openViews()),
  help: always(({ help }) => help()),
};
