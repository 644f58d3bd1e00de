import { printCount } from '../../schema/print-count.ts';
import type { Session } from '../exploration/session.ts';

/** A place in the history to which one can go. */
export interface HistoryRow {
  /** How many of the kept steps are done there. */
  readonly steps: number;
  readonly words: string;
  readonly standing: 'done' | 'now' | 'undone';
}

/** The history as it is listed: the newest step first, at the end what was there before the first that is kept. */
export function listSteps({ past, future, forgotten }: Session): readonly HistoryRow[] {
  const labels = [...past, ...[...future].reverse()].map(({ label }) => label);
  const begin =
    forgotten === 0
      ? 'as the page opened'
      : `before the last ${printCount(labels.length)} steps, which are kept`;
  return [begin, ...labels]
    .map((words, steps): HistoryRow => {
      const standing = steps === past.length ? 'now' : steps < past.length ? 'done' : 'undone';
      return { steps, words, standing };
    })
    .reverse();
}
