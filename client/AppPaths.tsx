import { Suspense } from 'react';
import type { NodeId } from '../schema/ids.ts';
import { ChangesTab, CurateTab, pickBox } from './AppCurating.tsx';
import { RightPanel } from './AppPanels.tsx';
import { lazyPart } from './api/lazy-part.ts';
import { Placeholder } from './ui/Notice.tsx';
import { PanelFrame, Tabs } from './ui/Panel.tsx';
import type { AppBench, RightTab } from './use-app-bench.ts';

const PathsPanel = lazyPart(() => import('./paths/PathsPanel.tsx').then((part) => part.PathsPanel));

interface RightRoomProps {
  readonly bench: AppBench;
}

const SharedPanel = lazyPart(() => import('./paths/shared/SharedPanel.tsx').then((part) => part.SharedPanel));

const tabWords: Record<RightTab, string> = {
  details: 'Details',
  paths: 'Paths',
  shared: 'Shared',
  changes: 'Changes',
  curate: 'Curate',
};

/** The facts of what is selected, and beside them paths, what several share, changes and the curator's task, once these are asked for. */
export function RightRoom({ bench }: RightRoomProps) {
  const { paths, shared, curating, rightTab } = bench;
  const open: readonly RightTab[] = [
    'details',
    ...(paths.ends ? (['paths'] as const) : []),
    ...(shared.asked ? (['shared'] as const) : []),
    ...(bench.isChangesOpen ? (['changes'] as const) : []),
    ...(curating.task ? (['curate'] as const) : []),
  ];
  const head = open.length > 1 && (
    <Tabs
      label="What stands here"
      tabs={open.map((key) => ({ key, words: tabWords[key] }))}
      chosen={rightTab}
      onChoose={bench.setRightTab}
    />
  );
  switch (rightTab) {
    case 'details':
      return <RightPanel bench={bench} head={head} />;
    case 'paths':
      return (
        <PanelFrame label="Paths" head={head} onClose={paths.close}>
          <PathsTab bench={bench} />
        </PanelFrame>
      );
    case 'shared':
      return (
        <PanelFrame label="Shared" head={head} onClose={shared.close}>
          <SharedTab bench={bench} />
        </PanelFrame>
      );
    case 'changes':
      return (
        <PanelFrame label="Changes" head={head} onClose={bench.closeChanges} isText>
          <ChangesTab bench={bench} />
        </PanelFrame>
      );
    case 'curate':
      return (
        <PanelFrame label="Curate" head={head} onClose={curating.close}>
          <CurateTab bench={bench} />
        </PanelFrame>
      );
  }
}

function PathsTab({ bench: { paths, exploration, actions, setRightTab } }: RightRoomProps) {
  const open = (id: NodeId) => {
    setRightTab('details');
    actions.open(id);
  };
  return (
    <Suspense fallback={<Placeholder label="The paths are being fetched" lines={7} />}>
      <PathsPanel paths={paths} exploration={exploration} endBox={pickBox} onOpen={open} />
    </Suspense>
  );
}

function SharedTab({ bench: { shared, exploration, actions, setRightTab } }: RightRoomProps) {
  const open = (id: NodeId) => {
    setRightTab('details');
    actions.open(id);
  };
  return (
    <Suspense fallback={<Placeholder label="What they share is being fetched" lines={7} />}>
      <SharedPanel shared={shared} exploration={exploration} onOpen={open} />
    </Suspense>
  );
}
