import { useState } from 'react';
import type { Command } from '../exploration/commands.ts';
import { allTime, type TimeFilter } from '../exploration/filters/time-filter.ts';
import type { TimeWindow } from '../exploration/filters/time-window.ts';
import type { TimeAxis } from './layout/time-axis.ts';

/** The time window while it is being drawn, which is no step yet, and what makes it one. */
export interface WindowDraft {
  /** What is to be seen now. */
  readonly window: TimeWindow | null;
  readonly draw: (window: TimeWindow) => void;
  /** Filters by what was drawn; where it spans the whole axis, by nothing. */
  readonly settle: (axis: TimeAxis) => void;
  readonly forget: () => void;
  readonly showAllTime: () => void;
}

export function useTimeWindow(time: TimeFilter, run: (command: Command) => void): WindowDraft {
  const [draft, setDraft] = useState<TimeWindow | null>(null);
  return {
    window: draft ?? (time.kind === 'window' ? time.window : null),
    draw: setDraft,
    settle({ first, last }) {
      if (!draft) return;
      const isAll = draft.from <= first && draft.to >= last;
      run({ kind: 'filterTime', time: isAll ? allTime : { kind: 'window', window: draft } });
      setDraft(null);
    },
    forget: () => setDraft(null),
    showAllTime() {
      setDraft(null);
      run({ kind: 'filterTime', time: allTime });
    },
  };
}
