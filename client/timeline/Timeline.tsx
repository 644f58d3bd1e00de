import { useMemo, useState } from 'react';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { layOutTimeline } from './layout/lay-out-timeline.ts';
import type { Timeline as LaidOut, Mark } from './layout/timeline.ts';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import './timeline.css';
import { useWidth } from '../ui/use-width.ts';
import { DayHandle } from './time/DayHandle.tsx';
import { suggestDay } from './time/suggest-day.ts';
import { TimeChoice } from './time/TimeChoice.tsx';
import { useTimeDraft } from './time/use-time-draft.ts';
import { WindowHandles } from './time/WindowHandles.tsx';

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
  const draft = useTimeDraft(exploration.time, run);
  const [pointed, setPointed] = useState<Mark | null>(null);
  const select = ({ node }: Mark, adds: boolean) => {
    const others = adds ? exploration.selection.filter((id) => id !== node) : [];
    run({ kind: 'select', ids: [...others, node], follows: true });
  };
  return (
    <div className="timeline" ref={watch}>
      {timeline && (
        <>
          {draft.time.kind === 'asOf' ? (
            <DayHandle axis={timeline.axis} day={draft.time.day} draft={draft} />
          ) : (
            <WindowHandles axis={timeline.axis} draft={draft} />
          )}
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
      {timeline && <TimeChoice draft={draft} suggested={suggestDay(exploration, timeline.axis)} />}
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
