import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import './panels.css';

interface PanelFrameProps {
  readonly label: string;
  /** What stands at its top, beside the button that closes it. */
  readonly head?: ReactNode;
  /** A further button beside that one. */
  readonly more?: ReactNode;
  readonly onClose: () => void;
  /** Whether it is all text, so that the keyboard needs a place from which to scroll it. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A panel beside the canvas; on a small screen it is a sheet over it. */
export function PanelFrame({ label, head, more, onClose, isText = false, children }: PanelFrameProps) {
  return (
    <section className="panel" aria-label={label}>
      <div className={head ? 'panel-head' : 'panel-head panel-head-bare'}>
        {head && <div className="panel-head-words">{head}</div>}
        {more}
        <IconButton label={`Close ${label.toLowerCase()}`} icon={<X />} onClick={onClose} />
      </div>
      {isText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className="panel-body" aria-label={`${label}, text`} tabIndex={0}>
          {children}
        </section>
      ) : (
        // The keyboard can be put here by a key, and where what had it is gone.
        <div className="panel-body" tabIndex={-1}>
          {children}
        </div>
      )}
    </section>
  );
}

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly words: string }[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** Two or three ways to see one thing, of which one is chosen. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose }: TabsProps<Key>) {
  return (
    <fieldset className="tabs">
      <legend className="visually-hidden">{label}</legend>
      {tabs.map(({ key, words }) => (
        <button
          key={key}
          type="button"
          className="tab"
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
