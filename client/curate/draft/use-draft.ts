import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './draft-store.ts';

interface DraftOptions<Draft> {
  /** One name for each thing that can be written, as `link quote/000-04`. */
  readonly name: string;
  readonly empty: Draft;
  /** The draft out of what was kept; null where it does not have the shape. */
  readonly parse: (kept: unknown) => Draft | null;
}

/** A form's draft, which outlives the page until it is saved or let go of. */
export function useDraft<Draft>({ name, empty, parse }: DraftOptions<Draft>) {
  const [begun] = useState(() => parse(readDraft(name)) ?? empty);
  const [draft, setDraft] = useState<Draft>(begun);
  const wasKept = begun !== empty;
  const isUntouched = draft === empty;
  useEffect(() => {
    if (!isUntouched) keepDraft(name, draft);
  }, [name, draft, isUntouched]);
  return {
    draft,
    /** Whether anything was typed since the form was opened. */
    isTouched: !isUntouched && draft !== begun,
    /** Whether the form began with what was typed before. */
    wasKept,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    drop: () => {
      dropDraft(name);
      setDraft(empty);
    },
  };
}
