import { Button } from '../../ui/Button.tsx';
import './stage.css';

interface ArrangingCardProps {
  /** From 0 to 1; 0 also stands for what cannot tell its progress. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** Lies on the canvas while an arrangement takes long: how far it is, and the way out. */
export function ArrangingCard({ share, onCancel }: ArrangingCardProps) {
  return (
    <div className="card stage-arranging">
      <span className="arranging-words">
        Arranging …
        <progress
          className="arranging-bar"
          aria-label="How much is arranged"
          max={1}
          {...(share > 0 && { value: share })}
        />
      </span>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
