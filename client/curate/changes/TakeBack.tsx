import { Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { printCount } from '../../../schema/print-count.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../form/TextField.tsx';
import { TakingNews } from './TakingNews.tsx';
import { LARGE, useTakeBack } from './use-take-back.ts';

interface TakeBackProps {
  readonly sequence: number;
  /** How many records the change touched. */
  readonly records: number;
  readonly onTaken: (taken: SavedChange) => void;
}

/** The button at a change, and the question why, in its place. */
export function TakeBack(props: TakeBackProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <TakeBackForm {...props} onClose={() => setOpen(false)} />;
  return (
    <Button icon={<Undo2 />} aria-label={`Take back change ${props.sequence}`} onClick={() => setOpen(true)}>
      Take back
    </Button>
  );
}

function TakeBackForm({
  sequence,
  records,
  onTaken,
  onClose,
}: TakeBackProps & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [isAllowed, setAllowed] = useState(records <= LARGE);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { taking, take } = useTakeBack({
    sequence,
    records,
    onTaken: (taken) => {
      onClose();
      onTaken(taken);
    },
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isStopped = taking.kind === 'stopped';
  // The button that stopped it is gone: the keyboard goes on at the one that begins anew.
  useEffect(() => {
    if (isStopped) form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, [isStopped]);
  const isMissing = reason.trim() === '';
  const submit = (withLater: boolean) => {
    setTried(true);
    if (!isMissing && isAllowed) void take(reason.trim(), withLater);
  };
  const isBusy = taking.kind === 'saving' || taking.kind === 'started';
  return (
    <form
      ref={form}
      className="take-back"
      aria-label={`Take back change ${sequence}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && taking.kind !== 'started') onClose();
      }}
    >
      <TextField
        label="Why it is taken back"
        says="Everything that the change did goes back to what was before, as a change of its own."
        value={reason}
        problem={isTried && isMissing ? 'Say why: it stands in the history beside your name.' : undefined}
        onChange={setReason}
      />
      {records > LARGE && (
        <label className="choice">
          <input type="checkbox" checked={isAllowed} onChange={(event) => setAllowed(event.target.checked)} />
          Yes, all {printCount(records)} records that it touched
        </label>
      )}
      {isTried && !isAllowed && <p className="field-problem">Say that you mean all of them.</p>}
      <div role="status">
        <TakingNews taking={taking} onTakeAll={() => submit(true)} />
      </div>
      <div className="form-foot">
        {taking.kind !== 'builtOn' && (
          <Button submits look="strong" disabled={isBusy}>
            {isBusy ? 'Taking back …' : 'Take it back'}
          </Button>
        )}
        {taking.kind !== 'started' && <Button onClick={onClose}>Leave it</Button>}
      </div>
    </form>
  );
}
