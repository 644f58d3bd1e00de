import { useState } from 'react';
import type { GraphNode } from '../schema/records.ts';
import type { Camera } from './exploration/camera.ts';
import { useHandedOver } from './explorer/use-handed-over.ts';
import { useWorkbench } from './explorer/use-workbench.ts';
import { chooseEnds } from './paths/choose-ends.ts';
import { usePaths } from './paths/use-paths.ts';
import { useOutlet } from './use-outlet.ts';

/** The workbench with the paths, which as a feature of their own can join it only where all features meet. */
export function useAppBench(camera: () => Camera | null) {
  const bench = useWorkbench(camera);
  const { exploration, run, view, panels } = bench;
  const paths = usePaths({ exploration, run, fail: view.fail });
  const outlet = useOutlet();
  useHandedOver({ view, tell: bench.toasts.tell });
  const [rightTab, setRightTab] = useState<'details' | 'paths'>('details');
  const findPath = (of: GraphNode | null) => {
    paths.ask(chooseEnds(exploration, of, paths.ends));
    setRightTab('paths');
    panels.showDetails();
  };
  return {
    ...bench,
    actions: { ...bench.actions, findPath, cite: outlet.openCite },
    outlet,
    paths,
    findPath,
    rightTab: paths.ends ? rightTab : ('details' as const),
    setRightTab,
    /** As on the bench; the paths are let go of after the selection. */
    letGo() {
      if (paths.ends && !view.missing && exploration.selection.length === 0) paths.close();
      else bench.letGo();
    },
  };
}

export type AppBench = ReturnType<typeof useAppBench>;
