import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { printCount } from '../../schema/print-count.ts';
import type { Point } from '../exploration/exploration.ts';
import type { LegendRow } from './counts/legend-row.ts';

interface LegendToggleProps {
  readonly row: LegendRow;
  readonly isOn: boolean;
  readonly icon?: ReactNode;
  /** What stands for the words where they have a look of their own. */
  readonly children?: ReactNode;
  readonly onToggle: () => void;
  /** Shows nothing but this: by Alt and a click or Enter, by the menu, or by the button that comes with pointer and focus. */
  readonly onOnly: () => void;
  readonly onMenu: (at: Point) => void;
  /** A further button beside “only”. */
  readonly more?: ReactNode;
}

/** A row of the legend that shows or hides what it explains. */
export function LegendToggle(props: LegendToggleProps) {
  const { row, isOn, icon, children, onToggle, onOnly, onMenu, more } = props;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    onOnly();
  };
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    // The key that opens menus has no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    onMenu(isByKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY });
  };
  return (
    <li className="legend-row">
      <button
        type="button"
        className="legend-toggle"
        aria-pressed={isOn}
        onClick={(event) => (event.altKey ? onOnly() : onToggle())}
        onKeyDown={press}
        onContextMenu={openMenu}
      >
        {icon && <span className="legend-icon">{icon}</span>}
        {children ?? <span className="legend-words">{row.words}</span>}
      </button>
      <span className="legend-extras">
        <button type="button" className="legend-only" aria-label={`Show only ${row.words}`} onClick={onOnly}>
          only
        </button>
        {more}
      </span>
      <LegendCount {...row} />
    </li>
  );
}

/** “4 / 24”: seen on the canvas, of so many in the graph. */
export function LegendCount({ shown, inGraph }: Pick<LegendRow, 'shown' | 'inGraph'>) {
  const seen = printCount(shown);
  const all = inGraph === null ? null : printCount(inGraph);
  const words = all === null ? `${seen} shown` : `${seen} shown, ${all} in the graph`;
  return (
    <span className="legend-count" title={words}>
      <span className="visually-hidden">{words}</span>
      <span aria-hidden="true">
        {seen}
        {all !== null && <span className="legend-in-graph">&nbsp;/&nbsp;{all}</span>}
      </span>
    </span>
  );
}
