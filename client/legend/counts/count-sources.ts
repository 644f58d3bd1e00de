import type { Exploration, ShownNode, SourceDocument } from '../../exploration/exploration.ts';
import { visibleNodes } from '../../exploration/visible.ts';
import type { MoreTotals } from '../load-totals.ts';
import { countKeys } from './count-facets.ts';
import type { LegendRow } from './legend-row.ts';

/** A document with how many nodes rest on it by evidence of their own, which is how the graph counts them. */
export interface SourceRow extends LegendRow {
  readonly isPrimary: boolean;
}

/** The documents that anything on the canvas rests on: those that most nodes rest on first, then by name. */
export function countSources(state: Exploration, more: MoreTotals | null): readonly SourceRow[] {
  const all = [...state.nodes.values()];
  const documents = new Map<string, SourceDocument>(
    [...all, ...state.relationships.values()].flatMap((shown) =>
      shown.documents.map((each) => [each.id, each]),
    ),
  );
  const idsOf = ({ documents: own }: ShownNode) => own.map(({ id }) => id);
  const onCanvas = countKeys(state.nodes, all, idsOf);
  const counts = countKeys(state.nodes, visibleNodes(state), idsOf);
  return [...documents.values()]
    .sort(
      (a, b) =>
        (onCanvas.get(b.id) ?? 0) - (onCanvas.get(a.id) ?? 0) || a.name.localeCompare(b.name, 'en-GB'),
    )
    .map(({ id, name, isPrimary }) => ({
      facet: { dimension: 'source', key: id },
      words: name,
      isPrimary,
      shown: counts.get(id) ?? 0,
      inGraph: more ? (more.sources.get(id) ?? 0) : null,
    }));
}
