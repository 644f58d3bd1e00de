import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './Button.tsx';
import './dialogs.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Room for a table. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialogue by the browser's own element, which keeps the focus inside and closes on Escape. */
export function Dialog({ title, onClose, isWide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the element goes, so that the browser gives the focus back to what had it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      // The keys of the page must not act on what lies behind.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-sheet">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton label="Close" icon={<X />} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
