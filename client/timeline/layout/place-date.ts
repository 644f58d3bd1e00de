import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { isWithin, type TimeWindow } from '../../exploration/time-window.ts';
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
  readonly window: TimeWindow | null;
  readonly nodes: Exploration['nodes'];
}

/** Where the date begins and ends, and whether the window leaves it out. */
export function placeDate(date: Pick<PartialDate, 'earliest' | 'latest'>, { axis, window }: Within) {
  return {
    from: axis.startOf(date.earliest),
    to: axis.endOf(date.latest),
    isOutside: window !== null && !isWithin(date, window),
  };
}
