import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import type { GraphNode } from '../../schema/records.ts';

/** What can be done with a node, the same from canvas, outline, inspector, menu and keys. */
export interface NodeActions {
  /** Selects it, and brings it onto the view where it is not there. */
  readonly open: (id: NodeId) => void;
  readonly expand: (id: NodeId) => void;
  /** Asks by which relationships to expand. */
  readonly choose: (id: NodeId) => void;
  /** Opens the paths from it, to it where a start waits for its end, or between the two that are selected. */
  readonly findPath: (of: GraphNode) => void;
  /** Begins to link the quote; of a document to add a quote from it, of anything else one by it or about it. */
  readonly link: (of: GraphNode) => void;
  /** Begins to change the facts of a node or a relationship. */
  readonly edit: (id: NodeId | RelationshipId) => void;
  /** Begins to say which of several that sources say stands; `about` names the question, null the first of the record. */
  readonly settle: (id: NodeId | RelationshipId, about: string | null) => void;
  /** Begins to merge the two that are selected, or this one with another that is picked. */
  readonly merge: (of: NodeId) => void;
  /** Begins to add a node. */
  readonly create: () => void;
  /** Begins to relate this node to another, or the two that are selected. */
  readonly relate: (of: NodeId) => void;
  /** Begins to record a judgement of this inspection. */
  readonly judge: (of: NodeId) => void;
  /** Begins to take a node or a relationship out of the graph. */
  readonly delete: (of: NodeId | RelationshipId) => void;
  /** Opens what became of it over time. */
  readonly changes: (id: NodeId | RelationshipId) => void;
  /** Opens what became of the whole graph. */
  readonly recentChanges: () => void;
  readonly collapse: (id: NodeId) => void;
  readonly hide: (id: NodeId) => void;
  readonly remove: (id: NodeId) => void;
  readonly pin: (id: NodeId, pinned: boolean) => void;
  /** Leaves for the playground with a query for it. */
  readonly query: (id: NodeId) => void;
  /** Lists what the selected nodes are related to in common; false where less than two are selected. */
  readonly findShared: () => boolean;
  /** Opens its citation, which can be copied in several styles. */
  readonly cite: (id: NodeId | RelationshipId) => void;
  /** Whether who is here may change the graph; null where that is not known yet. */
  readonly mayWrite: boolean | null;
  /** Opens what tells how to sign in. */
  readonly signIn: () => void;
  readonly standing: (id: NodeId) => NodeStanding;
}

/** How many nodes an action is for, as its button says: nothing after “Hide” for one, “ 3 nodes” for three. */
export function sayTogether(together: number): string {
  return together > 1 ? ` ${printCount(together)} nodes` : '';
}

/** What linking comes to for this record, as words on a button. */
export function sayLinking({ type }: GraphNode): string {
  if (type === 'Quote') return 'Link this quote';
  if (type === 'Document') return 'Add a quote from it';
  return type === 'Person' ? 'Add a quote by them' : 'Add a quote about it';
}

/**
 * How a node stands on the view. `more`: neighbours that are not there. `together`: how many nodes an action at it is
 * meant for, which are more than one where it is one of several that are selected.
 */
interface NodeStanding {
  readonly isShown: boolean;
  readonly isPinned: boolean;
  readonly isExpanded: boolean;
  readonly more: number;
  readonly together: number;
}
