import { searchTokens } from '../../../schema/fold-text.ts';
import type { NodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import { rankSearch, type SearchHit } from '../../graph/rank-search.ts';
import type { NodeSelection, NodeTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { EntityTypeEnum } from '../enums.ts';
import { fail } from '../failures.ts';
import { type ListView, PageInfoRef, pageInfoOf, present } from '../lists/connections.ts';
import { fingerprintOf, readCursor, writeCursor } from '../lists/cursor.ts';
import { readCount } from '../lists/page-arguments.ts';
import { fetchNodes } from '../plan/node-selections.ts';
import { askSelection } from '../plan/plan-read.ts';
import { EntityRef } from '../refs.ts';

const CANDIDATE_LIMIT = 1_000;
const WORD_LIMIT = 12;
const QUERY_LIMIT = 200;
const SUGGESTIONS = 8;

interface Highlight {
  readonly property: string;
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

interface Found {
  readonly hit: SearchHit;
  readonly index: number;
  readonly node: NodeTree | null;
}

interface FoundList extends ListView<Found> {
  readonly truncated: boolean;
}

const HighlightRef = builder.objectRef<Highlight>('Highlight');
const RangeRef = builder.objectRef<Highlight['ranges'][number]>('TextRange');
const EdgeRef = builder.objectRef<{ readonly item: Found; readonly cursorOf: FoundList['cursorOf'] }>(
  'SearchEdge',
);
const ConnectionRef = builder.objectRef<FoundList>('SearchConnection');
const SuggestionRef = builder.objectRef<SearchHit>('Suggestion');

/** Adds search: the store finds candidates, one pure function ranks them, and then the page is read. */
export function addSearch(): void {
  addSearchTypes();
  builder.queryFields((t) => ({
    search: t.field({
      type: ConnectionRef,
      description:
        'Nodes whose words begin with the words asked for, best first; accents and case do not matter, and where nothing matches one typing error in a word is forgiven.',
      args: {
        query: t.arg.string({ required: true }),
        types: t.arg({ type: [EntityTypeEnum] }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async (_root, args, context, info) => {
        const ask = askSelection(info, args);
        const list = ['search', args.query, args.types];
        const start = args.after ? readIndex(args.after, fingerprintOf(list)) + 1 : 0;
        const first = readCount(args.first, 'first', 100) ?? 20;
        const { hits, truncated } = await findHits(context, args.query, args.types ?? null);
        const page = hits.slice(start, start + first);
        const select = ask.nodes(['edges', 'node'], ['nodes']);
        const trees = select ? await readTrees(context, page, select) : new Map<NodeId, NodeTree>();
        const items = page.map((hit, index) => ({
          hit,
          index: start + index,
          node: trees.get(hit.node.id) ?? null,
        }));
        return {
          page: {
            // A node that was removed between the two reads is no longer there to be shown.
            items: select ? items.filter(({ node }) => node) : items,
            hasNext: start + first < hits.length,
            hasPrevious: start > 0,
            totalCount: hits.length,
          },
          cursorOf: ({ index }) => writeCursor([index], fingerprintOf(list)),
          truncated,
        };
      },
    }),
    suggest: t.field({
      type: [SuggestionRef],
      description: 'The best few matches for a search box, while someone types.',
      args: {
        query: t.arg.string({ required: true }),
        types: t.arg({ type: [EntityTypeEnum] }),
        first: t.arg.int({ description: `1 to 20, ${SUGGESTIONS} if left out.` }),
      },
      resolve: async (_root, args, context) => {
        const first = readCount(args.first, 'first', 20) ?? SUGGESTIONS;
        return (await findHits(context, args.query, args.types ?? null)).hits.slice(0, first);
      },
    }),
  }));
}

function addSearchTypes(): void {
  RangeRef.implement({
    description: 'A stretch of a text, in UTF-16 units as JavaScript counts; the end is excluded.',
    fields: (t) => ({ start: t.exposeInt('start'), end: t.exposeInt('end') }),
  });
  HighlightRef.implement({
    description: 'A text with the stretches that matched.',
    fields: (t) => ({
      property: t.exposeString('property'),
      text: t.exposeString('text'),
      ranges: t.field({ type: [RangeRef], resolve: ({ ranges }) => ranges }),
    }),
  });
  EdgeRef.implement({
    fields: (t) => ({
      node: t.field({ type: EntityRef, resolve: ({ item }) => item.node as NodeTree }),
      highlights: t.field({ type: [HighlightRef], resolve: ({ item }) => highlightsOf(item.hit) }),
      cursor: t.string({ resolve: ({ item, cursorOf }) => present(cursorOf(item)) }),
    }),
  });
  ConnectionRef.implement({
    fields: (t) => ({
      edges: t.field({
        type: [EdgeRef],
        resolve: ({ page, cursorOf }) => page.items.map((item) => ({ item, cursorOf })),
      }),
      nodes: t.field({
        type: [EntityRef],
        resolve: ({ page }) => page.items.flatMap(({ node }) => (node ? [node] : [])),
      }),
      pageInfo: t.field({ type: PageInfoRef, resolve: pageInfoOf }),
      totalCount: t.int({ resolve: ({ page }) => page.totalCount ?? page.items.length }),
      truncated: t.exposeBoolean('truncated', {
        description: `Whether more than ${CANDIDATE_LIMIT} nodes might match, so that not all were ranked.`,
      }),
    }),
  });
  SuggestionRef.implement({
    fields: (t) => ({
      id: t.id({ resolve: ({ node }) => node.id }),
      type: t.field({ type: EntityTypeEnum, resolve: ({ node }) => node.type }),
      name: t.string({ resolve: ({ node }) => node.properties.name }),
      highlights: t.field({ type: [HighlightRef], resolve: highlightsOf }),
    }),
  });
}

/** The nodes as they are selected. What was found brings its own properties: only what is more is read. */
async function readTrees(
  context: ApiContext,
  hits: readonly SearchHit[],
  select: NodeSelection,
): Promise<ReadonlyMap<NodeId, NodeTree>> {
  const { evidence, statements, counts, branches } = select;
  const needsMore = evidence || statements || counts || branches.length > 0;
  const trees = needsMore
    ? await fetchNodes(
        context,
        hits.map(({ node }) => node.id),
        select,
      )
    : hits.map(({ node }): NodeTree => ({ node, evidence, statements, counts: null, branches: new Map() }));
  return new Map(trees.map((tree) => [tree.node.id, tree]));
}

/** Words that begin like those asked for; where there is none at all, words at one edit from them. */
async function findHits(
  { store, signal }: ApiContext,
  query: string,
  types: readonly NodeType[] | null,
): Promise<{ hits: readonly SearchHit[]; truncated: boolean }> {
  if (query.length > QUERY_LIMIT) fail('BAD_RANGE', `\`query\` may have at most ${QUERY_LIMIT} characters.`);
  const words = searchTokens(query).slice(0, WORD_LIMIT);
  if (words.length === 0) return { hits: [], truncated: false };
  for (const match of ['prefixes', 'nearby'] as const) {
    const question = { words, match, types, limit: CANDIDATE_LIMIT };
    const { nodes, truncated } = await store.searchCandidates(question, signal ? { signal } : {});
    const hits = rankSearch(words, match, nodes);
    if (hits.length > 0 || match === 'nearby') return { hits, truncated };
  }
  return { hits: [], truncated: false };
}

function readIndex(cursor: string, fingerprint: string): number {
  const [index] = readCursor(cursor, fingerprint);
  return typeof index === 'number' && Number.isInteger(index) && index >= 0
    ? index
    : fail('BAD_CURSOR', 'The cursor is not one of this search.');
}

function highlightsOf({ name, snippet }: SearchHit): readonly Highlight[] {
  return [{ property: 'name', ...name }, ...(snippet ? [snippet] : [])];
}
