import { useState } from 'react';
import type { SavedChange } from '../api/curating/outcome.ts';
import { useCurator } from './sign-in/use-curator.ts';
import type { CurateTask } from './task.ts';

interface CuratingOptions {
  /** Something was saved: the view and the inspector are to show it. */
  readonly onSaved: (saved: SavedChange) => void;
}

/** What the curator does: who is signed in, and the one task that is under way. */
export function useCurating({ onSaved }: CuratingOptions) {
  const { curator, signIn, signOut, again } = useCurator();
  const [task, setTask] = useState<CurateTask | null>(null);
  const [isSignInOpen, setSignInOpen] = useState(false);
  return {
    curator,
    signIn,
    signOut,
    again,
    task,
    /** Begins a task; who is not signed in is asked to first, and finds the task open afterwards. */
    begin(next: CurateTask) {
      setTask(next);
      if (curator.kind !== 'curator') setSignInOpen(true);
    },
    close: () => setTask(null),
    saved(saved: SavedChange) {
      setTask(null);
      onSaved(saved);
    },
    isSignInOpen,
    openSignIn: () => setSignInOpen(true),
    closeSignIn: () => setSignInOpen(false),
  };
}

export type Curating = ReturnType<typeof useCurating>;
