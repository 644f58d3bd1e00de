import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { Adjacency } from '../store/graph-store.ts';

export type AdjacentRelationship = Adjacency['relationships'][number];

/** One relationship seen from a node: its type and its far end; direction does not matter to a walk. */
export interface Step {
  readonly type: RelationshipType;
  readonly far: NodeId;
  readonly id: RelationshipId;
}

/** The relationships that a question has brought so far, by node. Each relationship is kept once. */
export class AdjacencyIndex {
  private readonly seen = new Set<RelationshipId>();
  private readonly byNode = new Map<NodeId, Step[]>();

  add(relationships: Adjacency['relationships']): void {
    for (const { id, type, from, to } of relationships) {
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      this.put(from, { type, far: to, id });
      if (from !== to) this.put(to, { type, far: from, id });
    }
  }

  stepsFrom(node: NodeId): readonly Step[] {
    return this.byNode.get(node) ?? [];
  }

  /** How many different relationships were added. */
  get size(): number {
    return this.seen.size;
  }

  private put(node: NodeId, step: Step): void {
    const steps = this.byNode.get(node);
    if (steps) steps.push(step);
    else this.byNode.set(node, [step]);
  }
}

/** Ids are ASCII, so that the order of code units is that of code points. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
