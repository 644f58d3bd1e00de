import { useMemo, useState } from 'react';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { sayTimeWindow } from '../exploration/filters/time-window.ts';
import { layOutTimeline } from './layout/lay-out-timeline.ts';
import type { Timeline as LaidOut, Mark } from './layout/timeline.ts';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import './timeline.css';
import { useTimeWindow } from './use-time-window.ts';
import { useWidth } from './use-width.ts';
import { WindowHandles } from './WindowHandles.tsx';

interface TimelineProps {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
}

/** What is on the view, on one axis of time: posts, overall judgements, inspections, quotes, and a brush that filters. */
export function Timeline({ exploration, run }: TimelineProps) {
  const [width, watch] = useWidth();
  const timeline = useMemo(
    () => (width > 0 ? layOutTimeline(exploration, width) : null),
    [exploration, width],
  );
  const draft = useTimeWindow(exploration.time, run);
  const [pointed, setPointed] = useState<Mark | null>(null);
  const select = ({ node }: Mark, adds: boolean) => {
    const others = adds ? exploration.selection.filter((id) => id !== node) : [];
    run({ kind: 'select', ids: [...others, node] });
  };
  return (
    <div className="timeline" ref={watch}>
      {timeline && (
        <>
          <WindowHandles axis={timeline.axis} draft={draft} />
          <TimelineDrawing
            timeline={timeline}
            draft={draft}
            selection={new Set<string>(exploration.selection)}
            onSelect={select}
            onPoint={setPointed}
          />
          {pointed && <Hint mark={pointed} timeline={timeline} />}
        </>
      )}
      {width > 0 && !timeline && <p className="timeline-note">Nothing on the view has a date.</p>}
      {draft.window ? (
        <p className="timeline-chosen">
          <span className="visually-hidden">{sayTimeWindow(draft.window)}</span>
          <button
            type="button"
            className="timeline-all"
            title={sayTimeWindow(draft.window)}
            onClick={draft.showAllTime}
          >
            All time
          </button>
        </p>
      ) : (
        timeline && <p className="timeline-chosen timeline-note-small">Drag to filter</p>
      )}
    </div>
  );
}

/** What the mark says, beside it; marks say it to screen readers themselves. */
function Hint({ mark, timeline }: { readonly mark: Mark; readonly timeline: LaidOut }) {
  const place = (element: HTMLElement | null) => {
    if (!element) return;
    // By the object model, because the content security policy forbids style attributes.
    const x = (mark.from + mark.to) / 2;
    const { style } = element;
    if (x < timeline.width / 2) style.left = `${Math.max(x - 12, 4)}px`;
    else style.right = `${Math.max(timeline.width - x - 12, 4)}px`;
    if (mark.y < timeline.height / 2) style.top = `${mark.y + 12}px`;
    else style.bottom = `${timeline.height - mark.y + 12}px`;
  };
  return (
    <p key={mark.id} className="timeline-hint" aria-hidden="true" ref={place}>
      {mark.words}
    </p>
  );
}
