import type { Exploration } from '../../exploration/exploration.ts';
import { keysOfNode, keysOfRelationship } from '../../exploration/filters/facet-keys.ts';
import type { FacetDimension } from '../../exploration/filters/facets.ts';
import { visibleNodes, visibleRelationships } from '../../exploration/visible.ts';

/**
 * How many records are seen of every group that the view has, those that no record is seen of with a 0, those that
 * only a filter knows among them: what was switched off must stay to be switched on.
 */
export function countFacets(state: Exploration, dimension: FacetDimension): ReadonlyMap<string, number> {
  const isOfRelationships = dimension === 'relationship' || dimension === 'basis';
  const counts = isOfRelationships
    ? countKeys(state.relationships, visibleRelationships(state), (each) =>
        keysOfRelationship(each, dimension),
      )
    : countKeys(state.nodes, visibleNodes(state), (each) => keysOfNode(state, each, dimension));
  for (const key of state.filters.get(dimension)?.keys ?? []) if (!counts.has(key)) counts.set(key, 0);
  return counts;
}

/** As above, for keys of the caller's own. */
export function countKeys<Shown>(
  all: ReadonlyMap<unknown, Shown>,
  seen: readonly Shown[],
  keysOf: (each: Shown) => readonly string[] | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  // Without a filter all are seen, and no group has to be found among what is not.
  if (seen.length < all.size)
    for (const each of all.values()) for (const key of keysOf(each) ?? []) counts.set(key, 0);
  for (const each of seen) for (const key of keysOf(each) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
