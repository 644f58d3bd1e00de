import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import type { Timeline } from '../layout/timeline.ts';

interface DayShadeProps {
  readonly timeline: Timeline;
  /** A day, or a month or a year, whose days are all shaded. */
  readonly day: PartialDate;
}

/** Room of a letter of the flag, in pixels; generous. */
const LETTER = 6.2;

/** The day that the view is as of, with its name on a flag; what came after it lies in the dark. */
export function DayShade({ timeline: { axis, height }, day }: DayShadeProps) {
  const [from, to] = [axis.startOf(day.earliest), axis.endOf(day.latest)];
  const x = (from + to) / 2;
  const foot = height - 22;
  const words = printPartialDate(day);
  const width = words.length * LETTER + 12;
  const left = Math.min(Math.max(x - width / 2, axis.left), axis.right - width);
  return (
    <g className="timeline-day">
      <rect className="timeline-after" x={to} y={0} width={Math.max(axis.right - to, 0)} height={foot} />
      {to - from > 3 && <rect className="timeline-shade" x={from} y={0} width={to - from} height={foot} />}
      <line className="timeline-day-line" x1={x} x2={x} y1={0} y2={foot} />
      <rect className="timeline-grab" x={x - 7} y={0} width={14} height={foot} />
      <rect className="timeline-flag" x={left} y={foot} width={width} height={18} rx={4} />
      <text className="timeline-flag-words" x={left + width / 2} y={foot + 13} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
