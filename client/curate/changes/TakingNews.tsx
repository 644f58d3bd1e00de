import { useState } from 'react';
import { printCount } from '../../../schema/print-count.ts';
import { cancelReversal, type ReversalNow } from '../../api/curating/reversal.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import type { TakingBack } from './use-take-back.ts';

interface TakingNewsProps {
  readonly taking: TakingBack;
  readonly onTakeAll: () => void;
}

/** What came of taking a change back, or how far it has come. */
export function TakingNews({ taking, onTakeAll }: TakingNewsProps) {
  switch (taking.kind) {
    case 'idle':
    case 'saving':
      return null;
    case 'started':
      return <JobProgress reversal={taking.reversal} />;
    case 'stopped':
      return <p>It was stopped, and nothing was changed. It can be taken back at any time.</p>;
    case 'builtOn':
      return (
        <div className="built-on">
          <p>It cannot go alone: this was built on it since.</p>
          <ul>
            {taking.records.map(({ record, name, sequence, author }) => (
              <li key={record}>
                {name}
                {sequence !== null && ` (change ${sequence} by ${author ?? 'somebody'})`}
              </li>
            ))}
          </ul>
          <Button onClick={onTakeAll}>Take those back, too</Button>
        </div>
      );
    case 'problems':
      return taking.problems.map(({ field, message }) => (
        <p key={`${field} ${message}`} className="field-problem">
          {message}
        </p>
      ));
    case 'conflict':
      return (
        <p className="field-problem">
          Somebody changed it at the same moment. Nothing was taken back: look at the list, then try again.
        </p>
      );
    case 'failure': {
      const { title, text } = sayFailure(taking.failure);
      return (
        <p className="field-problem">
          {title}. {text} Try again when you like; it is not done twice.
        </p>
      );
    }
  }
}

const doing = {
  WAITING: 'Waiting for another job …',
  CHECKING: 'Looking for what was built on it …',
  WRITING: 'Taking back …',
} as const;

function JobProgress({ reversal: { id, state, done, total } }: { readonly reversal: ReversalNow }) {
  const [isStopping, setStopping] = useState(false);
  const words =
    state === 'WAITING' || state === 'CHECKING' || state === 'WRITING' ? doing[state] : 'Ending …';
  return (
    <div className="job-progress">
      <p>
        {isStopping ? 'Stopping …' : words} {total > 0 && `${printCount(done)} of ${printCount(total)}`}
      </p>
      {total > 0 ? (
        <progress aria-label="Taking the change back" value={done} max={total} />
      ) : (
        <progress aria-label="Taking the change back" />
      )}
      <Button
        disabled={isStopping}
        onClick={() => {
          setStopping(true);
          void cancelReversal(id).then((isHeard) => isHeard || setStopping(false));
        }}
      >
        Stop it
      </Button>
    </div>
  );
}
