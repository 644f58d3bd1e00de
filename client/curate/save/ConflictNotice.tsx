import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { Saving } from './use-saving.ts';

const SAYS = 'Look at both sides, then save yours on top of theirs, or let yours go.';

/** The words where what is to be made is there already. */
interface MakingWords {
  readonly title: string;
  readonly keep: string;
  readonly take: string;
}

interface ConflictNoticeProps {
  readonly conflict: Extract<Saving, { kind: 'conflict' }>;
  readonly mine: readonly SideRow[];
  /** The other side, out of the record as it stands now. */
  readonly theirs: ReactNode;
  /** What keeping both comes to, where it is not that the later value stands. */
  readonly says?: string;
  /** Given by who makes something: it can be made, too, where the other side is gone. */
  readonly making?: MakingWords;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody changed the record meanwhile: both sides beside each other, and what can be done. Nothing typed is lost. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { conflict, mine, theirs, says = SAYS, making, onKeepMine, onTakeTheirs } = props;
  const id = useId();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    // It stands above the fields, and who has saved is at their end.
    element.current?.scrollIntoView({ block: 'start' });
    element.current?.focus({ preventScroll: true });
  }, []);
  const isGone = conflict.version === 0;
  const title = isGone ? 'This was removed meanwhile' : (making?.title ?? 'Somebody changed this meanwhile');
  return (
    <section ref={element} className="conflict" role="alert" aria-labelledby={id} tabIndex={-1}>
      <h3 id={id}>{title}</h3>
      {isGone && !making ? (
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
              {making?.keep ?? 'Keep mine, on top of theirs'}
            </Button>
            <Button onClick={onTakeTheirs}>{making?.take ?? 'Take theirs'}</Button>
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
