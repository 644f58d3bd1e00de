import { X } from 'lucide-react';
import { Button, IconButton } from './Button.tsx';
import './notices.css';
import type { Toast } from './use-toasts.ts';

interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly announcement: string;
  readonly onClose: (id: number) => void;
}

/** The messages that are shown, and the polite region that tells a screen reader what happened. */
export function Toasts({ toasts, announcement, onClose }: ToastsProps) {
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      <div className="toasts">
        {toasts.map(({ id, text, tone, action }) => (
          <div key={id} className={`toast toast-${tone}`}>
            <p className="toast-text">{text}</p>
            {action && (
              <Button
                look="quiet"
                onClick={() => {
                  onClose(id);
                  action.onChoose();
                }}
              >
                {action.words}
              </Button>
            )}
            <IconButton label="Close this message" icon={<X />} onClick={() => onClose(id)} />
          </div>
        ))}
      </div>
    </>
  );
}
