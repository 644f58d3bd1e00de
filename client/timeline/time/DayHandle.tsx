import type { KeyboardEvent } from 'react';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import { allTime, sayTimeFilter } from '../../exploration/filters/time-filter.ts';
import { countDays, countMonths, dayOf, monthOf, type TimeAxis } from '../layout/time-axis.ts';
import type { TimeDraft } from './use-time-draft.ts';

interface DayHandleProps {
  readonly axis: TimeAxis;
  readonly day: PartialDate;
  readonly draft: TimeDraft;
}

/**
 * The day that the view is as of, for the keyboard: arrows go by days, PageUp and PageDown by months. As with the ends
 * of the window, holding a key is one step, which is made when it is let go.
 */
export function DayHandle({ axis, day, draft }: DayHandleProps) {
  const [first, last] = [countDays(`${axis.first}-01`), countDays(`${axis.last}-31`)];
  const draw = (next: string) => {
    const count = Math.min(Math.max(countDays(next), first), last);
    draft.draw({ kind: 'asOf', day: partialDate(dayOf(count)) });
  };
  const press = (event: KeyboardEvent) => {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (event.key === 'Escape') draft.choose(allTime);
    else if (months !== undefined) draw(sameDayOf(day.latest, months));
    else return;
    event.preventDefault();
  };
  const settle = () => draft.settle(axis);
  return (
    <input
      type="range"
      className="visually-hidden timeline-as-of"
      aria-label="As of"
      aria-valuetext={sayTimeFilter({ kind: 'asOf', day })}
      min={first}
      max={last}
      value={countDays(day.latest)}
      onChange={(event) => draw(dayOf(Number(event.target.value)))}
      onKeyDown={press}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}

/** The same day some months later or earlier; in a shorter month its last one. */
function sameDayOf(day: string, months: number): string {
  const month = monthOf(countMonths(day) + months);
  const lastDay = countDays(`${monthOf(countMonths(month) + 1)}-01`) - 1;
  return dayOf(Math.min(lastDay, countDays(`${month}-01`) + Number(day.slice(8, 10)) - 1));
}
