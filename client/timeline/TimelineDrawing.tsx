import { useState } from 'react';
import type { Mark, Timeline } from './layout/timeline.ts';
import { TimelineMark } from './TimelineMark.tsx';
import { DayShade } from './time/DayShade.tsx';
import { useBrush } from './time/use-brush.ts';
import type { TimeDraft } from './time/use-time-draft.ts';
import { WindowShade } from './time/WindowShade.tsx';

interface TimelineDrawingProps {
  readonly timeline: Timeline;
  readonly draft: TimeDraft;
  readonly selection: ReadonlySet<string>;
  readonly onSelect: (mark: Mark, adds: boolean) => void;
  readonly onPoint: (mark: Mark | null) => void;
}

/** The bands on their axis, with the time window over them. */
export function TimelineDrawing({ timeline, draft, selection, onSelect, onPoint }: TimelineDrawingProps) {
  const { width, height, axis, marks } = timeline;
  const [focused, setFocused] = useState<string | null>(null);
  const brush = useBrush(axis, draft);
  const isSelected = (mark: Mark) => selection.has(mark.id) || selection.has(mark.node);
  const current = marks.find(({ id }) => id === focused) ?? marks.find(isSelected) ?? marks[0];
  return (
    <svg
      className="timeline-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...brush}
    >
      <title>Timeline of what is on the view</title>
      <Ground timeline={timeline} />
      {draft.time.kind === 'asOf' ? (
        <DayShade timeline={timeline} day={draft.time.day} />
      ) : (
        <WindowShade timeline={timeline} draft={draft} />
      )}
      <g role="listbox" aria-label="In order of time" aria-multiselectable="true">
        {marks.map((mark) => (
          <TimelineMark
            key={mark.id}
            mark={mark}
            isSelected={isSelected(mark)}
            isCurrent={mark === current}
            onSelect={onSelect}
            onPoint={onPoint}
            onFocus={({ id }) => setFocused(id)}
          />
        ))}
      </g>
    </svg>
  );
}

/** Where the words of a rank would run into those of its band. */
const LONGEST_RANK = { wide: 20, narrow: 15 };

function Ground({ timeline: { axis, bands, ranks, height } }: Pick<TimelineDrawingProps, 'timeline'>) {
  const isNarrow = axis.left < 120;
  const longest = isNarrow ? LONGEST_RANK.narrow : LONGEST_RANK.wide;
  return (
    <g>
      {axis.ticks.map(({ x, label }) => (
        <g key={x}>
          <line className="timeline-rule" x1={x} x2={x} y1={0} y2={height - 22} />
          <text className="timeline-tick" x={x} y={height - 8} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {ranks.map(({ label, y }) => (
        <g key={y}>
          <line className="timeline-rule timeline-rank-rule" x1={axis.left} x2={axis.right} y1={y} y2={y} />
          <text className="timeline-tick" x={axis.left - 10} y={y + 4} textAnchor="end">
            {label.length > longest ? `${label.slice(0, longest - 1)}…` : label}
          </text>
        </g>
      ))}
      {bands
        .filter(({ label }) => !isNarrow || label !== 'Overall')
        .map(({ label, y }) => (
          <text key={label} className="timeline-band" x={12} y={y + 4}>
            {label}
          </text>
        ))}
    </g>
  );
}
