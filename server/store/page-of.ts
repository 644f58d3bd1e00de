import type { PageRequest } from './node-query.ts';
import type { Page } from './read-plan.ts';

/** How many rows a store reads for a page: one more than wanted tells whether more follow; none for a bare total. */
export function rowsFor({ limit }: PageRequest): number {
  return limit === 0 ? 0 : limit + 1;
}

/**
 * The page that rows come to. `rows`: at most `rowsFor(request)` of them, in the order in which the request walks:
 * the list's own order forward, its reverse backward (nearest to `from` first).
 */
export function pageOf<Item>(
  rows: readonly Item[],
  request: PageRequest,
  totalCount: number | null,
): Page<Item> {
  const items = rows.slice(0, request.limit);
  const more = rows.length > items.length;
  const came = request.from !== null;
  return request.direction === 'forward'
    ? { items, hasNext: more, hasPrevious: came, totalCount }
    : { items: items.reverse(), hasNext: came, hasPrevious: more, totalCount };
}
