import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { Arrangement, Exploration, Point, ShownNode, ShownRelationship } from './exploration.ts';
import { sayTimeWindow, type TimeWindow } from './time-window.ts';

type Positions = readonly (readonly [NodeId, Point])[];

interface Records {
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
}

/** Everything that a user can do to a view, as data. */
export type Command =
  /**
   * Adds records, and selects one or some of what is there then. What is known already is brought up to date and
   * stays in its place. `as` says what is shown where the names of the records do not.
   */
  | ({
      readonly kind: 'show';
      readonly select?: NodeId | readonly (NodeId | RelationshipId)[];
      readonly as?: string;
    } & Records)
  /** As `show`, remembering whose neighbours they are. */
  | ({ readonly kind: 'expand'; readonly of: NodeId } & Records)
  /** Removes what the expansion of this node brought. */
  | { readonly kind: 'collapse'; readonly of: NodeId }
  /** Takes nodes off the view, which does not delete them from the graph. */
  | { readonly kind: 'remove'; readonly ids: readonly NodeId[] }
  /** Keeps nodes on the view, unseen. */
  | { readonly kind: 'hide'; readonly ids: readonly NodeId[] }
  | { readonly kind: 'reveal'; readonly ids: readonly NodeId[] }
  /** Puts nodes where the user dragged them, and pins them. */
  | { readonly kind: 'move'; readonly positions: Positions }
  | { readonly kind: 'pin'; readonly ids: readonly NodeId[]; readonly pinned: boolean }
  | { readonly kind: 'filterType'; readonly type: NodeType; readonly shown: boolean }
  | { readonly kind: 'showOnlyType'; readonly type: NodeType }
  | { readonly kind: 'showAllTypes' }
  | {
      readonly kind: 'filterRelationshipType';
      readonly type: RelationshipType;
      readonly shown: boolean;
    }
  | { readonly kind: 'filterDisputed'; readonly only: boolean }
  /** Leaves out of sight what has a date outside the window; null shows all time. */
  | { readonly kind: 'filterTime'; readonly window: TimeWindow | null }
  /** Lays the view out anew: all nodes but the pinned ones lose their places. */
  | { readonly kind: 'arrange'; readonly by: Arrangement }
  /** Sent by the canvas: places for nodes that had none. */
  | { readonly kind: 'place'; readonly positions: Positions }
  | { readonly kind: 'select'; readonly ids: readonly (NodeId | RelationshipId)[] }
  | { readonly kind: 'focus'; readonly id: NodeId | null }
  /** Brings records that are on the view up to date; others are ignored. */
  | ({ readonly kind: 'update' } & Records);

const unrecorded: readonly Command['kind'][] = ['place', 'select', 'focus', 'update'];

/** Whether the command is a step that undo takes back. */
export function isRecorded(command: Command): boolean {
  return !unrecorded.includes(command.kind);
}

/** The command in words, for “Undo “…””: lower case, without a full stop. */
export function labelCommand(before: Exploration, command: Command): string {
  switch (command.kind) {
    case 'show':
      return `show ${command.as ?? nameRecords(command.nodes)}`;
    case 'expand':
      return `expand ${nameNodes(before, [command.of])}`;
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
    case 'filterType':
      return `${command.shown ? 'show' : 'hide'} all ${nodeTypes[command.type].words.many}`;
    case 'showOnlyType':
      return `show only ${nodeTypes[command.type].words.many}`;
    case 'showAllTypes':
      return 'show all types';
    case 'filterRelationshipType':
      return `${command.shown ? 'show' : 'hide'} “${command.type.toLowerCase().replaceAll('_', ' ')}”`;
    case 'filterDisputed':
      return command.only ? 'show only what is disputed' : 'show what is not disputed, too';
    case 'filterTime':
      return command.window ? `show only ${sayTimeWindow(command.window)}` : 'show all time';
    case 'arrange':
      return command.by === 'time' ? 'arrange by time' : 'arrange by relationship';
    case 'place':
    case 'select':
    case 'focus':
    case 'update':
      return command.kind;
  }
}

function nameRecords(nodes: readonly ShownNode[]): string {
  const [first] = nodes;
  return nodes.length === 1 && first ? first.record.properties.name : `${nodes.length} nodes`;
}

function nameNodes({ nodes }: Exploration, ids: readonly NodeId[]): string {
  const [first] = ids;
  if (ids.length !== 1 || first === undefined) return `${ids.length} nodes`;
  return nodes.get(first)?.record.properties.name ?? first;
}
