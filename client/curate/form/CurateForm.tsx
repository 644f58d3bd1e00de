import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { SaveFoot } from '../save/SaveFoot.tsx';
import type { ReasonDraft } from './draft-text.ts';
import { focusFirst, focusProblem, focusSave } from './form-focus.ts';
import { LeaveNotice } from './LeaveNotice.tsx';
import { TextField } from './TextField.tsx';
import type { CurateFormState } from './use-curate-form.ts';

type AnyForm = Pick<
  CurateFormState<ReasonDraft>,
  'draft' | 'wasKept' | 'isTouched' | 'saving' | 'unplaced' | 'unfinished' | 'submit' | 'close' | 'discard'
>;

interface CurateFormProps {
  readonly form: AnyForm;
  readonly title: string;
  /** How a screen reader calls the form, where that is not its title. */
  readonly label?: string;
  /** What saving does, as “Link the quote”. */
  readonly words: string;
  /** Both sides, where somebody else was faster. */
  readonly conflict: ReactNode;
  readonly reasonProblem: string | undefined;
  readonly onReason: (reason: string) => void;
  readonly children: ReactNode;
}

/**
 * The frame of each form of a curator: title, what was kept, fields, reason, foot. Ctrl+Enter saves; Escape asks
 * before it leaves what was typed, and the draft stays either way.
 */
export function CurateForm(props: CurateFormProps) {
  const { form, title, label = title, words, conflict, reasonProblem, onReason, children } = props;
  const element = useRef<HTMLFormElement>(null);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => focusFirst(element.current), []);
  const hasConflict = Boolean(conflict);
  useEffect(() => {
    // Goes with the notice, whose button had the focus: what comes next is to save.
    if (hasConflict) return () => focusSave(element.current);
  }, [hasConflict]);
  const submit = () => {
    setLeaving(false);
    // What is wrong is drawn first.
    if (!form.submit()) requestAnimationFrame(() => focusProblem(element.current));
  };
  const press = (event: KeyboardEvent) => {
    // The keys of the page are for the canvas, not for who writes.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Enter' && isSearch(event.target)) {
      // Enter chooses there, and sends nothing.
      event.preventDefault();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (form.isTouched && !isLeaving) setLeaving(true);
      else form.close();
    }
  };
  return (
    <form
      ref={element}
      className="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={press}
    >
      <h2>{title}</h2>
      {form.wasKept && (
        <p className="form-note">This is what you began to write before; it was kept in this browser.</p>
      )}
      {conflict}
      {children}
      <div className="form-group">
        <TextField
          label="Why"
          says="It stands in the history beside your name."
          value={form.draft.reason}
          problem={reasonProblem}
          onChange={onReason}
        />
      </div>
      <SaveFoot
        saving={form.saving}
        unplaced={form.unplaced}
        words={words}
        unfinished={form.unfinished}
        onDiscard={form.discard}
      >
        {isLeaving && (
          <LeaveNotice onLeave={form.close} onDiscard={form.discard} onStay={() => setLeaving(false)} />
        )}
      </SaveFoot>
    </form>
  );
}

function isSearch(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'combobox';
}
