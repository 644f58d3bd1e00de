import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import type { Saving } from './use-saving.ts';

interface SaveFootProps {
  readonly saving: Saving;
  /** What saving does, as “Link the quote”. */
  readonly words: string;
  /** How many fields must be mended first. */
  readonly unfinished: number;
  readonly onDiscard: () => void;
}

/** The button that saves, what came of it, and the way out. */
export function SaveFoot({ saving, words, unfinished, onDiscard }: SaveFootProps) {
  return (
    <div className="form-group">
      <div className="form-foot">
        <Button submits look="strong" disabled={saving.kind === 'saving'}>
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
        <SaveNews saving={saving} />
      </div>
    </div>
  );
}

function SaveNews({ saving }: Pick<SaveFootProps, 'saving'>) {
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
      return (
        <ul className="save-problems">
          {saving.problems.map(({ field, message }) => (
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
