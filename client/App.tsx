import {
  type CSSProperties,
  type Ref,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NodeId } from '../schema/ids.ts';
import { SignIn } from './AppCurating.tsx';
import type { OpenMenu } from './AppMenu.tsx';
import { FootPanel, firstPanels, LeftPanel } from './AppPanels.tsx';
import { RightRoom } from './AppPaths.tsx';
import { History } from './AppViews.tsx';
import { lazyPart } from './api/lazy-part.ts';
import { fetchNeighboursAhead } from './api/neighbours.ts';
import type { CanvasHandle } from './canvas/Canvas.tsx';
import { beginLayout, fetchCanvas } from './canvas/fetch-canvas.ts';
import { CuratorButton } from './curate/sign-in/CuratorButton.tsx';
import { nodesForKey } from './exploration/command-of-action.ts';
import { tonesOf } from './exploration/type-looks.ts';
import { READABLE } from './exploration/visible.ts';
import { CanvasStage } from './explorer/CanvasStage.tsx';
import { ConnectionBanner } from './explorer/ConnectionBanner.tsx';
import { Header } from './explorer/Header.tsx';
import { countNodes, hasGraph, NoGraph } from './explorer/NoGraph.tsx';
import { OpenedMenu } from './explorer/opened-menu.ts';
import { OpenFoot, OpenPanels, Panels } from './explorer/Panels.tsx';
import { PhoneSheets } from './explorer/PhoneSheets.tsx';
import { useKeptFocus } from './explorer/use-kept-focus.ts';
import { useKeys } from './explorer/use-keys.ts';
import { WithStrip } from './explorer/WithStrip.tsx';
import { LiveSwitch } from './live/LiveSwitch.tsx';
import { SearchBox } from './search/SearchBox.tsx';
import { Toasts } from './ui/Toasts.tsx';
import { useStable } from './ui/use-stable.ts';
import { type Act, useAct } from './use-act.ts';
import { type AppBench, useAppBench } from './use-app-bench.ts';

// Cytoscape is most of what is sent; the page stands before it comes.
const Canvas = lazyPart(fetchCanvas);

const ExpandChooser = lazyPart(() =>
  import('./explorer/ExpandChooser.tsx').then((part) => part.ExpandChooser),
);
const LargeNotice = lazyPart(() =>
  import('./explorer/stage/LargeNotice.tsx').then((part) => part.LargeNotice),
);
const UndoBar = lazyPart(() => import('./explorer/UndoBar.tsx').then((part) => part.UndoBar));
const Outlets = lazyPart(() => import('./AppOutlets.tsx').then((part) => part.Outlets));
const KeysDialog = lazyPart(() => import('./explorer/KeysDialog.tsx').then((part) => part.KeysDialog));
const RecordMenu = lazyPart(() => import('./AppMenu.tsx').then((part) => part.RecordMenu));

/** While the server is asked for the graph, what shows it comes. */
function fetchAhead(): void {
  for (const part of [Canvas, ...firstPanels, OpenedMenu, UndoBar]) part.ahead();
  void fetchNeighboursAhead();
}

/** The explorer: arranges the panels around the canvas. It and its parts beside this file alone know all features. */
export function App() {
  const canvas = useRef<CanvasHandle>(null);
  const stage = useRef<HTMLElement>(null);
  const asked = useMemo<Parameters<typeof useAppBench>[0]>(
    () => ({
      camera: () => canvas.current?.camera() ?? null,
      prepare: (exploration) => beginLayout(exploration, stage.current),
      placesFor: async (exploration) => canvas.current?.placesFor(exploration) ?? null,
    }),
    [],
  );
  const bench = useAppBench(asked);
  const { exploration, view, panels, actions, selected } = bench;
  const search = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const help = () => setHelpOpen(true);
  const act = useAct({ bench, canvas, search, help });
  useKeys((action, press) => act(action, nodesForKey(exploration, null), press));
  useKeptFocus();
  useEffect(fetchAhead, []);
  const choose = useStable((id: NodeId) => {
    actions.open(id);
    // From what was found one walks on.
    canvas.current?.focus();
    bench.setRightTab('details');
    panels.showDetails();
  });
  // The history is one of them, and stands on the stage.
  const outlet = bench.outlet.open.kind;
  const lists = { act, onMenu: (id: OpenMenu['id'], at: OpenMenu['at']) => setMenu({ id, at }) };
  const rooms = {
    left: panels.left === 'closed' ? null : <LeftPanel bench={bench} {...lists} />,
    middle: <Stage bench={bench} stage={stage} canvas={canvas} act={act} onMenu={setMenu} />,
    right: panels.isPhone || panels.right === 'open' ? <RightRoom bench={bench} /> : null,
  };
  const strip =
    panels.foot !== 'closed' && hasGraph(view) ? (
      <FootPanel bench={bench} which={panels.foot} {...lists} />
    ) : null;
  // React takes custom properties, its types know none.
  const tones = tonesOf(exploration.looks) as CSSProperties;
  return (
    <div className="app" style={tones}>
      <Header
        title={(hasGraph(view) && view.view?.title) || null}
        isPhone={panels.isPhone}
        search={<SearchBox inputRef={search} onChoose={choose} />}
        live={<LiveSwitch live={bench.live} />}
        theme={bench.theme}
        onTheme={bench.chooseTheme}
        onCopyLink={() => void bench.copyLink()}
        curator={<CuratorButton curator={bench.curating.curator} onOpen={bench.curating.openSignIn} />}
        onExport={() => act('export', [], '')}
        onViews={bench.outlet.openViews}
        onHelp={help}
      />
      <ConnectionBanner
        isDrawn={hasGraph(view)}
        onRecovered={() => bench.toasts.tell('The server is back.')}
      />
      <main className="app-main">
        {panels.isPhone ? (
          <PhoneSheets
            panels={panels}
            selected={selected}
            timeline={<FootPanel bench={bench} which="timeline" {...lists} />}
            table={<FootPanel bench={bench} which="table" {...lists} />}
            {...rooms}
          />
        ) : (
          <Panels {...rooms} middle={<WithStrip strip={strip}>{rooms.middle}</WithStrip>} />
        )}
        {outlet !== 'nothing' && outlet !== 'history' && (
          <Suspense>
            <Outlets bench={bench} />
          </Suspense>
        )}
        {menu && (
          <Suspense>
            <RecordMenu bench={bench} menu={menu} onClose={() => setMenu(null)} />
          </Suspense>
        )}
      </main>
      {isHelpOpen && (
        <Suspense>
          <KeysDialog onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
      <Chooser bench={bench} />
      <SignIn bench={bench} />
    </div>
  );
}

interface StageProps {
  readonly bench: AppBench;
  readonly stage: RefObject<HTMLElement | null>;
  readonly canvas: { readonly current: CanvasHandle | null } & Ref<CanvasHandle>;
  readonly act: Act;
  readonly onMenu: (menu: OpenMenu | null) => void;
}

function Stage({ bench, stage, canvas, act, onMenu }: StageProps) {
  const { exploration, run, view, panels } = bench;
  const [arranging, setArranging] = useState<number | null>(null);
  const totals = view.opening.kind === 'loaded' ? view.opening.value.totals : null;
  const drawing = (
    <Suspense fallback={<p className="stage-waiting">Drawing …</p>}>
      <Canvas
        ref={canvas}
        state={exploration}
        // What is chosen in the legend is a tone of the page, which the canvas reads as it reads the theme.
        theme={`${bench.theme} ${JSON.stringify([...exploration.looks])}`}
        look={view.look}
        onCamera={bench.touchAddress}
        onCommand={run}
        onExpand={(id) => {
          // One of several that are selected stands for all of them.
          if (!exploration.selection.includes(id)) run({ kind: 'select', ids: [id] });
          view.expand(id);
        }}
        onAsk={(action, ids) => act(action, ids, '')}
        onMenu={(id, at) => onMenu(id && { id, at })}
        onCancel={view.cancel}
        onArranging={setArranging}
      />
    </Suspense>
  );
  return (
    <CanvasStage
      box={stage}
      exploration={exploration}
      run={run}
      inGraph={totals && countNodes(totals.types)}
      busy={view.busy}
      onCancelBusy={view.cancel}
      arranging={arranging}
      onCancelArranging={() => canvas.current?.cancelArranging()}
      drawing={drawing}
      instead={hasGraph(view) ? null : <NoGraph view={view} />}
      onZoom={(factor) => canvas.current?.zoom(factor)}
      onFit={() => canvas.current?.fit()}
      onShowEverything={() => void view.showEverything()}
      openers={!panels.isPhone && <OpenFoot panels={panels} />}
      notice={
        exploration.nodes.size > READABLE && (
          <Suspense>
            <LargeNotice
              exploration={exploration}
              onFilter={() => {
                panels.setLeft('legend');
                if (panels.isPhone) panels.openSheet('left');
              }}
              onTable={() => (panels.isPhone ? panels.openSheet('table') : panels.openFoot('table'))}
            />
          </Suspense>
        )
      }
    >
      {(bench.undoLabel !== null || bench.redoLabel !== null) && (
        <Suspense>
          <UndoBar
            undoLabel={bench.undoLabel}
            redoLabel={bench.redoLabel}
            onUndo={bench.undo}
            onRedo={bench.redo}
            onHistory={bench.outlet.toggleHistory}
          />
        </Suspense>
      )}
      <History bench={bench} />
      <Toasts {...bench.toasts} onClose={bench.toasts.close} />
      {!panels.isPhone && <OpenPanels panels={panels} />}
    </CanvasStage>
  );
}

function Chooser({ bench: { exploration, view } }: Pick<StageProps, 'bench'>) {
  const { choosing, stopChoosing, bringIn } = view;
  if (!choosing) return null;
  return (
    <Suspense>
      <ExpandChooser
        exploration={exploration}
        of={choosing}
        onChoose={(along) => void bringIn(choosing, along)}
        onClose={stopChoosing}
      />
    </Suspense>
  );
}
