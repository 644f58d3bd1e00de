import { useCallback, useReducer } from 'react';
import type { Command } from './commands.ts';
import type { Exploration } from './exploration.ts';
import { emptySession, redoStep, runInSession, type Session, startSession, undoStep } from './session.ts';

type Action =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'start'; readonly exploration: Exploration }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

function reduce(session: Session, action: Action): Session {
  switch (action.kind) {
    case 'run':
      return runInSession(session, action.command);
    case 'start':
      return startSession(action.exploration);
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
    exploration: session.exploration,
    run: useCallback((command: Command) => dispatch({ kind: 'run', command }), []),
    /** Begins anew, as with a starting view or a link that was opened. */
    start: useCallback((exploration: Exploration) => dispatch({ kind: 'start', exploration }), []),
    undo: useCallback(() => dispatch({ kind: 'undo' }), []),
    redo: useCallback(() => dispatch({ kind: 'redo' }), []),
    undoLabel: session.past.at(-1)?.label ?? null,
    redoLabel: session.future.at(-1)?.label ?? null,
  };
}
