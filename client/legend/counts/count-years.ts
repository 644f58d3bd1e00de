import type { Exploration } from '../../exploration/exploration.ts';
import { keysOfNode } from '../../exploration/filters/facet-keys.ts';
import { countFacets, countKeys } from './count-facets.ts';
import type { LegendRow } from './legend-row.ts';

/** A year with how many nodes of the view can be of it, seen or not. */
export interface YearRow extends LegendRow {
  readonly onCanvas: number;
}

/** Every year from the first that anything on the view can be of to the last, those without anything among them. */
export function countYears(state: Exploration): readonly YearRow[] {
  const shown = countFacets(state, 'year');
  const onCanvas = countKeys(state.nodes, [...state.nodes.values()], (node) =>
    keysOfNode(state, node, 'year'),
  );
  const years = [...shown.keys()].map(Number);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const key = String(first + index).padStart(4, '0');
    return {
      facet: { dimension: 'year', key },
      words: String(first + index),
      shown: shown.get(key) ?? 0,
      onCanvas: onCanvas.get(key) ?? 0,
      inGraph: null,
    };
  });
}
