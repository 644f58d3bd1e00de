import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { type NodeId, parseNodeId, parseRelationshipId } from '../schema/ids.ts';
import { sayFailure } from './api/failures.ts';
import type { CanvasHandle } from './canvas/Canvas.tsx';
import { type Command, isRecorded, labelCommand } from './exploration/commands.ts';
import type { Point } from './exploration/exploration.ts';
import { useExploration } from './exploration/use-exploration.ts';
import { CanvasStage } from './explorer/CanvasStage.tsx';
import { ExpandChooser } from './explorer/ExpandChooser.tsx';
import { Header } from './explorer/Header.tsx';
import { KeysDialog } from './explorer/KeysDialog.tsx';
import { nodeMenuItems } from './explorer/node-menu.tsx';
import { Panels } from './explorer/Panels.tsx';
import { PhoneSheets } from './explorer/PhoneSheets.tsx';
import { UndoBar } from './explorer/UndoBar.tsx';
import { useAddress } from './explorer/use-address.ts';
import { useKeys } from './explorer/use-keys.ts';
import { useNodeActions } from './explorer/use-node-actions.ts';
import { usePanels } from './explorer/use-panels.ts';
import { useView } from './explorer/use-view.ts';
import type { Inspected } from './inspector/Inspector.tsx';
import { Legend } from './legend/Legend.tsx';
import { Button } from './ui/Button.tsx';
import { Menu } from './ui/Menu.tsx';
import { Notice, Placeholder } from './ui/Notice.tsx';
import { PanelFrame, Tabs } from './ui/Panel.tsx';
import { Toasts } from './ui/Toasts.tsx';
import { useToasts } from './ui/use-toasts.ts';

// Both stand beside the canvas and are not needed for it to be drawn.
const Inspector = lazy(() =>
  import('./inspector/Inspector.tsx').then(({ Inspector: loaded }) => ({ default: loaded })),
);
const Outline = lazy(() =>
  import('./outline/Outline.tsx').then(({ Outline: loaded }) => ({ default: loaded })),
);

/** The explorer: arranges the panels around the canvas, and joins what they do. */
export function App() {
  const { toasts, announcement, announce, tell, close } = useToasts();
  const session = useExploration();
  const { exploration, undo, redo, undoLabel, redoLabel } = session;
  const view = useView({ session, tell, announce });
  const panels = usePanels();
  const canvas = useRef<CanvasHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [menu, setMenu] = useState<{ readonly id: NodeId; readonly at: Point } | null>(null);

  const stateRef = useRef(exploration);
  stateRef.current = exploration;
  const { run: runInSession } = session;
  const run = useCallback(
    (command: Command) => {
      if (isRecorded(command) && command.kind !== 'expand') announce(labelCommand(stateRef.current, command));
      runInSession(command);
    },
    [runInSession, announce],
  );

  const { actions, actByKey } = useNodeActions({
    exploration,
    run,
    open: view.open,
    expand: view.expand,
    choose: view.setChoosing,
  });

  const inspected = whatIsInspected(exploration.selection.at(-1), view.missing);
  const selectedNode = inspected.kind === 'node' ? inspected.id : null;
  useAddress({
    selected: selectedNode,
    isReady: view.isReady,
    onArrive: (id) => (id ? void view.open(id) : run({ kind: 'select', ids: [] })),
  });

  useKeys({
    search: () => search.current?.focus(),
    help: () => setHelpOpen(true),
    undo: () => {
      if (undoLabel !== null) announce(`undone: ${undoLabel}`);
      undo();
    },
    redo: () => {
      if (redoLabel !== null) announce(`redone: ${redoLabel}`);
      redo();
    },
    fit: () => canvas.current?.fit(),
    letGo: () => {
      if (view.missing) view.setMissing(null);
      else if (exploration.selection.length > 0) run({ kind: 'select', ids: [] });
      else panels.closeSheet();
    },
    act: (key) => selectedNode !== null && exploration.nodes.has(selectedNode) && actByKey(selectedNode, key),
  });

  const totals = view.opening.kind === 'loaded' ? view.opening.value.totals : null;
  const views = view.opening.kind === 'loaded' ? view.opening.value.views : [];

  const left = (
    <PanelFrame
      label="Legend and outline"
      head={
        <Tabs
          label="Legend or outline"
          tabs={[
            { key: 'legend', words: 'Legend' },
            { key: 'outline', words: 'Outline' },
          ]}
          chosen={panels.left === 'outline' ? 'outline' : 'legend'}
          onChoose={panels.setLeft}
        />
      }
      onClose={panels.closeLeft}
    >
      {panels.left === 'outline' ? (
        <Suspense fallback={<Placeholder label="The outline is being fetched" />}>
          <Outline
            exploration={exploration}
            onSelect={(id, adds) =>
              run({
                kind: 'select',
                ids: adds ? [...exploration.selection.filter((each) => each !== id), id] : [id],
              })
            }
            onKey={actByKey}
            onMenu={(id, at) => setMenu({ id, at })}
            onReveal={(ids) => run({ kind: 'reveal', ids })}
          />
        </Suspense>
      ) : (
        <Legend
          exploration={exploration}
          run={run}
          totals={totals}
          views={views}
          currentView={view.view?.id ?? null}
          onOpenView={(next) => {
            void view.openView(next, null).then((outcome) => {
              if (outcome.kind === 'failure') view.fail(outcome.failure);
              else announce(`Opened: ${next.title}`);
            });
            panels.closeSheet();
          }}
        />
      )}
    </PanelFrame>
  );

  const right = (
    <PanelFrame label="Details" onClose={panels.closeRight}>
      <Suspense fallback={<Placeholder label="The details are being fetched" lines={9} />}>
        <Inspector inspected={inspected} selected={exploration.selection.length} actions={actions} />
      </Suspense>
    </PanelFrame>
  );

  const stage = (
    <CanvasStage
      exploration={exploration}
      run={run}
      inGraph={totals && countNodes(totals.types)}
      busy={view.busy}
      canvas={canvas}
      onZoom={(factor) => canvas.current?.zoom(factor)}
      onFit={() => canvas.current?.fit()}
      onExpand={(id) => {
        run({ kind: 'select', ids: [id] });
        view.expand(id);
      }}
      onMenu={(id, at) => setMenu(id ? { id, at } : null)}
      onShowEverything={() => void view.showEverything()}
      instead={insteadOfCanvas(view)}
    >
      <UndoBar undoLabel={undoLabel} redoLabel={redoLabel} onUndo={undo} onRedo={redo} />
      {!panels.isPhone && panels.left === 'closed' && (
        <div className="stage-open-left">
          <Button onClick={() => panels.setLeft('legend')}>Legend and outline</Button>
        </div>
      )}
      {!panels.isPhone && panels.right === 'closed' && (
        <div className="stage-open-right">
          <Button onClick={panels.openRight}>Details</Button>
        </div>
      )}
    </CanvasStage>
  );

  const menuRecord = menu && exploration.nodes.get(menu.id)?.record;
  return (
    <div className="app">
      <Header
        title={view.view?.title ?? null}
        searchRef={search}
        onChoose={(id) => {
          void view.open(id);
          panels.showDetails();
        }}
        onCopyLink={() => void copyLink(tell)}
        onHelp={() => setHelpOpen(true)}
      />
      <main className="app-main">
        {panels.isPhone ? (
          <PhoneSheets panels={panels} selected={selectedNode} stage={stage} left={left} right={right} />
        ) : (
          <Panels
            left={panels.left === 'closed' ? null : left}
            middle={stage}
            right={panels.right === 'closed' ? null : right}
          />
        )}
        <Toasts toasts={toasts} announcement={announcement} onClose={close} />
      </main>
      {isHelpOpen && <KeysDialog onClose={() => setHelpOpen(false)} />}
      {view.choosing && (
        <ExpandChooser
          exploration={exploration}
          of={view.choosing}
          onChoose={(along) => view.choosing && void view.bringIn(view.choosing, along)}
          onClose={() => view.setChoosing(null)}
        />
      )}
      {menu && menuRecord && (
        <Menu
          label={`What to do with ${menuRecord.properties.name}`}
          items={nodeMenuItems(menu.id, menuRecord, actions)}
          at={menu.at}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

function whatIsInspected(last: string | undefined, missing: NodeId | null): Inspected {
  const node = last === undefined ? missing : parseNodeId(last);
  if (node) return { kind: 'node', id: node };
  const relationship = last === undefined ? null : parseRelationshipId(last);
  return relationship ? { kind: 'relationship', id: relationship } : { kind: 'nothing' };
}

/** What stands in the place of the canvas: nothing while it can be drawn. */
function insteadOfCanvas({ opening, begin, isReady }: ReturnType<typeof useView>): ReactNode {
  if (opening.kind === 'failure') {
    const { title, text } = sayFailure(opening.failure);
    return (
      <div className="stage-notice">
        <Notice title={title} urgent action={<Button onClick={() => void begin()}>Try again</Button>}>
          {text}
        </Notice>
      </div>
    );
  }
  if (opening.kind === 'loading' || !isReady) return <p className="stage-waiting">Fetching the graph …</p>;
  if (countNodes(opening.value.totals.types) > 0) return null;
  return (
    <div className="stage-notice">
      <Notice title="The graph is empty">
        Nothing has been loaded into this database yet. The command “oversight seed” loads a file of facts.
      </Notice>
    </div>
  );
}

/** Nodes of all types but judgements, which are chips of their inspections. */
function countNodes(types: ReadonlyMap<string, number>): number {
  return [...types].reduce((sum, [type, count]) => (type === 'Judgement' ? sum : sum + count), 0);
}

async function copyLink(tell: (text: string, tone?: 'news' | 'failure') => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    tell('The link to this view is on the clipboard.');
  } catch {
    // Browsers forbid the clipboard on pages that are not served over HTTPS or from this machine.
    tell(
      'The browser does not let this page use the clipboard. The address of the page is the link.',
      'failure',
    );
  }
}
