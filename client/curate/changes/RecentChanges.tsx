import type { NodeId } from '../../../schema/ids.ts';
import { loadRecent } from '../../api/curating/load-recent.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { ChangeList } from './ChangeList.tsx';
import { RecentEntry } from './RecentEntry.tsx';
import { useChangePages } from './use-change-pages.ts';

/** So many changes at most are read anew. */
const MOST = 50;

interface RecentChangesProps {
  readonly mayWrite: boolean;
  readonly onOpen: (id: NodeId) => void;
  readonly onTaken: (of: number, taken: SavedChange) => void;
}

/** What became of the whole graph, the newest first: who, when, why, and what it did to each record. */
export function RecentChanges({ mayWrite, onOpen, onTaken }: RecentChangesProps) {
  return (
    <ChangeList
      label="Changes of the whole graph, the newest first"
      pages={useChangePages(loadRecent, MOST)}
      more="Show earlier changes"
    >
      {(entry, names) => (
        <RecentEntry
          key={entry.sequence}
          entry={entry}
          names={names}
          mayWrite={mayWrite}
          onOpen={onOpen}
          onTaken={(taken) => onTaken(entry.sequence, taken)}
        />
      )}
    </ChangeList>
  );
}
