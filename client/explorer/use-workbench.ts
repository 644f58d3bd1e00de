import { useCallback, useEffect, useRef } from 'react';
import { type NodeId, parseNodeId, parseRelationshipId } from '../../schema/ids.ts';
import type { Inspected } from '../api/use-detail.ts';
import { type Command, isRecorded, labelCommand } from '../exploration/commands.ts';
import { allTime } from '../exploration/filters/time-filter.ts';
import { useExploration } from '../exploration/use-exploration.ts';
import { useTheme } from '../ui/use-theme.ts';
import { useToasts } from '../ui/use-toasts.ts';
import { useAddress } from './use-address.ts';
import { useNodeActions } from './use-node-actions.ts';
import { usePanels } from './use-panels.ts';
import { useView } from './use-view.ts';

/** All that the explorer holds and can do: the view and its history, what is inspected, panels and messages. */
export function useWorkbench() {
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
      runInSession(command);
    },
    [runInSession, announce],
  );
  const view = useView({ session, tell, announce });
  const panels = usePanels();
  const { open, expand, choose } = view;
  const actions = useNodeActions({ exploration, run, open, expand, choose });
  const inspected = whatIsInspected(exploration.selection.at(-1), view.missing);
  const selected = inspected.kind === 'node' ? inspected.id : null;
  useAddress({
    selected,
    isReady: view.isReady,
    onArrive: (id) => {
      if (id) void open(id);
      else run({ kind: 'select', ids: [] });
    },
  });
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
    undoLabel,
    redoLabel,
    undo() {
      if (undoLabel !== null) announce(`undone: ${undoLabel}`);
      undo();
    },
    redo() {
      if (redoLabel !== null) announce(`redone: ${redoLabel}`);
      redo();
    },
    /** Lets go of one thing: what is not there, the selection, the filter by time, the sheet. */
    letGo() {
      if (view.missing) view.setMissing(null);
      else if (exploration.selection.length > 0) run({ kind: 'select', ids: [] });
      else if (exploration.time.kind !== 'all') run({ kind: 'filterTime', time: allTime });
      else panels.closeSheet();
    },
    copyLink: () => copyLink(tell),
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;

function whatIsInspected(last: string | undefined, missing: NodeId | null): Inspected {
  const node = last === undefined ? missing : parseNodeId(last);
  if (node) return { kind: 'node', id: node };
  const relationship = last === undefined ? null : parseRelationshipId(last);
  return relationship ? { kind: 'relationship', id: relationship } : { kind: 'nothing' };
}

async function copyLink(tell: Workbench['toasts']['tell']): Promise<void> {
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
