import { type ButtonHTMLAttributes, isValidElement, memo, type ReactNode } from 'react';
import './controls.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  readonly look?: 'plain' | 'quiet' | 'strong';
  readonly icon?: ReactNode;
  /** The key that does the same, shown beside the words. */
  readonly hint?: string;
  /** Sends the form that it stands in, as Enter in one of its fields then does. */
  readonly submits?: boolean;
}

/** A button whose words say what happens. */
export function Button({ look = 'plain', icon, hint, submits = false, children, ...rest }: ButtonProps) {
  return (
    <button type={submits ? 'submit' : 'button'} className={`button button-${look}`} {...rest}>
      <Still>{icon}</Still>
      <span className="button-words">{children}</span>
      {hint && <kbd className="key">{hint}</kbd>}
    </button>
  );
}

interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'title'> {
  /** What it does; read aloud, and shown when the pointer rests on it. */
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Still>{icon}</Still>
    </button>
  );
}

interface StillProps {
  readonly children: ReactNode;
}

/** An icon that is drawn once: there are dozens on the page, and each is worked out anew wherever it is written. */
const Still = memo(({ children }: StillProps) => children, isSameIcon);

function isSameIcon({ children: before }: StillProps, { children: now }: StillProps): boolean {
  return (
    isValidElement<object>(before) &&
    isValidElement<object>(now) &&
    before.type === now.type &&
    Object.keys({ ...before.props, ...now.props }).length === 0
  );
}
