import { History } from 'lucide-react';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { sayFailure } from '../../api/failures.ts';
import type { Inspected } from '../../api/use-detail.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import '../form/form.css';
import { ChangeEntry } from './ChangeEntry.tsx';
import './changes.css';
import { useChanges } from './use-changes.ts';

interface ChangesPanelProps {
  readonly inspected: Inspected;
  /** Whether who is here may take changes back. */
  readonly mayWrite: boolean;
  readonly onTaken: (of: number, taken: SavedChange) => void;
}

/** What became of the selected record over time, the newest first. */
export function ChangesPanel({ inspected, ...rest }: ChangesPanelProps) {
  if (inspected.kind === 'nothing')
    return (
      <Notice title="Nothing is selected" icon={<History />}>
        Choose something: every change of it stands here, with author, reason, and what was before and after.
      </Notice>
    );
  return <ChangesOf key={inspected.id} id={inspected.id} {...rest} />;
}

interface ChangesOfProps extends Omit<ChangesPanelProps, 'inspected'> {
  readonly id: Exclude<Inspected, { kind: 'nothing' }>['id'];
}

function ChangesOf({ id, mayWrite, onTaken }: ChangesOfProps) {
  const { state, again, more, isFetching } = useChanges(id);
  switch (state.kind) {
    case 'loading':
      return <Placeholder label="The changes are being fetched" lines={7} />;
    case 'failure': {
      const { title, text } = sayFailure(state.failure);
      return (
        <Notice
          title={title}
          icon={<History />}
          urgent
          action={state.failure.kind !== 'notFound' && <Button onClick={again}>Try again</Button>}
        >
          {text}
        </Notice>
      );
    }
    case 'loaded': {
      const { changes, names, next } = state.value;
      return (
        <div className="changes">
          <h2>Changes</h2>
          <ol aria-label="Changes, the newest first">
            {changes.map((change) => (
              <ChangeEntry
                key={change.sequence}
                change={change}
                names={names}
                mayWrite={mayWrite}
                onTaken={(taken) => onTaken(change.sequence, taken)}
              />
            ))}
          </ol>
          {next !== null && (
            <Button disabled={isFetching} onClick={() => void more()}>
              {isFetching ? 'Fetching …' : 'Show more'}
            </Button>
          )}
        </div>
      );
    }
  }
}
