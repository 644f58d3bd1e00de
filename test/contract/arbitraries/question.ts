import fc, { type Arbitrary } from 'fast-check';
import { searchTokens } from '../../../schema/fold-text.ts';
import { nodeTypeNames } from '../../../schema/node-types.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import {
  type AdjacencyQuestion,
  type FacetQuestion,
  facetDimensions,
  type GraphStore,
  type SearchQuestion,
} from '../../../server/store/graph-store.ts';
import { nodeIds } from './graph.ts';
import { maybe, row, textArbitrary } from './values.ts';
import { nodeWhere } from './where.ts';

/** A question that is no plan. */
export type StoreQuestion =
  | { readonly kind: 'facets'; readonly question: FacetQuestion }
  | { readonly kind: 'adjacent'; readonly question: AdjacencyQuestion }
  | { readonly kind: 'nodeIds'; readonly question: Parameters<GraphStore['nodeIds']>[0] }
  | { readonly kind: 'search'; readonly question: SearchQuestion };

const types = maybe(fc.subarray([...nodeTypeNames]), 1);
const ids = fc.shuffledSubarray([...nodeIds]);

/** Words of random text, cut short or with a letter changed. */
const word: Arbitrary<string> = fc
  .tuple(fc.oneof(textArbitrary, fc.constantFrom('inadequate', 'eastshire', 'report')), fc.nat(9), fc.nat(9))
  .map(([text, cut, change]) => {
    const letters = [...(searchTokens(text)[0] ?? 'a')];
    if (change < letters.length) letters[change] = 'x';
    return letters.slice(0, Math.max(1, letters.length - cut)).join('');
  });

export const questionArbitrary: Arbitrary<StoreQuestion> = fc.oneof(
  row<Extract<StoreQuestion, { kind: 'facets' }>>({
    kind: fc.constant('facets' as const),
    question: row<FacetQuestion>({
      ids: maybe(ids, 1),
      types,
      where: maybe(nodeWhere(1), 1),
      by: fc.shuffledSubarray([...facetDimensions], { minLength: 1 }),
    }),
  }),
  row<Extract<StoreQuestion, { kind: 'adjacent' }>>({
    kind: fc.constant('adjacent' as const),
    question: row<AdjacencyQuestion>({
      of: ids,
      types: maybe(fc.subarray([...relationshipTypeNames]), 1),
      among: fc.boolean(),
      limit: fc.integer({ min: 1, max: 20 }),
    }),
  }),
  row<Extract<StoreQuestion, { kind: 'nodeIds' }>>({
    kind: fc.constant('nodeIds' as const),
    question: row({
      types,
      after: maybe(fc.constantFrom(...nodeIds)),
      limit: fc.integer({ min: 1, max: 9 }),
    }),
  }),
  row<Extract<StoreQuestion, { kind: 'search' }>>({
    kind: fc.constant('search' as const),
    question: row<SearchQuestion>({
      words: fc.array(word, { minLength: 1, maxLength: 2 }),
      match: fc.constantFrom('prefixes', 'nearby'),
      types,
      // All matches of a small graph fit, so that which of them are left out never matters.
      limit: fc.constant(50),
    }),
  }),
);
