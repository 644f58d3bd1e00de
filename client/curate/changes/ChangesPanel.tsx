import { History } from 'lucide-react';
import type { NodeId } from '../../../schema/ids.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { sayFailure } from '../../api/failures.ts';
import type { Inspected } from '../../api/use-detail.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import { Tabs } from '../../ui/Panel.tsx';
import { RecentChanges } from './RecentChanges.tsx';
import '../form/form.css';
import { ChangeEntry } from './ChangeEntry.tsx';
import './changes.css';
import { useChanges } from './use-changes.ts';

/** Whose changes are listed: those of what is selected, or those of the whole graph. */
export type ChangesScope = 'record' | 'graph';

interface ChangesPanelProps {
  readonly inspected: Inspected;
  readonly scope: ChangesScope;
  readonly onScope: (scope: ChangesScope) => void;
  /** Whether who is here may take changes back. */
  readonly mayWrite: boolean;
  readonly onOpen: (id: NodeId) => void;
  readonly onTaken: (of: number, taken: SavedChange) => void;
}

const scopes = [
  { key: 'record', words: 'Of what is selected' },
  { key: 'graph', words: 'Of the whole graph' },
] as const;

/** What became of the selected record, or of the whole graph, over time, the newest first. */
export function ChangesPanel({ inspected, scope, onScope, onOpen, ...rest }: ChangesPanelProps) {
  return (
    <div className="changes">
      <h2>Changes</h2>
      <Tabs label="Whose changes" tabs={scopes} chosen={scope} onChoose={onScope} />
      {scope === 'graph' ? (
        <RecentChanges onOpen={onOpen} {...rest} />
      ) : inspected.kind === 'nothing' ? (
        <Notice title="Nothing is selected" icon={<History />}>
          Choose something: every change of it stands here, with author, reason, and what was before and
          after.
        </Notice>
      ) : (
        <ChangesOf key={inspected.id} id={inspected.id} {...rest} />
      )}
    </div>
  );
}

interface ChangesOfProps extends Pick<ChangesPanelProps, 'mayWrite' | 'onTaken'> {
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
        <>
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
        </>
      );
    }
  }
}
