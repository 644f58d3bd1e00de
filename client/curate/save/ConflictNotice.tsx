import { type ReactNode, useId } from 'react';
import { parseNodeId } from '../../../schema/ids.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import { useCurrent } from './use-current.ts';
import type { Saving } from './use-saving.ts';

interface ConflictNoticeProps {
  readonly conflict: Extract<Saving, { kind: 'conflict' }>;
  readonly mine: readonly SideRow[];
  /** The other side out of the record as it stands now. */
  readonly theirs: (detail: NodeDetail) => readonly SideRow[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody changed the record meanwhile: both sides beside each other, and what can be done. Nothing typed is lost. */
export function ConflictNotice({ conflict, mine, theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const id = useId();
  const isGone = conflict.version === 0;
  const current = useCurrent(isGone ? null : parseNodeId(conflict.record));
  return (
    <section className="conflict" role="alert" aria-labelledby={id}>
      <h3 id={id}>{isGone ? 'This was removed meanwhile' : 'Somebody changed this meanwhile'}</h3>
      {isGone ? (
        <p className="form-note">
          It is not in the graph any more. What you typed is still here: copy what you need before you discard
          it.
        </p>
      ) : (
        <>
          <div className="conflict-sides">
            <Side title="As it stands now">
              {current.kind === 'loading' && <p className="form-note">Fetching …</p>}
              {current.kind === 'failure' && (
                <p className="form-note">{sayFailure(current.failure).title}.</p>
              )}
              {current.kind === 'loaded' && <SideRows rows={theirs(current.value)} />}
            </Side>
            <Side title="What you are about to save">
              <SideRows rows={mine} />
            </Side>
          </div>
          <p className="form-note">
            Yours is added to theirs where both can stand. Look at both sides, then save again, or let yours
            go.
          </p>
          <div className="form-foot">
            <Button look="strong" onClick={onKeepMine}>
              Keep mine, on top of theirs
            </Button>
            <Button onClick={onTakeTheirs}>Take theirs</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
