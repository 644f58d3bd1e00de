import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { printCount } from '../../schema/print-count.ts';
import { type Arrangement, arrangements } from './arrangements.ts';
import type { Demand, Exploration, Point, ShownNode, ShownRelationship } from './exploration.ts';
import type { Facet, FacetDimension } from './filters/facets.ts';
import { sayDimension, sayFacet, sayWholeFacet } from './filters/say-facet.ts';
import { sayTimeFilter, type TimeFilter } from './filters/time-filter.ts';
import { isPlainLook, type TypeLook } from './type-looks.ts';

type Positions = readonly (readonly [NodeId, Point])[];

interface Records {
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
}

/** Everything that a user can do to a view, as data. */
export type Command =
  /** Puts a whole view in the place of what is there: a starting view, a link, one that was saved. `as` names it. */
  | {
      readonly kind: 'open';
      readonly exploration: Exploration;
      readonly as: string;
      /** The browser went back or forward to it: then taking it back brings back what could be made again, too. */
      readonly isReturn?: boolean;
    }
  /**
   * Adds records, and selects one or some of what is there then. What is known already is brought up to date and
   * stays in its place. `as` says what is shown where the names of the records do not.
   */
  | ({
      readonly kind: 'show';
      readonly select?: NodeId | readonly (NodeId | RelationshipId)[];
      readonly as?: string;
    } & Records)
  /** As `show`, remembering whose neighbours they are; several nodes are expanded in one step. */
  | ({ readonly kind: 'expand'; readonly of: NodeId | readonly NodeId[] } & Records)
  /** Removes what the expansion of this node brought, but for what another expansion that stands holds, too. */
  | { readonly kind: 'collapse'; readonly of: NodeId }
  /** Takes nodes off the view, which does not delete them from the graph. */
  | { readonly kind: 'remove'; readonly ids: readonly NodeId[] }
  /** Keeps nodes on the view, unseen. */
  | { readonly kind: 'hide'; readonly ids: readonly NodeId[] }
  | { readonly kind: 'reveal'; readonly ids: readonly NodeId[] }
  /** Puts nodes where the user moved them, and pins them. Presses of a key that follow each other are one step. */
  | { readonly kind: 'move'; readonly positions: Positions; readonly byKey?: boolean }
  | { readonly kind: 'pin'; readonly ids: readonly NodeId[]; readonly pinned: boolean }
  /** Switches one group of records on or off: a type, a grade, a year … */
  | ({ readonly kind: 'filterFacet'; readonly shown: boolean } & Facet)
  /** Of all groups of its dimension, leaves this one in sight. */
  | ({ readonly kind: 'showOnlyFacet' } & Facet)
  /** Takes away the filters by these dimensions. */
  | { readonly kind: 'showAll'; readonly dimensions: readonly FacetDimension[] }
  /** Takes all filters away, by time too. */
  | { readonly kind: 'clearFilters' }
  /** Leaves in sight what meets the demand alone. */
  | { readonly kind: 'filterDemand'; readonly demand: Demand; readonly on: boolean }
  /** Shows all time, a window of it, or the graph as of a day. */
  | { readonly kind: 'filterTime'; readonly time: TimeFilter }
  /** Chooses how a type is drawn; the plain look is that of the table. */
  | { readonly kind: 'styleType'; readonly type: NodeType; readonly look: TypeLook }
  /** Lays the view out anew: all nodes but the pinned ones lose their places. */
  | { readonly kind: 'arrange'; readonly by: Arrangement }
  /** Sent by the canvas: places for nodes that have none. A node that has one keeps it. */
  | { readonly kind: 'place'; readonly positions: Positions }
  /** `follows`: the keyboard on the canvas goes along to the last of them, as where it was chosen elsewhere. */
  | {
      readonly kind: 'select';
      readonly ids: readonly (NodeId | RelationshipId)[];
      readonly follows?: boolean;
    }
  | { readonly kind: 'focus'; readonly id: NodeId | null }
  /**
   * Brings records that are on the view up to date, with relationships between its nodes that are new; others are
   * ignored. What is gone from the graph goes from the view.
   */
  | ({
      readonly kind: 'update';
      readonly gone?: readonly (NodeId | RelationshipId)[];
    } & Records);

const unrecorded: readonly Command['kind'][] = ['place', 'select', 'focus', 'update'];

/** Whether the command is a step that undo takes back. */
export function isRecorded(command: Command): boolean {
  return !unrecorded.includes(command.kind);
}

/** The command in words, for “Undo “…””: lower case, without a full stop. */
export function labelCommand(before: Exploration, command: Command): string {
  switch (command.kind) {
    case 'open':
      return `open ${command.as}`;
    case 'show':
      return `show ${command.as ?? nameRecords(command.nodes)}`;
    case 'expand':
      return `expand ${nameNodes(before, [command.of].flat())}`;
    case 'collapse':
      return `collapse ${nameNodes(before, [command.of])}`;
    case 'remove':
    case 'hide':
    case 'reveal':
      return `${command.kind} ${nameNodes(before, command.ids)}`;
    case 'move':
      // The first is what was dragged; the others hang on it.
      return `move ${nameNodes(
        before,
        command.positions.slice(0, 1).map(([id]) => id),
      )}`;
    case 'pin':
      return `${command.pinned ? 'pin' : 'unpin'} ${nameNodes(before, command.ids)}`;
    case 'filterFacet':
      return `${command.shown ? 'show' : 'hide'} ${sayWholeFacet(before, command)}`;
    case 'showOnlyFacet':
      return `show only ${sayFacet(before, command)}`;
    case 'showAll':
      return `show all ${command.dimensions.map(sayDimension).join(' and ')}`;
    case 'clearFilters':
      return 'take all filters away';
    case 'filterDemand':
      return sayDemand(command.demand, command.on);
    case 'filterTime':
      return sayTime(command.time);
    case 'styleType':
      return sayLook(command.type, command.look);
    case 'arrange':
      return `arrange ${arrangements[command.by].words}`;
    case 'place':
    case 'select':
    case 'focus':
    case 'update':
      return command.kind;
  }
}

function sayDemand(demand: Demand, isOn: boolean): string {
  if (demand === 'disputed') return isOn ? 'show only what is disputed' : 'show what is not disputed, too';
  return isOn ? 'show only what has a primary source' : 'show what has no primary source, too';
}

function sayTime(time: TimeFilter): string {
  if (time.kind === 'all') return 'show all time';
  return time.kind === 'asOf' ? `show the graph ${sayTimeFilter(time)}` : `show only ${sayTimeFilter(time)}`;
}

function sayLook(type: NodeType, look: TypeLook): string {
  const { many } = nodeTypes[type].words;
  if (isPlainLook(look)) return `draw ${many} as before`;
  const size = look.size === 'normal' ? '' : look.size;
  return `draw ${many} ${[size, look.tone ? `in ${look.tone}` : ''].filter(Boolean).join(' and ')}`;
}

function nameRecords(nodes: readonly ShownNode[]): string {
  const [first] = nodes;
  return nodes.length === 1 && first ? first.record.properties.name : `${printCount(nodes.length)} nodes`;
}

function nameNodes({ nodes }: Exploration, ids: readonly NodeId[]): string {
  const [first] = ids;
  if (ids.length !== 1 || first === undefined) return `${printCount(ids.length)} nodes`;
  return nodes.get(first)?.record.properties.name ?? first;
}
