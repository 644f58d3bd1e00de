import { Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../form/TextField.tsx';
import { type TakingBack, useTakeBack } from './use-take-back.ts';

interface TakeBackProps {
  readonly sequence: number;
  readonly onTaken: (taken: SavedChange) => void;
}

/** The button at a change, and the question why, in its place. */
export function TakeBack({ sequence, onTaken }: TakeBackProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <TakeBackForm sequence={sequence} onTaken={onTaken} onClose={() => setOpen(false)} />;
  return (
    <Button icon={<Undo2 />} aria-label={`Take back change ${sequence}`} onClick={() => setOpen(true)}>
      Take back
    </Button>
  );
}

function TakeBackForm({ sequence, onTaken, onClose }: TakeBackProps & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { taking, take } = useTakeBack(sequence, (taken) => {
    onClose();
    onTaken(taken);
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isMissing = reason.trim() === '';
  const submit = (withLater: boolean) => {
    setTried(true);
    if (!isMissing) void take(reason.trim(), withLater);
  };
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
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label="Why it is taken back"
        says="Everything that the change did goes back to what was before, as a change of its own."
        value={reason}
        problem={isTried && isMissing ? 'Say why: it stands in the history beside your name.' : undefined}
        onChange={setReason}
      />
      <div role="status">
        <News taking={taking} onTakeAll={() => submit(true)} />
      </div>
      <div className="form-foot">
        {taking.kind !== 'builtOn' && (
          <Button submits look="strong" disabled={taking.kind === 'saving'}>
            {taking.kind === 'saving' ? 'Taking back …' : 'Take it back'}
          </Button>
        )}
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </form>
  );
}

interface NewsProps {
  readonly taking: TakingBack;
  readonly onTakeAll: () => void;
}

function News({ taking, onTakeAll }: NewsProps) {
  switch (taking.kind) {
    case 'idle':
    case 'saving':
      return null;
    case 'builtOn':
      return (
        <div className="built-on">
          <p>It cannot go alone: this was built on it since.</p>
          <ul>
            {taking.records.map(({ record, name, sequence, author }) => (
              <li key={record}>
                {name}
                {sequence !== null && ` (change ${sequence} by ${author ?? 'somebody'})`}
              </li>
            ))}
          </ul>
          <Button onClick={onTakeAll}>Take those back, too</Button>
        </div>
      );
    case 'problems':
      return taking.problems.map(({ field, message }) => (
        <p key={`${field} ${message}`} className="field-problem">
          {message}
        </p>
      ));
    case 'conflict':
      return (
        <p className="field-problem">
          Somebody changed it at the same moment. Nothing was taken back: look at the list, then try again.
        </p>
      );
    case 'failure': {
      const { title, text } = sayFailure(taking.failure);
      return (
        <p className="field-problem">
          {title}. {text} Try again when you like; it is not done twice.
        </p>
      );
    }
  }
}
