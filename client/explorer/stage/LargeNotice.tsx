import { useState } from 'react';
import { printCount } from '../../../schema/print-count.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { countShown } from '../../exploration/visible.ts';
import { Button } from '../../ui/Button.tsx';
import './stage.css';

/** More nodes than this cannot be read as a drawing, whatever the screen. */
const LARGE = 2_500;

interface LargeNoticeProps {
  readonly exploration: Exploration;
  readonly onFilter: () => void;
  readonly onTable: () => void;
}

/** Above a large view: says so, and offers what reads better. It goes when filters make the view smaller. */
export function LargeNotice({ exploration, onFilter, onTable }: LargeNoticeProps) {
  const [isRead, setRead] = useState(false);
  const shown = countShown(exploration);
  if (isRead || shown <= LARGE) return null;
  return (
    <div className="card large-notice" role="status">
      <p>
        {printCount(shown)} nodes are more than a drawing can tell, and moving it may stutter.
        <span className="stage-wide">
          {' '}
          A part of them reads better: filter them, or read them in the table.
        </span>
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
  );
}
