import { useMemo, useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import { countSources } from './counts/count-sources.ts';
import { LegendToggle } from './LegendToggle.tsx';
import type { MoreTotals } from './load-totals.ts';
import type { LegendState } from './use-legend.ts';
import { useSight } from './use-sight.ts';

/** More than these are listed when they are asked for. */
const FEW = 8;

interface SourceRowsProps {
  readonly legend: LegendState;
  readonly more: MoreTotals | null;
}

/** The documents that the view rests on. */
export function SourceRows({ legend, more }: SourceRowsProps) {
  const { exploration } = legend;
  const sight = useSight(exploration);
  const rows = useMemo(() => countSources(sight, more), [sight, more]);
  const [areAll, setAll] = useState(false);
  if (rows.length === 0) return <p className="legend-note">Nothing on the view rests on a document.</p>;
  const listed = areAll ? rows : rows.slice(0, FEW);
  return (
    <>
      <ul>
        {listed.map((row) => (
          <LegendToggle key={row.facet.key} {...legend.handlersOf(row)}>
            <span className="legend-words legend-source">
              {row.words}
              {row.isPrimary && <span className="legend-tag">primary</span>}
            </span>
          </LegendToggle>
        ))}
      </ul>
      {rows.length > FEW && (
        <button type="button" className="text-button" onClick={() => setAll(!areAll)}>
          {areAll ? 'list fewer' : `list all ${printCount(rows.length)}`}
        </button>
      )}
    </>
  );
}
