import { type GradeScaleKey, gradeScaleKeys, gradeScales } from '../../../schema/grade-scales.ts';
import type { GraphTotals } from '../../api/load.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { keysOfNode } from '../../exploration/filters/facet-keys.ts';
import { sayGrade, splitGrade } from '../../exploration/filters/say-facet.ts';
import { countFacets } from './count-facets.ts';
import type { LegendRow } from './legend-row.ts';

/** A grade with its place on its scale; both are missing where no scale knows the words. */
export interface GradeRow extends LegendRow {
  readonly rank?: number;
  readonly of?: number;
}

interface LegendScale {
  /** Null for words that no scale knows. */
  readonly scale: GradeScaleKey | null;
  readonly title: string;
  readonly rows: readonly GradeRow[];
}

/** A graph with more grades than this has those of the view alone in its legend, which would be too long else. */
const MOST = 12;

/**
 * The grades of the judgements on the canvas, and of the graph where these are few, so that what comes onto the canvas
 * moves no row: each scale apart, best first; words on no scale come last. A grade is said as it is printed on this view.
 */
export function countGrades(state: Exploration, totals: GraphTotals | null): readonly LegendScale[] {
  const onCanvas = countFacets(state, 'grade');
  const counts = withThoseOfGraph(onCanvas, totals);
  const printed = printedGrades(state);
  const rows = [...counts].map(([key, shown]): GradeRow & { readonly scale: GradeScaleKey | null } => {
    const [scale, place] = splitGrade(key);
    const labels = [...(printed.get(key) ?? [])].sort();
    return {
      scale,
      facet: { dimension: 'grade', key },
      words: labels.length > 0 ? labels.join(', ') : sayGrade(key),
      shown,
      inGraph: totals ? countInGraph(totals, key) : null,
      ...(scale && { rank: Number(place), of: gradeScales[scale].ranks.length }),
    };
  });
  return [...gradeScaleKeys, null]
    .map((scale) => ({
      scale,
      title: scale ? gradeScales[scale].title : 'On no scale',
      rows: rows.filter((row) => row.scale === scale).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    }))
    .filter((group) => group.rows.length > 0);
}

function withThoseOfGraph(
  onCanvas: ReadonlyMap<string, number>,
  totals: GraphTotals | null,
): ReadonlyMap<string, number> {
  const all = new Map(onCanvas);
  for (const [key, count] of totals?.grades ?? []) {
    const folded = key.toLowerCase();
    if (count > 0 && !all.has(folded)) all.set(folded, 0);
  }
  return all.size <= MOST ? all : onCanvas;
}

function printedGrades(state: Exploration): ReadonlyMap<string, ReadonlySet<string>> {
  const printed = new Map<string, Set<string>>();
  for (const node of state.nodes.values()) {
    const label = node.record.properties.label?.toLowerCase();
    if (label === undefined) continue;
    for (const key of keysOfNode(state, node, 'grade') ?? [])
      printed.set(key, (printed.get(key) ?? new Set()).add(label));
  }
  return printed;
}

/** The graph counts labels on no scale as they are printed, capitals and all. */
function countInGraph({ grades }: GraphTotals, key: string): number {
  let count = 0;
  for (const [known, number] of grades) if (known.toLowerCase() === key) count += number;
  return count;
}
