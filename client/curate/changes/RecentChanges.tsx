import { History } from 'lucide-react';
import type { NodeId } from '../../../schema/ids.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import { RecentEntry } from './RecentEntry.tsx';
import { useRecent } from './use-recent.ts';

interface RecentChangesProps {
  readonly mayWrite: boolean;
  readonly onOpen: (id: NodeId) => void;
  readonly onTaken: (of: number, taken: SavedChange) => void;
}

/** What became of the whole graph, the newest first: who, when, why, and what it did to each record. */
export function RecentChanges({ mayWrite, onOpen, onTaken }: RecentChangesProps) {
  const { state, again, more, isFetching } = useRecent();
  switch (state.kind) {
    case 'loading':
      return <Placeholder label="The changes are being fetched" lines={7} />;
    case 'failure': {
      const { title, text } = sayFailure(state.failure);
      return (
        <Notice title={title} icon={<History />} urgent action={<Button onClick={again}>Try again</Button>}>
          {text}
        </Notice>
      );
    }
    case 'loaded': {
      const { found, names, next } = state.value;
      return (
        <>
          <ol aria-label="Changes of the whole graph, the newest first">
            {found.map((entry) => (
              <RecentEntry
                key={entry.sequence}
                entry={entry}
                names={names}
                mayWrite={mayWrite}
                onOpen={onOpen}
                onTaken={(taken) => onTaken(entry.sequence, taken)}
              />
            ))}
          </ol>
          {next !== null && (
            <Button disabled={isFetching} onClick={() => void more()}>
              {isFetching ? 'Fetching …' : 'Show earlier changes'}
            </Button>
          )}
        </>
      );
    }
  }
}
