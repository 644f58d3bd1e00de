import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Session } from '../exploration/session.ts';
import { IconButton } from '../ui/Button.tsx';
import './history.css';
import { type HistoryRow, listSteps } from './list-steps.ts';

interface HistoryPanelProps {
  readonly session: Session;
  /** Goes to where so many of the kept steps are done. */
  readonly onGo: (steps: number) => void;
  readonly onClose: () => void;
}

/** Every step of the view, to any of which one can go. Arrows walk, Enter goes there, Escape closes. */
export function HistoryPanel({ session, onGo, onClose }: HistoryPanelProps) {
  const list = useRef<HTMLOListElement>(null);
  const rows = listSteps(session);
  useEffect(() => {
    const before = document.activeElement;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const walk = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (to !== undefined) buttons[Math.max(0, Math.min(to, buttons.length - 1))]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="card history" aria-label="History" onKeyDown={walk}>
      <div className="history-head">
        <h2>History</h2>
        <IconButton label="Close history" icon={<X />} onClick={onClose} />
      </div>
      <ol ref={list} className="history-list" reversed>
        {rows.map((row) => (
          <li key={row.steps}>
            <StepButton row={row} onGo={onGo} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepButton({ row, onGo }: { readonly row: HistoryRow } & Pick<HistoryPanelProps, 'onGo'>) {
  const { steps, words, standing } = row;
  return (
    <button
      type="button"
      className={`history-step history-${standing}`}
      aria-current={standing === 'now' ? 'step' : undefined}
      tabIndex={standing === 'now' ? 0 : -1}
      onClick={() => onGo(steps)}
    >
      <span className="history-words">{words}</span>
      {standing === 'undone' && <span className="visually-hidden">undone</span>}
    </button>
  );
}
