import type { NodeType } from '../../../schema/node-types.ts';
import type { EvidenceBasis } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';

/**
 * One group of one way to sort records. Keys of a grade are `scale#rank`, or `none#label` in lower case where no
 * scale knows the label; of a year, four digits; of a source, the id of the document. Kinds are sorted within their
 * type, so that each type is a dimension of its own.
 */
export type Facet =
  | { readonly dimension: 'type'; readonly key: NodeType }
  | { readonly dimension: 'relationship'; readonly key: RelationshipType }
  | { readonly dimension: 'basis'; readonly key: EvidenceBasis }
  | { readonly dimension: 'grade' | 'year' | 'source' | `kind/${NodeType}`; readonly key: string };

export type FacetDimension = Facet['dimension'];

/**
 * What a dimension leaves out of sight. `without`: these groups. `only`: everything but these groups, what has no
 * value among it. A filter that leaves nothing out is no filter: `without` always has a key.
 */
export interface FacetFilter {
  readonly kind: 'without' | 'only';
  readonly keys: ReadonlySet<string>;
}

/** The filters of a view by their dimension; they all hold at once. */
export type FacetFilters = ReadonlyMap<FacetDimension, FacetFilter>;

/** Whether the group itself is switched on. */
export function isFacetShown(filters: FacetFilters, { dimension, key }: Facet): boolean {
  const filter = filters.get(dimension);
  return !filter || filter.keys.has(key) === (filter.kind === 'only');
}

/**
 * Whether the filter lets something through that falls under these keys: one that is shown is enough, since it may
 * be there for that one. What has no key passes, unless only some groups were asked for.
 */
export function letsThrough({ kind, keys }: FacetFilter, those: readonly string[]): boolean {
  if (kind === 'only') return those.some((key) => keys.has(key));
  return those.length === 0 || those.some((key) => !keys.has(key));
}

/** The filter with one group switched on or off; undefined where nothing is left out any more. */
export function switchFacet(
  filter: FacetFilter | undefined,
  key: string,
  isShown: boolean,
): FacetFilter | undefined {
  const { kind, keys } = filter ?? { kind: 'without', keys: new Set<string>() };
  const isMember = isShown === (kind === 'only');
  if (keys.has(key) === isMember) return filter;
  const next = new Set(keys);
  if (isMember) next.add(key);
  else next.delete(key);
  return kind === 'without' && next.size === 0 ? undefined : { kind, keys: next };
}

/** Whether the filter shows this group and nothing else. */
export function isOnlyFacet(filters: FacetFilters, { dimension, key }: Facet): boolean {
  const filter = filters.get(dimension);
  return filter?.kind === 'only' && filter.keys.size === 1 && filter.keys.has(key);
}
