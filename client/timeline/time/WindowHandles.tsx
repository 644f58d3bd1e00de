import type { KeyboardEvent } from 'react';
import { allTime } from '../../exploration/filters/time-filter.ts';
import { sayTimeWindow } from '../../exploration/filters/time-window.ts';
import { countMonths, monthOf, type TimeAxis } from '../layout/time-axis.ts';
import type { TimeDraft } from './use-time-draft.ts';

interface WindowHandlesProps {
  readonly axis: TimeAxis;
  readonly draft: TimeDraft;
}

/**
 * The two ends of the time window for the keyboard: the sliders of the browser, unseen, with their focus shown at
 * the handles that the mouse drags. Holding a key is one step, which is made when it is let go.
 */
export function WindowHandles({ axis, draft }: WindowHandlesProps) {
  const { from, to } = draft.window ?? { from: axis.first, to: axis.last };
  const settle = () => draft.settle(axis);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !draft.window) return;
    event.preventDefault();
    draft.choose(allTime);
  };
  const ends = [
    { name: 'from', label: 'Show from', month: from, draw: (m: string) => ({ from: m < to ? m : to, to }) },
    { name: 'to', label: 'Show until', month: to, draw: (m: string) => ({ from, to: m > from ? m : from }) },
  ];
  return ends.map(({ name, label, month, draw }) => (
    <input
      key={name}
      type="range"
      className={`visually-hidden timeline-${name}`}
      aria-label={label}
      aria-valuetext={sayTimeWindow({ from: month, to: month })}
      min={countMonths(axis.first)}
      max={countMonths(axis.last)}
      value={countMonths(month)}
      onChange={(event) => draft.draw({ kind: 'window', window: draw(monthOf(Number(event.target.value))) })}
      onKeyDown={press}
      onKeyUp={settle}
      onBlur={settle}
    />
  ));
}
