import type { ReactNode } from 'react';
import './notices.css';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
  /** An alert is read aloud at once. */
  readonly urgent?: boolean;
}

/** A state in the place of what would be there: nothing found, failed, offline. */
export function Notice({ title, children, icon, action, urgent = false }: NoticeProps) {
  return (
    <div className="notice" role={urgent ? 'alert' : undefined}>
      {icon && <div className="notice-icon">{icon}</div>}
      <p className="notice-title">{title}</p>
      {children && <div className="notice-text">{children}</div>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}

/** Grey lines in the place of text that is on its way; `label` is what a screen reader hears. */
export function Placeholder({ label, lines = 4 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div className="placeholder" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <span key={line} className="placeholder-line" aria-hidden="true" />
      ))}
    </div>
  );
}
