import { lazy, Suspense } from 'react';
import type { NodeId } from '../schema/ids.ts';
import { RightPanel } from './AppPanels.tsx';
import type { EndBox } from './paths/PathEndsForm.tsx';
import { SearchBox } from './search/SearchBox.tsx';
import { Placeholder } from './ui/Notice.tsx';
import { PanelFrame, Tabs } from './ui/Panel.tsx';
import type { AppBench } from './use-app-bench.ts';

const PathsPanel = lazy(() =>
  import('./paths/PathsPanel.tsx').then(({ PathsPanel: loaded }) => ({ default: loaded })),
);

interface RightRoomProps {
  readonly bench: AppBench;
}

const rightTabs = [
  { key: 'details', words: 'Details' },
  { key: 'paths', words: 'Paths' },
] as const;

/** The facts of what is selected, and beside them the paths, once they are asked for. */
export function RightRoom({ bench }: RightRoomProps) {
  const { paths, rightTab } = bench;
  const head = paths.ends && (
    <Tabs label="Details or paths" tabs={rightTabs} chosen={rightTab} onChoose={bench.setRightTab} />
  );
  if (rightTab === 'details') return <RightPanel bench={bench} head={head} />;
  return (
    <PanelFrame label="Paths" head={head} onClose={paths.close}>
      <PathsTab bench={bench} />
    </PanelFrame>
  );
}

const endBox: EndBox = ({ onChoose, ...rest }) => (
  <SearchBox {...rest} onChoose={(id, { type, name }) => onChoose({ id, type, name: name.text })} />
);

function PathsTab({ bench: { paths, exploration, actions, setRightTab } }: RightRoomProps) {
  const open = (id: NodeId) => {
    setRightTab('details');
    actions.open(id);
  };
  return (
    <Suspense fallback={<Placeholder label="The paths are being fetched" lines={7} />}>
      <PathsPanel paths={paths} exploration={exploration} endBox={endBox} onOpen={open} />
    </Suspense>
  );
}
