import { spanOfMonths } from '../layout/time-axis.ts';
import type { Timeline } from '../layout/timeline.ts';
import type { TimeDraft } from './use-time-draft.ts';

interface WindowShadeProps {
  readonly timeline: Timeline;
  readonly draft: TimeDraft;
}

/** The window and its two handles; without one, the handles at the ends of the axis. */
export function WindowShade({ timeline: { axis, height }, draft }: WindowShadeProps) {
  const { from, to } = draft.window ?? { from: axis.first, to: axis.last };
  const ends = spanOfMonths(axis, from, to);
  return (
    <g className="timeline-window" data-all={draft.window === null || undefined}>
      {draft.window && (
        <rect
          className="timeline-shade"
          x={ends.from}
          y={0}
          width={ends.to - ends.from}
          height={height - 22}
        />
      )}
      {(['from', 'to'] as const).map((end) => (
        <g key={end} className={`timeline-handle timeline-handle-${end}`}>
          <rect className="timeline-grab" x={ends[end] - 7} y={0} width={14} height={height - 22} />
          <line x1={ends[end]} x2={ends[end]} y1={0} y2={height - 22} />
          <rect
            className="timeline-grip"
            x={ends[end] - 3}
            y={height / 2 - 20}
            width={6}
            height={18}
            rx={3}
          />
        </g>
      ))}
    </g>
  );
}
