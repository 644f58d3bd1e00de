import { useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';

interface LeaveNoticeProps {
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Asks whether to leave what was typed, which is kept unless one says otherwise. */
export function LeaveNotice({ onLeave, onDiscard, onStay }: LeaveNoticeProps) {
  const id = useId();
  const question = useRef<HTMLElement>(null);
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={question} className="leave" role="alert" aria-labelledby={id}>
      <h3 id={id}>Leave what you typed?</h3>
      <p className="form-note">It stays in this browser, and is here when you come back to it.</p>
      <div className="form-foot">
        <Button look="strong" onClick={onLeave}>
          Leave, and keep it
        </Button>
        <Button onClick={onStay}>Go on writing</Button>
        <Button onClick={onDiscard}>Throw it away</Button>
      </div>
    </section>
  );
}
