import type { NodeId } from '../../schema/ids.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { Adjacency } from '../store/graph-store.ts';
import { type AdjacentRelationship, compareIds } from './adjacency-index.ts';
import type { GraphQuestion } from './graph-question.ts';

export const mostSubgraphIds = 2_000;
export const mostSubgraphHops = 2;
/** Relationships that one sub-graph holds, or looks at in one level, at most. */
const relationshipCap = 30_000;
/** How many nodes a sub-graph without ids holds at most: a large view, opened at once. */
export const mostSubgraphNodes = 10_000;

export interface SubgraphQuestion {
  /** Where it begins. */
  readonly ids: readonly NodeId[];
  /** 0 to 2: how far it reaches. 0 is the relationships among `ids`. */
  readonly hops: number;
  /** Relationship types to follow; null is all. */
  readonly types: readonly RelationshipType[] | null;
  /** How many nodes, at most. */
  readonly limit: number;
  /** Of all that is found, only these nodes and what touches one of them; null is all. */
  readonly touching: readonly NodeId[] | null;
}

export interface SubgraphFound {
  /** The ids as given, each once, then what was reached; some may not be there. */
  readonly nodes: readonly NodeId[];
  /** All relationships of those types among the nodes that are wanted, by id. */
  readonly relationships: readonly AdjacentRelationship[];
  /** True where a node or a relationship was left out for the limit. */
  readonly truncated: boolean;
}

/**
 * The nodes within some hops of the given ones, and every relationship among them. Where the limit cuts a level, the
 * nodes with more relationships to what is there already come first, then by id. One question a level and one more.
 */
export function* gatherSubgraph(question: SubgraphQuestion): GraphQuestion<SubgraphFound> {
  const { types, limit } = question;
  const given = [...new Set(question.ids)];
  const nodes = new Set(given.slice(0, limit));
  let truncated = given.length > nodes.size;
  let frontier = [...nodes];
  for (let hop = 1; hop <= Math.min(question.hops, mostSubgraphHops) && frontier.length > 0; hop += 1) {
    const adjacency = yield { of: frontier, types, among: false, limit: relationshipCap };
    const reached = nodesReached(adjacency, nodes);
    frontier = reached.slice(0, limit - nodes.size);
    truncated ||= adjacency.truncated || frontier.length < reached.length;
    for (const node of frontier) nodes.add(node);
  }
  if (nodes.size === 0) return { nodes: [], relationships: [], truncated };
  const among = yield { of: [...nodes], types, among: true, limit: relationshipCap };
  const wanted = question.touching && new Set(question.touching);
  return {
    nodes: [...nodes].filter((node) => !wanted || wanted.has(node)),
    relationships: among.relationships
      .filter(({ from, to }) => !wanted || wanted.has(from) || wanted.has(to))
      .sort((a, b) => compareIds(a.id, b.id)),
    truncated: truncated || among.truncated,
  };
}

/** The far ends that are new, those with more relationships first, then by id. */
function nodesReached({ relationships }: Adjacency, nodes: ReadonlySet<NodeId>): NodeId[] {
  const counts = new Map<NodeId, number>();
  for (const { from, to } of relationships)
    for (const end of [from, to]) if (!nodes.has(end)) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareIds(a, b)).map(([node]) => node);
}
