import { CalendarDays, X } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import { allTime, sayTimeFilter, type TimeFilter } from '../../exploration/filters/time-filter.ts';
import type { TimeDraft } from './use-time-draft.ts';

interface TimeChoiceProps {
  readonly draft: TimeDraft;
  /** Where “as of a day” begins. */
  readonly suggested: PartialDate;
}

/** How the view is filtered by time, in words, with the ways from one to the other. */
export function TimeChoice({ draft, suggested }: TimeChoiceProps) {
  const { time } = draft;
  const root = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone then; what took its place is where the keyboard goes on.
  const isFocusDue = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is focused changes with the kind alone.
  useEffect(() => {
    if (isFocusDue.current) root.current?.querySelector<HTMLElement>('input, button')?.focus();
    isFocusDue.current = false;
  }, [time.kind]);
  const choose = (next: TimeFilter) => {
    isFocusDue.current = true;
    draft.choose(next);
  };
  return (
    <div className="timeline-chosen" ref={root}>
      {time.kind === 'asOf' ? (
        <DayField day={time.day} onChoose={draft.choose} onClear={() => choose(allTime)} />
      ) : (
        <>
          {time.kind === 'window' ? (
            <button
              type="button"
              className="timeline-button"
              title={sayTimeFilter(time)}
              onClick={() => choose(allTime)}
            >
              All time
            </button>
          ) : (
            <span className="timeline-note-small">Drag to filter</span>
          )}
          <button
            type="button"
            className="timeline-button"
            title="See the graph as it stood on a day"
            onClick={() => choose({ kind: 'asOf', day: suggested })}
          >
            <CalendarDays aria-hidden="true" />
            As of a day
          </button>
        </>
      )}
    </div>
  );
}

interface DayFieldProps {
  readonly day: PartialDate;
  readonly onChoose: (time: TimeFilter) => void;
  readonly onClear: () => void;
}

/** The day as text: any date in EDTF that is not an interval, such as `2014-04-01`, `2014-04` or `2014`. */
function DayField({ day, onChoose, onClear }: DayFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState({ before: day.edtf, text: day.edtf });
  // What was typed holds until the day changes by another hand.
  const isTyped = typed.before === day.edtf && typed.text !== day.edtf;
  const text = isTyped ? typed.text : day.edtf;
  const read = text.includes('/') ? null : parsePartialDate(text.trim());
  const submit = () => {
    if (isTyped && read) onChoose({ kind: 'asOf', day: read });
  };
  return (
    <form
      className="timeline-day-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>As of</label>
      <input
        id={id}
        type="text"
        className="timeline-day-field"
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-invalid={!read}
        aria-describedby={`${id}-help`}
        title="A day as 2014-04-01, a month as 2014-04, or a year"
        onChange={(event) => setTyped({ before: day.edtf, text: event.target.value })}
        onBlur={submit}
      />
      <span id={`${id}-help`} className={read ? 'visually-hidden' : 'timeline-day-help'}>
        {read ? printPartialDate(read) : 'A day is written 2014-04-01'}
      </span>
      <button
        type="button"
        className="timeline-button"
        aria-label="Show all time"
        title="Show all time"
        onClick={onClear}
      >
        <X aria-hidden="true" />
      </button>
    </form>
  );
}
