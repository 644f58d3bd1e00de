import { type ReactNode, Suspense } from 'react';
import type { NodeId, RelationshipId } from '../schema/ids.ts';
import { lazyPart } from './api/lazy-part.ts';
import type { StartingView } from './api/load.ts';
import { bundleOf } from './exploration/bundle-of.ts';
import type { Point } from './exploration/exploration.ts';
import { isOnItsWay, whyNoGraph } from './explorer/NoGraph.tsx';
import { OtherFoot } from './explorer/Panels.tsx';
import type { Foot } from './explorer/use-panels.ts';
import { Placeholder } from './ui/Notice.tsx';
import { PanelFrame, Tabs } from './ui/Panel.tsx';
import type { Act } from './use-act.ts';
import type { AppBench } from './use-app-bench.ts';

// They stand beside the canvas and are not needed for it to be drawn.
const Inspector = lazyPart(() => import('./inspector/Inspector.tsx').then((part) => part.Inspector));
const Legend = lazyPart(() => import('./legend/Legend.tsx').then((part) => part.Legend));
const Outline = lazyPart(() => import('./outline/Outline.tsx').then((part) => part.Outline));

/** What stands beside the canvas when the page opens. */
export const firstPanels = [Inspector, Legend] as const;

const Table = lazyPart(() => import('./table/Table.tsx').then((part) => part.Table));

const Timeline = lazyPart(() => import('./timeline/Timeline.tsx').then((part) => part.Timeline));

interface LeftPanelProps {
  readonly bench: AppBench;
  readonly act: Act;
  readonly onMenu: (id: NodeId | RelationshipId, at: Point) => void;
}

const leftTabs = [
  { key: 'legend', words: 'Legend' },
  { key: 'outline', words: 'Outline' },
] as const;

/** Legend and outline: two ways to see what is on the canvas. */
export function LeftPanel({ bench, ...rest }: LeftPanelProps) {
  const { panels } = bench;
  const isOutline = panels.left === 'outline';
  return (
    <PanelFrame
      label="Legend and outline"
      head={
        <Tabs
          label="Legend or outline"
          tabs={leftTabs}
          chosen={isOutline ? 'outline' : 'legend'}
          onChoose={panels.setLeft}
        />
      }
      onClose={panels.closeLeft}
    >
      {isOutline ? <OutlineTab bench={bench} {...rest} /> : <LegendTab bench={bench} />}
    </PanelFrame>
  );
}

function LegendTab({ bench: { exploration, run, view, panels, toasts } }: Pick<LeftPanelProps, 'bench'>) {
  const opening = view.opening.kind === 'loaded' ? view.opening.value : null;
  const openView = async (next: StartingView) => {
    panels.closeSheet();
    const outcome = await view.openView(next, null);
    if (outcome.kind === 'failure') view.fail(outcome.failure);
    else toasts.announce(`Opened: ${next.title}`);
  };
  const waiting = <Placeholder label="The legend is being fetched" lines={9} />;
  // A legend of nothing would grow row by row under the pointer.
  if (isOnItsWay(view)) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Legend
        exploration={exploration}
        run={run}
        noGraph={whyNoGraph(view)}
        totals={opening?.totals ?? null}
        views={opening?.views ?? []}
        currentView={view.view?.id ?? null}
        onOpenView={(next) => void openView(next)}
      />
    </Suspense>
  );
}

function OutlineTab({ bench: { exploration, run, view }, act, onMenu }: LeftPanelProps) {
  const waiting = <Placeholder label="The outline is being fetched" />;
  // Of nothing it says that there is nothing.
  if (isOnItsWay(view)) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Outline
        exploration={exploration}
        onSelect={(ids) => run({ kind: 'select', ids, follows: true })}
        onAct={act}
        onMenu={onMenu}
        onReveal={(ids) => run({ kind: 'reveal', ids })}
      />
    </Suspense>
  );
}

/** All that has a date, on one axis; or all that can be seen, as rows. */
export function FootPanel({ which, bench, ...lists }: LeftPanelProps & { readonly which: Foot }) {
  const { exploration, run, panels } = bench;
  const more = panels.isPhone ? null : <OtherFoot panels={panels} />;
  if (which === 'table')
    return (
      <PanelFrame label="Table" more={more} onClose={panels.closeFoot}>
        <Suspense fallback={<Placeholder label="The table is being fetched" lines={3} />}>
          <Table
            exploration={exploration}
            onSelect={(ids) => run({ kind: 'select', ids, follows: true })}
            onAct={lists.act}
            onMenu={lists.onMenu}
          />
        </Suspense>
      </PanelFrame>
    );
  return (
    <PanelFrame label="Timeline" more={more} onClose={panels.closeFoot}>
      <Suspense fallback={<Placeholder label="The timeline is being fetched" lines={3} />}>
        <Timeline exploration={exploration} run={run} />
      </Suspense>
    </PanelFrame>
  );
}

/** The facts of what is selected. */
export function RightPanel({
  bench: { exploration, inspected, actions, panels, view },
  head,
}: Pick<LeftPanelProps, 'bench'> & { readonly head: ReactNode }) {
  return (
    <PanelFrame label="Details" head={head} onClose={panels.closeRight}>
      <Suspense fallback={<Placeholder label="The details are being fetched" lines={9} />}>
        <Inspector
          inspected={inspected}
          noGraph={whyNoGraph(view)}
          selected={exploration.selection.length}
          bundle={inspected.kind === 'relationship' ? bundleOf(exploration, inspected.id) : []}
          actions={actions}
        />
      </Suspense>
    </PanelFrame>
  );
}
