import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { isOfTime, type TimeFilter } from '../../exploration/filters/time-filter.ts';
import type { TimeAxis } from './time-axis.ts';
import type { Mark } from './timeline.ts';

/** Marks with y from the top of their band, and how high the band is. */
export interface BandLayout<Each extends Mark = Mark> {
  readonly height: number;
  readonly marks: readonly Each[];
}

/** What every band needs to know. */
export interface Within {
  readonly axis: TimeAxis;
  readonly time: TimeFilter;
  readonly exploration: Pick<Exploration, 'nodes' | 'relationships'>;
}

/** Where the date begins and ends, and whether the filter by time leaves it out. */
export function placeDate(date: Pick<PartialDate, 'earliest' | 'latest'>, { axis, time }: Within) {
  return {
    from: axis.startOf(date.earliest),
    to: axis.endOf(date.latest),
    isOutside: !isOfTime(time, date),
  };
}
