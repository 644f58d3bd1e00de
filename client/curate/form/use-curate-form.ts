import { useState } from 'react';
import type { FieldProblem, SavedChange, SaveOutcome } from '../../api/curating/outcome.ts';
import { useDraft } from '../draft/use-draft.ts';
import { makeKey } from '../save/make-key.ts';
import { useSaving } from '../save/use-saving.ts';
import type { ReasonDraft } from './draft-text.ts';

/** What is wrong with a form, by the name of its field. */
export type FormProblems<Field extends string> = Partial<Record<Field, string>>;

interface CurateFormOptions<Draft extends ReasonDraft, Field extends string> {
  /** The name of the draft. */
  readonly name: string;
  /** The draft that nothing was typed into yet; called once. */
  readonly begin: (idempotencyKey: string) => Draft;
  readonly read: (kept: unknown) => Draft | null;
  /** What must be mended before the draft can be saved; empty where nothing must. */
  readonly check: (draft: Draft) => FormProblems<Field>;
  readonly send: (draft: Draft) => Promise<SaveOutcome>;
  /** The field of the form for a field of the API; null where the form has none, so that it is told at the foot. */
  readonly place: (field: string) => Field | null;
  readonly onSaved: (saved: SavedChange) => void;
  readonly onClose: () => void;
}

/**
 * A form of a curator: its draft outlives the page, it is checked when it is sent and from then on with each letter,
 * and what the server finds wrong is told beside the field that it is about.
 */
export function useCurateForm<Draft extends ReasonDraft, Field extends string>(
  options: CurateFormOptions<Draft, Field>,
) {
  const { name, begin, read, check, send, place, onSaved, onClose } = options;
  const [empty] = useState(() => begin(makeKey()));
  const [isTried, setTried] = useState(false);
  const { draft, wasKept, isTouched, change, drop } = useDraft({ name, empty, parse: read });
  const { saving, save, reset } = useSaving((saved) => {
    drop();
    onSaved(saved);
  });
  const found = saving.kind === 'problems' ? saving.problems : [];
  const own = isTried ? check(draft) : {};
  return {
    draft,
    wasKept,
    isTouched,
    saving,
    problems: { ...placed(found, place), ...own } satisfies FormProblems<Field>,
    /** What the server found wrong and no field stands for. */
    unplaced: found.filter(({ field }) => place(field) === null),
    /** How many fields must be mended before it is sent at all. */
    unfinished: Object.keys(own).length,
    change(part: Partial<Draft>) {
      change(part);
      // What the server said was of what was typed before.
      if (saving.kind === 'problems') reset();
    },
    /** Saves on top of what others saved meanwhile: another change, with a key of its own. */
    rebase(part: Partial<Draft>) {
      change({ ...part, idempotencyKey: makeKey() });
      reset();
    },
    /** Tells whether it was sent. */
    submit(): boolean {
      setTried(true);
      if (Object.keys(check(draft)).length > 0) return false;
      void save(() => send(draft));
      return true;
    },
    close: onClose,
    discard() {
      drop();
      onClose();
    },
  };
}

export type CurateFormState<Draft extends ReasonDraft> = ReturnType<typeof useCurateForm<Draft, string>>;

function placed<Field extends string>(
  found: readonly FieldProblem[],
  place: (field: string) => Field | null,
): FormProblems<Field> {
  const problems: FormProblems<Field> = {};
  for (const { field, message } of found) {
    const at = place(field);
    if (at !== null) problems[at] = sentence(message);
  }
  return problems;
}

/** The API tells problems as parts of a sentence. */
function sentence(message: string): string {
  const text = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
