import { useState } from 'react';
import type { Command } from '../../exploration/commands.ts';
import { allTime, isSameTime, type TimeFilter } from '../../exploration/filters/time-filter.ts';
import type { TimeWindow } from '../../exploration/filters/time-window.ts';
import type { TimeAxis } from '../layout/time-axis.ts';

/** The filter by time while it is being drawn, which is no step yet, and what makes it one. */
export interface TimeDraft {
  /** What is to be seen now. */
  readonly time: TimeFilter;
  /** The window of it, null where it is no window. */
  readonly window: TimeWindow | null;
  readonly draw: (time: TimeFilter) => void;
  /** Filters by what was drawn; where it is a window over the whole axis, by nothing. */
  readonly settle: (axis: TimeAxis) => void;
  readonly forget: () => void;
  /** Filters at once. */
  readonly choose: (time: TimeFilter) => void;
}

export function useTimeDraft(settled: TimeFilter, run: (command: Command) => void): TimeDraft {
  const [draft, setDraft] = useState<TimeFilter | null>(null);
  const time = draft ?? settled;
  const choose = (next: TimeFilter) => {
    setDraft(null);
    if (!isSameTime(next, settled)) run({ kind: 'filterTime', time: next });
  };
  return {
    time,
    window: time.kind === 'window' ? time.window : null,
    draw: setDraft,
    settle({ first, last }) {
      if (!draft) return;
      const isAll = draft.kind === 'window' && draft.window.from <= first && draft.window.to >= last;
      choose(isAll ? allTime : draft);
    },
    forget: () => setDraft(null),
    choose,
  };
}
