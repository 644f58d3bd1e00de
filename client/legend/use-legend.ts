import { useState } from 'react';
import type { Command } from '../exploration/commands.ts';
import type { Exploration, Point } from '../exploration/exploration.ts';
import { type Facet, type FacetDimension, isFacetShown, isOnlyFacet } from '../exploration/filters/facets.ts';
import type { LegendRow } from './counts/legend-row.ts';

interface OpenMenu {
  readonly row: LegendRow;
  readonly at: Point;
}

/** What every row of the legend can do with its group. */
export function useLegend(exploration: Exploration, run: (command: Command) => void) {
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const { filters } = exploration;
  const only = (facet: Facet) => {
    // The same gesture leads back, as in the legends of charts.
    if (isOnlyFacet(filters, facet)) run({ kind: 'showAll', dimensions: [facet.dimension] });
    else run({ kind: 'showOnlyFacet', ...facet });
  };
  return {
    exploration,
    run,
    only,
    menu,
    closeMenu: () => setMenu(null),
    /** For the row of a group. */
    handlersOf(row: LegendRow) {
      const isOn = isFacetShown(filters, row.facet);
      return {
        row,
        isOn,
        onToggle: () => run({ kind: 'filterFacet', ...row.facet, shown: !isOn }),
        onOnly: () => only(row.facet),
        onMenu: (at: Point) => setMenu({ row, at }),
      };
    },
    /** For the head of a section that filters by these; null where none of them does. */
    showAllOf(dimensions: readonly FacetDimension[]): (() => void) | null {
      const filtering = dimensions.filter((dimension) => filters.has(dimension));
      return filtering.length === 0 ? null : () => run({ kind: 'showAll', dimensions: filtering });
    },
  };
}

export type LegendState = ReturnType<typeof useLegend>;
