import type { FacetCount, FacetQuestion, GraphStore, ReadOptions } from '../../store/graph-store.ts';

/** Questions that are kept; an explorer asks one or two. */
const QUESTIONS_LIMIT = 30;

interface Remembered {
  /** Where the journal stood before the nodes were counted. */
  readonly sequence: number;
  readonly counts: readonly FacetCount[];
}

const remembered = new WeakMap<GraphStore, Map<string, Remembered>>();

/**
 * Counts over the whole graph, which look at every node, are made once for each state of it: the journal tells whether
 * anything was changed since. Counts of given nodes are few, and made each time.
 */
export async function countFacets(
  store: GraphStore,
  question: FacetQuestion,
  options: ReadOptions,
): Promise<readonly FacetCount[]> {
  if (question.ids) return store.facets(question, options);
  const kept = remembered.get(store) ?? new Map<string, Remembered>();
  remembered.set(store, kept);
  const key = JSON.stringify(question);
  const { sequence } = await store.journalHead();
  const known = kept.get(key);
  if (known?.sequence === sequence) return known.counts;
  const counts = await store.facets(question, options);
  kept.delete(key);
  kept.set(key, { sequence, counts });
  for (const oldest of kept.keys()) {
    if (kept.size <= QUESTIONS_LIMIT) break;
    kept.delete(oldest);
  }
  return counts;
}
