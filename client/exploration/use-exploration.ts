import { useCallback, useReducer } from 'react';
import type { Command } from './commands.ts';
import type { Exploration } from './exploration.ts';
import {
  emptySession,
  goToStep,
  redoStep,
  runInSession,
  type Session,
  startSession,
  undoStep,
} from './session.ts';

type Action =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'start'; readonly exploration: Exploration }
  | { readonly kind: 'goTo'; readonly steps: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

function reduce(session: Session, action: Action): Session {
  switch (action.kind) {
    case 'run':
      return runInSession(session, action.command);
    case 'start':
      return startSession(action.exploration);
    case 'goTo':
      return goToStep(session, action.steps);
    case 'undo':
      return undoStep(session);
    case 'redo':
      return redoStep(session);
  }
}

/** The one exploration of the page; called in App alone. `undoLabel` and `redoLabel` are null without a step. */
export function useExploration() {
  const [session, dispatch] = useReducer(reduce, emptySession);
  return {
    session,
    exploration: session.exploration,
    run: useCallback((command: Command) => dispatch({ kind: 'run', command }), []),
    /** Begins anew, with what the page opens on; later views are opened by a command, which is a step. */
    start: useCallback((exploration: Exploration) => dispatch({ kind: 'start', exploration }), []),
    undo: useCallback(() => dispatch({ kind: 'undo' }), []),
    redo: useCallback(() => dispatch({ kind: 'redo' }), []),
    goTo: useCallback((steps: number) => dispatch({ kind: 'goTo', steps }), []),
    undoLabel: session.past.at(-1)?.label ?? null,
    redoLabel: session.future.at(-1)?.label ?? null,
  };
}
