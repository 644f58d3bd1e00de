import { type KeyboardEvent, useMemo, useState } from 'react';
import { printCount } from '../../../schema/print-count.ts';
import type { Point } from '../../exploration/exploration.ts';
import { countYears, type YearRow } from '../counts/count-years.ts';
import type { LegendState } from '../use-legend.ts';
import { useSight } from '../use-sight.ts';
import './year-bars.css';

/** Pixels of the highest bar. */
const HIGHEST = 44;

/** How much of the view is of each year, as bars that show and hide it. One stop for Tab; arrow keys walk along. */
export function YearBars({ legend }: { readonly legend: LegendState }) {
  const { exploration } = legend;
  const sight = useSight(exploration);
  const rows = useMemo(() => countYears(sight), [sight]);
  const [current, setCurrent] = useState<string | null>(null);
  const [pointed, setPointed] = useState<YearRow | null>(null);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return <p className="legend-note">Nothing on the view has a date.</p>;
  const most = Math.max(...rows.map(({ onCanvas }) => onCanvas));
  const stop = rows.some(({ words }) => words === current) ? current : first.words;
  return (
    <div className="years">
      <fieldset className="years-bars" aria-label="Years">
        {rows.map((row) => (
          <YearBar
            key={row.words}
            row={row}
            most={most}
            isStop={row.words === stop}
            handlers={legend.handlersOf(row)}
            onReach={() => {
              setCurrent(row.words);
              setPointed(row);
            }}
            onPoint={setPointed}
          />
        ))}
      </fieldset>
      <p className="years-ends" aria-hidden="true">
        <span>{first.words}</span>
        <span className="years-pointed">{pointed && sayYear(pointed)}</span>
        <span>{last.words}</span>
      </p>
    </div>
  );
}

interface YearBarProps {
  readonly row: YearRow;
  readonly most: number;
  readonly isStop: boolean;
  readonly handlers: ReturnType<LegendState['handlersOf']>;
  /** The keyboard came to it. */
  readonly onReach: () => void;
  readonly onPoint: (row: YearRow | null) => void;
}

function YearBar({ row, most, isStop, handlers, onReach, onPoint }: YearBarProps) {
  const { isOn, onToggle, onOnly, onMenu } = handlers;
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isOnly = event.key === 'Enter' && event.altKey;
    if (isOnly) onOnly();
    else if (!walk(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * HIGHEST));
  return (
    <button
      type="button"
      className="years-bar"
      aria-pressed={isOn}
      aria-label={sayYear(row)}
      tabIndex={isStop ? 0 : -1}
      onClick={(event) => (event.altKey ? onOnly() : onToggle())}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(pointOf(event.currentTarget));
      }}
      onKeyDown={press}
      onFocus={onReach}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(row)}
      onPointerLeave={() => onPoint(null)}
    >
      <span className="years-all" style={{ height: heightOf(row.onCanvas) }} />
      <span className="years-shown" style={{ height: heightOf(row.shown) }} />
    </button>
  );
}

function sayYear({ words, shown, onCanvas }: YearRow): string {
  const all = printCount(onCanvas);
  return shown === onCanvas ? `${words}: ${all}` : `${words}: ${printCount(shown)} of ${all} shown`;
}

function pointOf(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

function walk(from: Element, key: string): boolean {
  const { parentElement, previousElementSibling, nextElementSibling } = from;
  const targets: Readonly<Record<string, Element | null | undefined>> = {
    ArrowLeft: previousElementSibling,
    ArrowRight: nextElementSibling,
    Home: parentElement?.firstElementChild,
    End: parentElement?.lastElementChild,
  };
  if (!(key in targets)) return false;
  const target = targets[key];
  if (target instanceof HTMLElement) target.focus();
  return true;
}
