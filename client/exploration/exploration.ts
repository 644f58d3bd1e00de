import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { EvidenceBasis, GraphNode, GraphRelationship } from '../../schema/records.ts';
import type { Direction, RelationshipType } from '../../schema/relationship-types.ts';
import type { Arrangement } from './arrangements.ts';
import type { FacetFilters } from './filters/facets.ts';
import { allTime, type TimeFilter } from './filters/time-filter.ts';
import type { TypeLook } from './type-looks.ts';

/*
 * How a feature uses the exploration
 *
 * `useExploration()` (use-exploration.ts) is called once, in App. It gives `{ exploration, run, undo, redo,
 * undoLabel, redoLabel }`, which App hands down as props. A feature
 * - reads `exploration`: it is immutable, so a memo on it (or on one of its maps) is sound; what can be *seen*,
 *   after hiding and filters, is asked of visible.ts, never worked out again;
 * - changes it by `run(command)` alone, with a command of commands.ts:
 *     run({ kind: 'show', nodes, relationships, select: id })      a search result, with what joins it to the view
 *     run({ kind: 'expand', of: id, nodes, relationships })        what the API gave for its neighbours
 *     run({ kind: 'select', ids: [id] })                           the inspector follows `exploration.selection`
 *     run({ kind: 'filterFacet', dimension: 'type', key: 'Quote', shown: false })     the legend
 * - fetches by itself: records come in as `ShownNode` and `ShownRelationship`, whole. Relationships whose other
 *   end is not on the view are dropped, so a feature may hand over more than it needs;
 * - never gives positions: a node without one is placed by the canvas, which sends `place`.
 * Selecting, focusing, placing and updating are not steps of the history; the others are, each one step.
 */

/** How many neighbours a node has in the graph by one relationship type and direction. */
export interface NeighbourCount {
  readonly type: RelationshipType;
  readonly direction: Direction;
  readonly neighbours: number;
}

/** A document that evidence is in, as far as lists and filters need to know it. */
export interface SourceDocument {
  readonly id: NodeId;
  readonly name: string;
  readonly isPrimary: boolean;
}

/** A node as the view knows it: its record, how many neighbours it has in the whole graph, and what it rests on. */
export interface ShownNode {
  readonly record: GraphNode;
  readonly counts: readonly NeighbourCount[];
  /** Those of its evidence, each once. */
  readonly documents: readonly SourceDocument[];
}

/** A relationship as the view knows it. `basis` is that of its best evidence, `sources` how many pieces it has. */
export interface ShownRelationship {
  readonly record: GraphRelationship;
  readonly basis: EvidenceBasis;
  readonly sources: number;
  /** Those of its evidence, each once; outside evidence may be in none. */
  readonly documents: readonly SourceDocument[];
}

/** In the canvas's own units: screen pixels at zoom 1, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What one expansion brought, so that collapsing takes away just that. */
export interface Expansion {
  readonly nodes: readonly NodeId[];
  readonly relationships: readonly RelationshipId[];
}

/** What can be asked of all that is seen: that sources disagree on it, or that it rests on a primary source. */
export type Demand = 'disputed' | 'primary';

/** What the user is looking at. Immutable; changed by commands alone (run-command.ts). */
export interface Exploration {
  readonly nodes: ReadonlyMap<NodeId, ShownNode>;
  readonly relationships: ReadonlyMap<RelationshipId, ShownRelationship>;
  /** Nodes that are placed already; the others wait for the layout. */
  readonly positions: ReadonlyMap<NodeId, Point>;
  /** Nodes that a new arrangement leaves where they are. */
  readonly pinned: ReadonlySet<NodeId>;
  readonly hidden: ReadonlySet<NodeId>;
  /** By type, grade, kind, year, source, relationship and basis; what they leave out keeps its place. */
  readonly filters: FacetFilters;
  readonly only: ReadonlySet<Demand>;
  readonly time: TimeFilter;
  /** How the user wants some types drawn; the others are drawn as their row of the table says. */
  readonly looks: ReadonlyMap<NodeType, TypeLook>;
  readonly expansions: ReadonlyMap<NodeId, Expansion>;
  readonly arrangement: Arrangement;
  /** The key of the starting view that it began with; null where it began otherwise. */
  readonly startingView: string | null;
  /** In the order of selecting; the last one is what the inspector shows. */
  readonly selection: readonly (NodeId | RelationshipId)[];
  /** Where the keyboard is. */
  readonly focus: NodeId | null;
}

export const emptyExploration: Exploration = {
  nodes: new Map(),
  relationships: new Map(),
  positions: new Map(),
  pinned: new Set(),
  hidden: new Set(),
  filters: new Map(),
  only: new Set(),
  time: allTime,
  looks: new Map(),
  expansions: new Map(),
  arrangement: 'time',
  startingView: null,
  selection: [],
  focus: null,
};
