import type { ReactNode } from 'react';

interface LegendToggleProps {
  readonly isOn: boolean;
  readonly words: string;
  readonly icon: ReactNode;
  readonly count: ReactNode;
  readonly onToggle: (isOn: boolean) => void;
  /** Shows nothing but this; by Alt and a click, or by the button that comes with the pointer or the focus. */
  readonly onOnly?: () => void;
}

/** A row of the legend that shows or hides what it explains. */
export function LegendToggle({ isOn, words, icon, count, onToggle, onOnly }: LegendToggleProps) {
  return (
    <li className="legend-row">
      <button
        type="button"
        className="legend-toggle"
        aria-pressed={isOn}
        onClick={(event) => (event.altKey && onOnly ? onOnly() : onToggle(!isOn))}
      >
        <span className="legend-icon">{icon}</span>
        <span className="legend-words">{words}</span>
      </button>
      {onOnly && (
        <button type="button" className="legend-only" aria-label={`Show only ${words}`} onClick={onOnly}>
          only
        </button>
      )}
      {count}
    </li>
  );
}
