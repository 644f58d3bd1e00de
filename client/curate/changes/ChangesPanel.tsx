import { History } from 'lucide-react';
import { useCallback } from 'react';
import type { NodeId } from '../../../schema/ids.ts';
import { loadChanges } from '../../api/curating/load-changes.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import type { Inspected } from '../../api/use-detail.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tabs } from '../../ui/Panel.tsx';
import { RecentChanges } from './RecentChanges.tsx';
import '../form/form.css';
import { ChangeEntry } from './ChangeEntry.tsx';
import './changes.css';
import { ChangeList } from './ChangeList.tsx';
import { useChangePages } from './use-change-pages.ts';

/** So many changes at most are read anew. */
const MOST = 100;

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
  const load = useCallback((after: string | null, first: number) => loadChanges(id, { first, after }), [id]);
  return (
    <ChangeList label="Changes, the newest first" pages={useChangePages(load, MOST)} more="Show more">
      {(change, names) => (
        <ChangeEntry
          key={change.sequence}
          change={change}
          names={names}
          mayWrite={mayWrite}
          onTaken={(taken) => onTaken(change.sequence, taken)}
        />
      )}
    </ChangeList>
  );
}
