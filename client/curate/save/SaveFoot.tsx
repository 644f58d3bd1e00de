import type { ReactNode } from 'react';
import type { FieldProblem } from '../../api/curating/outcome.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import type { Saving } from './use-saving.ts';

interface SaveFootProps {
  readonly saving: Saving;
  /** What the server found wrong and no field of the form stands for. */
  readonly unplaced: readonly FieldProblem[];
  /** What saving does, as “Link the quote”. */
  readonly words: string;
  /** How many fields must be mended first. */
  readonly unfinished: number;
  readonly onDiscard: () => void;
  /** What is asked before. */
  readonly children?: ReactNode;
}

/** The button that saves, what came of it, and the way out. */
export function SaveFoot({ saving, unplaced, words, unfinished, onDiscard, children }: SaveFootProps) {
  return (
    <div className="save-foot">
      {children}
      <div className="form-foot">
        <Button submits look="strong" title="Ctrl+Enter" disabled={saving.kind === 'saving'}>
          {saving.kind === 'saving' ? 'Saving …' : words}
        </Button>
        <Button onClick={onDiscard}>Discard</Button>
      </div>
      <div role="status">
        {unfinished > 0 && (
          <p className="field-problem">
            {unfinished === 1 ? 'One field' : `${unfinished} fields`} above must be filled in or mended first.
          </p>
        )}
        <SaveNews saving={saving} unplaced={unplaced} />
      </div>
    </div>
  );
}

function SaveNews({ saving, unplaced }: Pick<SaveFootProps, 'saving' | 'unplaced'>) {
  switch (saving.kind) {
    case 'failure': {
      const { title, text } = sayFailure(saving.failure);
      return (
        <p className="field-problem">
          {title}. {text} What you typed is kept: save again when you like; it is not done twice.
        </p>
      );
    }
    case 'problems':
      if (unplaced.length === 0)
        return <p className="field-problem">What is wrong stands beside the fields above.</p>;
      return (
        <ul className="save-problems">
          {unplaced.map(({ field, message }) => (
            <li key={`${field} ${message}`} className="field-problem">
              {message}
            </li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}
