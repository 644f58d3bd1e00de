import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/Button.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { Saving } from './use-saving.ts';

const SAYS = 'Look at both sides, then save yours on top of theirs, or let yours go.';

interface ConflictNoticeProps {
  readonly conflict: Extract<Saving, { kind: 'conflict' }>;
  readonly mine: readonly SideRow[];
  /** The other side, out of the record as it stands now. */
  readonly theirs: ReactNode;
  /** What keeping both comes to, where it is not that the later value stands. */
  readonly says?: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody changed the record meanwhile: both sides beside each other, and what can be done. Nothing typed is lost. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { conflict, mine, theirs, says = SAYS, onKeepMine, onTakeTheirs } = props;
  const id = useId();
  const isGone = conflict.version === 0;
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
            <Side title="As it stands now">{theirs}</Side>
            <Side title="What you are about to save">
              <SideRows rows={mine} />
            </Side>
          </div>
          <p className="form-note">{says}</p>
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
