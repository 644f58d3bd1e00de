import { useState } from 'react';
import type { NodeId } from '../../../schema/ids.ts';
import { printCount } from '../../../schema/print-count.ts';
import type { NamedPage } from '../../api/curating/load-changes.ts';
import { type ChangedItem, type JournalEntry, loadItems } from '../../api/curating/load-recent.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { type Failure, sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { EntryItem } from './EntryItem.tsx';
import { type Names, sayInstant, sayTouched } from './say-change.ts';
import { TakeBack } from './TakeBack.tsx';

interface RecentEntryProps {
  readonly entry: JournalEntry;
  readonly names: Names;
  readonly mayWrite: boolean;
  readonly onOpen: (id: NodeId) => void;
  readonly onTaken: (taken: SavedChange) => void;
}

/** So many records of a change are in sight at once; the others come when they are asked for. */
const FIRST = 4;
const PAGE = 50;

/** One change of the graph, with what it did to each record. */
export function RecentEntry({ entry, names, mayWrite, onOpen, onTaken }: RecentEntryProps) {
  const { sequence, at, author, reason, itemCount } = entry;
  const { items, known, left, isFetching, failure, more } = useItems(entry, names);
  return (
    <li className="change">
      <h3>{reason ?? 'The reason was erased.'}</h3>
      <p className="change-by">
        <time dateTime={at}>{sayInstant(at)}</time> · {author ?? 'author erased'} · change {sequence} ·{' '}
        {sayTouched(itemCount)}
      </p>
      {items.length > 0 && (
        <ul className="changed-items" aria-label={`What change ${sequence} did`}>
          {items.map((item) => (
            <EntryItem key={item.ordinal} item={item} names={known} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {failure && <p className="field-problem">{sayFailure(failure).title}.</p>}
      {left > 0 && (
        <Button look="quiet" disabled={isFetching} onClick={() => void more()}>
          {isFetching
            ? 'Fetching …'
            : `Show ${Math.min(PAGE, left)} ${items.length > 0 ? 'more' : `of ${printCount(left)}`} records`}
        </Button>
      )}
      {mayWrite && <TakeBack sequence={sequence} records={itemCount} onTaken={onTaken} />}
    </li>
  );
}

/** The records of a change, page by page. */
function useItems({ sequence, items, itemCount }: JournalEntry, names: Names) {
  const [page, setPage] = useState<NamedPage<ChangedItem> | null>(null);
  const [isFetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = page?.found ?? items.slice(0, FIRST);
  return {
    items: shown,
    known: page ? new Map([...names, ...page.names]) : names,
    isFetching,
    failure,
    // What was erased has no item: where no more come, nothing is left.
    left: page && page.next === null ? 0 : itemCount - shown.length,
    async more(): Promise<void> {
      setFetching(true);
      const outcome = await loadItems(sequence, page?.next ?? -1, PAGE);
      setFetching(false);
      if (outcome.kind === 'failure') return setFailure(outcome.failure);
      setFailure(null);
      const { found, names: more, next } = outcome.value;
      setPage({
        found: [...(page?.found ?? []), ...found],
        names: new Map([...(page?.names ?? []), ...more]),
        next,
      });
    },
  };
}
