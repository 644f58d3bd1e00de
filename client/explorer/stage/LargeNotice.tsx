import { useState } from 'react';
import { printCount } from '../../../schema/print-count.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { countShown, READABLE } from '../../exploration/visible.ts';
import { Button } from '../../ui/Button.tsx';
import './stage.css';

interface LargeNoticeProps {
  readonly exploration: Exploration;
  readonly onFilter: () => void;
  readonly onTable: () => void;
}

/** Above a large view: says so, and offers what reads better. It goes when filters make the view smaller. */
export function LargeNotice({ exploration, onFilter, onTable }: LargeNoticeProps) {
  const [isRead, setRead] = useState(false);
  const shown = countShown(exploration);
  if (isRead || shown <= READABLE) return null;
  return (
    <div className="large-notice" role="status">
      <div className="card large-card">
        <p>
          {printCount(shown)} nodes are more than a drawing can tell
          <span className="stage-wide">, and moving it may stutter</span>.
        </p>
        <div className="large-ways">
          <Button onClick={onFilter} aria-label="Filter in the legend">
            Filter<span className="stage-wide"> in the legend</span>
          </Button>
          <Button onClick={onTable}>Open the table</Button>
          <Button look="quiet" onClick={() => setRead(true)}>
            Keep all
          </Button>
        </div>
      </div>
    </div>
  );
}
