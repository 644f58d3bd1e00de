import { useState } from 'react';
import type { NodeId, RelationshipId } from '../schema/ids.ts';
import type { GraphNode } from '../schema/records.ts';
import type { ChangesScope } from './curate/changes/ChangesPanel.tsx';
import type { CurateTask } from './curate/task.ts';
import { useHandedOver } from './explorer/use-handed-over.ts';
import { useWorkbench } from './explorer/use-workbench.ts';
import { useLive } from './live/use-live.ts';
import { chooseEnds } from './paths/choose-ends.ts';
import { useShared } from './paths/shared/use-shared.ts';
import { usePaths } from './paths/use-paths.ts';
import { curatingActions, useAppCurating } from './use-app-curating.ts';
import { useAskedQuote } from './use-asked-quote.ts';
import { useOutlet } from './use-outlet.ts';

/** What the right room shows: facts, paths, what the selected nodes share, changes, or the curator's task. */
export type RightTab = 'details' | 'paths' | 'shared' | 'changes' | 'curate';

/** The workbench with the features that can join it only where all features meet. */
export function useAppBench(...given: Parameters<typeof useWorkbench>) {
  const bench = useWorkbench(...given);
  const { exploration, run, view, panels } = bench;
  const paths = usePaths({ exploration, run, fail: view.fail });
  const shared = useShared({ exploration, run, fail: view.fail });
  const outlet = useOutlet();
  const live = useLive({ exploration, run, announce: bench.toasts.announce });
  useHandedOver({ view, tell: bench.toasts.tell });
  const [rightTab, setRightTab] = useState<RightTab>('details');
  const curating = useAppCurating(bench);
  const begin = (task: CurateTask) => {
    curating.begin(task);
    setRightTab('curate');
    panels.showDetails();
  };
  const tasks = curatingActions(exploration, begin);
  useAskedQuote({ exploration, isReady: curating.curator.kind !== 'checking', link: tasks.link });
  const findPath = (of: GraphNode | null) => {
    paths.ask(chooseEnds(exploration, of, paths.ends));
    setRightTab('paths');
    panels.showDetails();
  };
  const findShared = (): boolean => {
    const isAsked = shared.ask();
    if (isAsked) {
      setRightTab('shared');
      panels.showDetails();
    } else bench.toasts.tell('Select two nodes or more to see what they share.');
    return isAsked;
  };
  const [isChangesOpen, setChangesOpen] = useState(false);
  const [scope, setScope] = useState<ChangesScope>('record');
  const { inspected } = bench;
  const openChanges = (of: ChangesScope) => {
    setScope(of);
    setChangesOpen(true);
    setRightTab('changes');
    panels.showDetails();
  };
  const showChanges = (id: NodeId | RelationshipId) => {
    if (inspected.kind === 'nothing' || inspected.id !== id)
      bench.run({ kind: 'select', ids: [id], follows: true });
    openChanges('record');
  };
  const isOpen: Record<RightTab, boolean> = {
    details: true,
    paths: paths.ends !== null,
    shared: shared.asked !== null,
    changes: isChangesOpen,
    curate: curating.task !== null,
  };
  return {
    ...bench,
    actions: {
      ...bench.actions,
      findPath,
      findShared,
      cite: outlet.openCite,
      changes: showChanges,
      recentChanges: () => openChanges('graph'),
      ...tasks,
      mayWrite: curating.mayWrite,
      signIn: curating.openSignIn,
    },
    outlet,
    /** Opens the dialogue with the code that shows the view elsewhere. */
    async embed() {
      const link = await bench.link();
      if (link.kind === 'link') outlet.openEmbed(link.fragment);
      else
        bench.toasts.tell(
          'This view is too large to be embedded: a frame takes it from its address.',
          'failure',
        );
    },
    live,
    paths,
    shared,
    findPath,
    isChangesOpen,
    changes: { scope, setScope },
    closeChanges: () => setChangesOpen(false),
    curating,
    rightTab: isOpen[rightTab] ? rightTab : 'details',
    setRightTab,
    /** As on the bench; what they share and the paths are let go of after the selection. */
    letGo() {
      if (view.missing || exploration.selection.length > 0) bench.letGo();
      else if (shared.asked) shared.close();
      else if (paths.ends) paths.close();
      else bench.letGo();
    },
  };
}

export type AppBench = ReturnType<typeof useAppBench>;
