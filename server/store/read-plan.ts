import type { NodeId, RelationshipId, SupportedId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { PropertyName, RelationshipPropertyName } from '../../schema/properties.ts';
import type { Evidence, GraphNode, GraphRelationship, Statement } from '../../schema/records.ts';
import type { Direction, RelationshipType } from '../../schema/relationship-types.ts';
import type { NodeWhere, Order, PageRequest, Position, RelationshipWhere } from './node-query.ts';

/**
 * What one root field of an operation reads, as plain data: a tree of what to read, in which nothing stands
 * that was not selected. A store runs a plan whole; the number of its statements depends on the plan alone.
 */
export type ReadPlan =
  /** Nodes by id. Ids that are not there are left out; the answer keeps the order of `ids`. */
  | { readonly kind: 'nodesById'; readonly ids: readonly NodeId[]; readonly select: NodeSelection }
  /** Relationships by id, likewise. */
  | {
      readonly kind: 'relationshipsById';
      readonly ids: readonly RelationshipId[];
      readonly select: RelationshipSelection;
    }
  /** A page of the nodes of these types that match. */
  | NodeListPlan
  /** A page of what rests on a document, by the id of its evidence. */
  | {
      readonly kind: 'supports';
      readonly document: NodeId;
      readonly page: PageRequest;
      readonly countTotal: boolean;
      /** Null leaves that part unread; the supported record is then known by its id alone. */
      readonly node: NodeSelection | null;
      readonly relationship: RelationshipSelection | null;
    };

export interface NodeListPlan {
  readonly kind: 'nodes';
  readonly types: readonly NodeType[];
  readonly where: NodeWhere | null;
  readonly order: Order;
  readonly page: PageRequest;
  readonly countTotal: boolean;
  /** Null reads no node at all, as for a bare `totalCount`; `page.limit` is then 0. */
  readonly select: NodeSelection | null;
}

/** What is read of a node. Its id, type, name and version always are. */
export interface NodeSelection {
  readonly properties: readonly PropertyName[];
  readonly evidence: EvidenceSelection | null;
  readonly statements: StatementSelection | null;
  /** Relationships, per type and direction, with how many distinct nodes they reach. */
  readonly counts: boolean;
  readonly branches: readonly Branch[];
}

/** What is read of a relationship. Its id, type, ends and version always are. */
export interface RelationshipSelection {
  readonly properties: readonly RelationshipPropertyName[];
  readonly evidence: EvidenceSelection | null;
  readonly statements: StatementSelection | null;
  /** The nodes at its start and its end; only for relationships that are read by id or by document. */
  readonly from: NodeSelection | null;
  readonly to: NodeSelection | null;
}

/** Evidence is read whole, by id; the document as selected. */
export interface EvidenceSelection {
  readonly document: NodeSelection | null;
}

/** Statements are read whole, in the order property, standing (as listed in `standings`), id. */
export interface StatementSelection {
  readonly evidence: EvidenceSelection | null;
}

/** A page of relationships that begin or end at each parent, with the nodes at their far ends. */
export interface Branch {
  /** Unique among the branches that apply to one node type; the answer has the page under this key. */
  readonly key: string;
  /** The parents that it applies to, by type. */
  readonly onTypes: readonly NodeType[];
  /**
   * Relationships of these types in these directions. One at most of each type and direction. A relationship
   * from a node to itself comes once even where both ways are followed, as `out`.
   */
  readonly follow: readonly { readonly relationship: RelationshipType; readonly direction: Direction }[];
  readonly where: NodeWhere | null;
  readonly relationshipWhere: RelationshipWhere | null;
  readonly order: Order;
  readonly page: PageRequest;
  readonly countTotal: boolean;
  /** Null where only the total is asked for; `page.limit` is then 0. `from` and `to` in it are null. */
  readonly relationship: RelationshipSelection | null;
  /** Null leaves the far nodes unread. */
  readonly node: NodeSelection | null;
}

/** What a plan brings; the kind is the plan's. */
export type ReadAnswer =
  | { readonly kind: 'nodesById'; readonly nodes: readonly NodeTree[] }
  | { readonly kind: 'relationshipsById'; readonly relationships: readonly RelationshipTree[] }
  | { readonly kind: 'nodes'; readonly page: Page<{ readonly position: Position; readonly node: NodeTree }> }
  | { readonly kind: 'supports'; readonly page: Page<SupportTree> };

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether more follow the last item; of a backward page with `from`, true; of a page of limit 0 without, false. */
  readonly hasNext: boolean;
  /** Whether more precede the first item; of a forward page with `from`, true; of a page of limit 0 without, false. */
  readonly hasPrevious: boolean;
  /** Null unless it was asked for. */
  readonly totalCount: number | null;
}

export interface NodeTree {
  /** Its `properties` hold the name and what was selected; `disputed` is always filled. */
  readonly node: GraphNode;
  /** In the order of their ids; null unless selected. */
  readonly evidence: readonly EvidenceTree[] | null;
  readonly statements: readonly StatementTree[] | null;
  /** In no particular order; types that the node has none of are left out. */
  readonly counts: readonly RelationshipCount[] | null;
  readonly branches: ReadonlyMap<string, Page<BranchItem>>;
}

export interface BranchItem {
  readonly position: Position;
  readonly relationship: RelationshipTree;
  readonly direction: Direction;
  readonly node: NodeTree | null;
}

export interface RelationshipTree {
  /** Its `properties` hold what was selected; `disputed` is always filled. */
  readonly relationship: GraphRelationship;
  readonly evidence: readonly EvidenceTree[] | null;
  readonly statements: readonly StatementTree[] | null;
  readonly from: NodeTree | null;
  readonly to: NodeTree | null;
}

export interface EvidenceTree {
  readonly evidence: Evidence;
  readonly document: NodeTree | null;
}

export interface StatementTree {
  readonly statement: Statement;
  readonly evidence: readonly EvidenceTree[] | null;
}

/** One piece of evidence in a document, with what it supports. A statement brings the record that it is of. */
export interface SupportTree {
  readonly position: Position;
  readonly evidence: Evidence;
  readonly supports: SupportedId;
  readonly statement: Statement | null;
  readonly node: NodeTree | null;
  readonly relationship: RelationshipTree | null;
}

/** How many relationships of a type a node has in a direction, and how many distinct nodes they reach. */
export interface RelationshipCount {
  readonly relationship: RelationshipType;
  readonly direction: Direction;
  readonly relationships: number;
  readonly neighbours: number;
}
