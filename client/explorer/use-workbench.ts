import { useCallback, useEffect, useRef } from 'react';
import { type NodeId, parseNodeId, parseRelationshipId } from '../../schema/ids.ts';
import type { Inspected } from '../api/use-detail.ts';
import type { Camera } from '../exploration/camera.ts';
import { type Command, isRecorded, labelCommand } from '../exploration/commands.ts';
import { allTime } from '../exploration/filters/time-filter.ts';
import { isEqual } from '../exploration/is-equal.ts';
import { saySelection } from '../exploration/say-selection.ts';
import type { ReadLink } from '../exploration/share/view-link.ts';
import { useExploration } from '../exploration/use-exploration.ts';
import { useTheme } from '../ui/use-theme.ts';
import { useToasts } from '../ui/use-toasts.ts';
import { loadAddress } from './load-address.ts';
import { useAddress } from './use-address.ts';
import { useNodeActions } from './use-node-actions.ts';
import { usePanels } from './use-panels.ts';
import { type Drawer, useView } from './use-view.ts';
import { useViewFiles } from './use-view-files.ts';

/** What is asked of the canvas, which only the page knows. It is the same object at every drawing. */
interface AskedOfCanvas extends Drawer {
  /** From where it is seen; null before it is drawn. */
  readonly camera: () => Camera | null;
}

/** All that the explorer holds and can do: the view and its history, what is inspected, panels and messages. */
export function useWorkbench(canvas: AskedOfCanvas) {
  const { camera } = canvas;
  const toasts = useToasts();
  const { announce, tell } = toasts;
  const [theme, chooseTheme] = useTheme();
  const session = useExploration();
  const { exploration, run: runInSession, undo, redo, undoLabel, redoLabel } = session;
  const latest = useRef(exploration);
  useEffect(() => {
    latest.current = exploration;
  });
  const run = useCallback(
    (command: Command) => {
      // What an expansion brought is told once it is there, with its number.
      if (isRecorded(command) && command.kind !== 'expand') announce(labelCommand(latest.current, command));
      if (command.kind === 'select' && !isEqual(command.ids, latest.current.selection))
        announce(saySelection(latest.current, command.ids));
      runInSession(command);
    },
    [runInSession, announce],
  );
  const view = useView({ session, tell, announce, drawer: canvas });
  const panels = usePanels();
  const { open, expand, choose } = view;
  const actions = useNodeActions({ exploration, run, open, expand, choose });
  const inspected = whatIsInspected(exploration.selection.at(-1), view.missing);
  const selected = inspected.kind === 'node' ? inspected.id : null;
  const { goBackTo } = view;
  const arrive = async (link: ReadLink) => {
    if (link.kind === 'view') return goBackTo(link.view);
    if (link.kind === 'problem')
      return tell((await loadAddress()).sayViewProblem(link.problem, 'link'), 'failure');
    if (link.selected) return open(link.selected);
    run({ kind: 'select', ids: [] });
  };
  const address = useAddress({
    exploration,
    past: session.session.past,
    selected,
    isAsStarted: view.isAsStarted,
    openings: view.openings,
    isReady: view.isReady,
    camera,
    onArrive: arrive,
  });
  const files = useViewFiles({ latest, camera, openShared: view.openShared, tell });
  return {
    toasts,
    theme,
    chooseTheme,
    exploration,
    run,
    view,
    panels,
    actions,
    inspected,
    selected,
    session: session.session,
    goTo: session.goTo,
    files,
    undoLabel,
    redoLabel,
    /** Tells whether there was a step to take back. */
    undo(): boolean {
      if (undoLabel === null) return false;
      announce(`undone: ${undoLabel}`);
      undo();
      return true;
    },
    redo(): boolean {
      if (redoLabel === null) return false;
      announce(`redone: ${redoLabel}`);
      redo();
      return true;
    },
    /** Lets go of one thing: what is not there, the selection, the filter by time, the sheet. */
    letGo() {
      if (view.missing) view.setMissing(null);
      else if (exploration.selection.length > 0) run({ kind: 'select', ids: [] });
      else if (exploration.time.kind !== 'all') run({ kind: 'filterTime', time: allTime });
      else panels.closeSheet();
    },
    touchAddress: address.touch,
    link: address.link,
    async copyLink(): Promise<void> {
      const { copyLink } = await loadAddress();
      await copyLink(await address.link(), tell, (text) => void files.save(text, view.view?.title ?? 'view'));
    },
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;

function whatIsInspected(last: string | undefined, missing: NodeId | null): Inspected {
  const node = last === undefined ? missing : parseNodeId(last);
  if (node) return { kind: 'node', id: node };
  const relationship = last === undefined ? null : parseRelationshipId(last);
  return relationship ? { kind: 'relationship', id: relationship } : { kind: 'nothing' };
}
