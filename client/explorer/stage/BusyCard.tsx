import { Button } from '../../ui/Button.tsx';
import './stage.css';

interface BusyCardProps {
  readonly words: string;
  readonly onCancel: () => void;
}

/** Lies on the canvas while something is fetched: what it is, and the way out. */
export function BusyCard({ words, onCancel }: BusyCardProps) {
  return (
    <div className="card stage-arranging" role="status">
      <span className="arranging-words">{words}</span>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
