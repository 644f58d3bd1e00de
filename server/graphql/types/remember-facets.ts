import type { FacetCount, FacetQuestion, GraphStore, ReadOptions } from '../../store/graph-store.ts';
import { rememberStates } from './remember-states.ts';

/** Questions that are kept; an explorer asks one or two. */
const QUESTIONS_LIMIT = 30;

const remember = rememberStates<readonly FacetCount[]>(QUESTIONS_LIMIT);

/**
 * Counts over the whole graph, which look at every node, are made once for each state of it. Counts of given nodes are
 * few, and made each time.
 */
export async function countFacets(
  store: GraphStore,
  question: FacetQuestion,
  options: ReadOptions,
): Promise<readonly FacetCount[]> {
  if (question.ids) return store.facets(question, options);
  return remember(store, JSON.stringify(question), () => store.facets(question, options));
}
