import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import './dialogs.css';

export interface MenuItem {
  readonly key: string;
  readonly words: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  /** A line that explains it. */
  readonly note?: string;
  /** For a choice among the items: whether it is the one that holds. */
  readonly isChosen?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** The button that opens it and, pressed again, closes it. */
  readonly opener?: HTMLElement | null;
  readonly onClose: () => void;
}

/** A menu by the pattern of ARIA: arrows walk, Enter chooses, Escape closes and gives the focus back. */
export function Menu({ label, items, at, opener, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.style.left = '';
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`;
  }, [at]);

  useEffect(() => {
    const before = document.activeElement;
    const items = menu.current;
    (items?.querySelector<HTMLElement>('[aria-checked="true"]') ?? items?.querySelector('button'))?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      const { target } = event;
      if (target instanceof Node && !menu.current?.contains(target) && !opener?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', closeOutside, true);
    return () => document.removeEventListener('pointerdown', closeOutside, true);
  }, [onClose, opener]);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const step = steps[event.key];
    event.stopPropagation();
    if (step !== undefined) {
      event.preventDefault();
      buttons[(step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={label} className="menu" onKeyDown={onKeyDown}>
      {items.map(({ key, words, icon, hint, note, isChosen, onChoose }) => (
        <button
          key={key}
          type="button"
          {...(isChosen === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemradio', 'aria-checked': isChosen })}
          tabIndex={-1}
          className="menu-item"
          onClick={() => {
            onClose();
            onChoose();
          }}
        >
          <span className="menu-icon">{isChosen ? <Check aria-hidden="true" /> : icon}</span>
          <span className="menu-words">
            {words}
            {note && <span className="menu-note">{note}</span>}
          </span>
          {hint && <kbd className="key">{hint}</kbd>}
        </button>
      ))}
    </div>
  );
}
