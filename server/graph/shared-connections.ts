import type { NodeId } from '../../schema/ids.ts';
import { type AdjacentRelationship, compareIds } from './adjacency-index.ts';
import type { GraphQuestion } from './graph-question.ts';

/** Relationships that one question looks at, at most. */
const relationshipCap = 20_000;

export interface SharedConnectionsQuestion {
  readonly ids: readonly NodeId[];
  /** How many nodes, at most. */
  readonly first: number;
}

interface SharedConnection {
  readonly node: NodeId;
  /** Those of the given nodes that it is connected to, two or more, by id. */
  readonly connects: readonly NodeId[];
  /** The relationships that do so, by id. */
  readonly relationships: readonly AdjacentRelationship[];
}

export interface SharedConnectionsFound {
  /** By how many of the given nodes they connect, most first, then by id. */
  readonly connections: readonly SharedConnection[];
  /** True where some were left out, or where not all relationships could be looked at. */
  readonly truncated: boolean;
}

/** The nodes that are connected to at least two of the given ones, which are not listed themselves. One question. */
export function* sharedConnections({
  ids,
  first,
}: SharedConnectionsQuestion): GraphQuestion<SharedConnectionsFound> {
  const given = new Set(ids);
  if (given.size < 2) return { connections: [], truncated: false };
  const adjacency = yield { of: [...given], types: null, among: false, limit: relationshipCap };
  const byNode = new Map<NodeId, { connects: Set<NodeId>; relationships: AdjacentRelationship[] }>();
  for (const relationship of adjacency.relationships) {
    const { from, to } = relationship;
    if (given.has(from) === given.has(to)) continue;
    const [near, far] = given.has(from) ? [from, to] : [to, from];
    const entry = byNode.get(far) ?? { connects: new Set(), relationships: [] };
    byNode.set(far, entry);
    entry.connects.add(near);
    entry.relationships.push(relationship);
  }
  const connections = [...byNode]
    .filter(([, { connects }]) => connects.size >= 2)
    .map(([node, { connects, relationships }]) => ({
      node,
      connects: [...connects].sort(compareIds),
      relationships: relationships.sort((a, b) => compareIds(a.id, b.id)),
    }))
    .sort((a, b) => b.connects.length - a.connects.length || compareIds(a.node, b.node));
  return {
    connections: connections.slice(0, first),
    truncated: adjacency.truncated || connections.length > first,
  };
}
