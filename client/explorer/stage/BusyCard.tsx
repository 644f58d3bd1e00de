import { cancelAll } from '../../api/ask.ts';
import { Button } from '../../ui/Button.tsx';
import './stage.css';

/** Lies on the canvas while something is fetched: what it is, and the way out. */
export function BusyCard({ words }: { readonly words: string }) {
  return (
    <div className="card stage-arranging" role="status">
      <span className="arranging-words">{words}</span>
      <Button look="quiet" onClick={cancelAll}>
        Cancel
      </Button>
    </div>
  );
}
