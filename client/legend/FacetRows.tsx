import type { ReactNode } from 'react';
import type { LegendRow } from './counts/legend-row.ts';
import { LegendToggle } from './LegendToggle.tsx';
import type { LegendState } from './use-legend.ts';

interface FacetRowsProps<Row extends LegendRow> {
  readonly legend: LegendState;
  readonly rows: readonly Row[];
  /** What a row looks like beside its words. */
  readonly icon?: (row: Row) => ReactNode;
  /** What stands for its words. */
  readonly draw?: (row: Row) => ReactNode;
}

/** Groups of one dimension, one below the other. */
export function FacetRows<Row extends LegendRow>({ legend, rows, icon, draw }: FacetRowsProps<Row>) {
  return (
    <ul>
      {rows.map((row) => (
        <LegendToggle key={row.facet.key} {...legend.handlersOf(row)} icon={icon?.(row)}>
          {draw?.(row)}
        </LegendToggle>
      ))}
    </ul>
  );
}
