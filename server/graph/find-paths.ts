import type { NodeId } from '../../schema/ids.ts';
import type { Path } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import { AdjacencyIndex } from './adjacency-index.ts';
import { type GraphQuestion, StepCounter } from './graph-question.ts';
import { listPathsOfLength } from './list-paths-of-length.ts';

export const mostHops = 6;
export const mostPaths = 10;
/** Relationships that one search looks at, at most; a store brings so many within a second. */
const relationshipCap = 50_000;
/** Relationships that are put into the index between two pauses. */
const ADDED_AT_ONCE = 5_000;

export interface PathsQuestion {
  readonly from: NodeId;
  readonly to: NodeId;
  /** 0 to 6; more counts as 6. */
  readonly maxHops: number;
  /** How many paths, 1 to 10. */
  readonly first: number;
  /** Relationship types that a path may use; null is all. */
  readonly types: readonly RelationshipType[] | null;
  /** Relationships to look at, at most; 50,000 if left out. */
  readonly relationshipCap?: number;
}

export interface PathsFound {
  /**
   * The shortest paths, in the order: hops, relationship types, node ids, relationship ids. Direction does not
   * matter, and two relationships between the same nodes make two paths. A node's path to itself has no hop.
   */
  readonly paths: readonly Path[];
  /**
   * True where paths as short as the last one are left out, or where the search reached its cap: then the paths are
   * those in what it had seen by then, and others may be there, as short or shorter.
   */
  readonly truncated: boolean;
}

/**
 * The k shortest simple paths between two nodes, whatever the direction of relationships. It grows a breadth-first
 * search from both ends, one question a level and the smaller side first, so that it asks `maxHops` questions at
 * most, and pauses on the way.
 */
export function* findPaths(question: PathsQuestion): GraphQuestion<PathsFound> {
  const { from, to, types } = question;
  const maxHops = Math.min(question.maxHops, mostHops);
  const wanted = Math.min(question.first, mostPaths);
  if (from === to) return { paths: [{ nodes: [from], relationships: [] }], truncated: false };
  const cap = question.relationshipCap ?? relationshipCap;
  const known = new AdjacencyIndex();
  const sides = [startAt(from), startAt(to)] as const;
  const paths: Path[] = [];
  let cut = false;
  for (let length = 1; length <= maxHops; length += 1) {
    const side = sides[0].frontier.length <= sides[1].frontier.length ? sides[0] : sides[1];
    if (side.frontier.length > 0 && !cut) {
      const limit = Math.max(1, cap - known.size);
      const adjacency = yield { of: side.frontier, types, among: false, limit };
      for (let at = 0; at < adjacency.relationships.length; at += ADDED_AT_ONCE) {
        known.add(adjacency.relationships.slice(at, at + ADDED_AT_ONCE));
        yield null;
      }
      yield* grow(side, known);
      cut = adjacency.truncated;
    }
    // One path more than is wanted tells whether a tie was cut off.
    const room = wanted - paths.length;
    const found = yield* listPathsOfLength(known, { from, to, length, limit: room + 1 });
    paths.push(...found.paths.slice(0, room));
    if (found.truncated || found.paths.length > room) return { paths, truncated: true };
    if (paths.length === wanted) break;
  }
  return { paths, truncated: cut };
}

/** One end of the search: all nodes that it reached, and those that it reached last. */
interface Side {
  readonly reached: Set<NodeId>;
  frontier: NodeId[];
}

function startAt(node: NodeId): Side {
  return { reached: new Set([node]), frontier: [node] };
}

function* grow(side: Side, known: AdjacencyIndex): Generator<null, void, unknown> {
  const next: NodeId[] = [];
  const steps = new StepCounter(Number.POSITIVE_INFINITY);
  for (const node of side.frontier) {
    for (const { far } of known.stepsFrom(node)) {
      steps.count();
      if (side.reached.has(far)) continue;
      side.reached.add(far);
      next.push(far);
    }
    if (steps.takePause()) yield null;
  }
  side.frontier = next;
}
