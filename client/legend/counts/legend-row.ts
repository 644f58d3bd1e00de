import type { Facet } from '../../exploration/filters/facets.ts';

/** A group that the legend explains, with how much of it there is. */
export interface LegendRow {
  readonly facet: Facet;
  /** In words, as its row says them. */
  readonly words: string;
  /** Seen on the canvas now. */
  readonly shown: number;
  /** In the whole graph; null while it is not known, or where the graph does not count it. */
  readonly inGraph: number | null;
}
