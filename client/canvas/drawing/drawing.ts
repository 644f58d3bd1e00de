import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeShape, NodeTone, NodeType } from '../../../schema/node-types.ts';
import type { RankTone } from '../../../schema/rank-tone.ts';
import type { Point } from '../../exploration/exploration.ts';
import type { ChipLabel } from './chip-label.ts';
import type { NodeLabel } from './node-label.ts';

/** How far a node reaches from its position with its words, in pixels at zoom 1. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface NodeLook {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly shape: NodeShape;
  readonly width: number;
  readonly height: number;
  readonly box: Box;
}

/** How a node looks, apart from where it stands and whether it is selected. */
export type NodeFigure =
  | (NodeLook & {
      readonly kind: 'mark';
      readonly tone: NodeTone;
      readonly label: NodeLabel;
      /** How many relationships of the view meet at it, seen or not, where they are many; else 0. */
      readonly ties: number;
    })
  /** A judgement: below its inspection if that is on the view, else by itself. */
  | (NodeLook & {
      readonly kind: 'chip';
      readonly tone: RankTone;
      readonly chip: ChipLabel;
      readonly of: NodeId | null;
      /** Judgements that contradict each other share this key and stand together as one chip in parts. */
      readonly dispute: string | null;
    });

export type DrawnNode = NodeFigure & {
  readonly at: Point;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly isPinned: boolean;
  readonly isDisputed: boolean;
  /** Neighbours that are not on the view. */
  readonly more: number;
};

/** A chip hangs on its inspection; by itself it can be dragged like any node. */
export function isGrabbable(drawn: DrawnNode): boolean {
  return drawn.kind === 'mark' || drawn.of === null;
}

/** All relationships between two nodes, as one line. */
export interface DrawnRelationship {
  readonly id: string;
  readonly ids: readonly RelationshipId[];
  readonly from: NodeId;
  readonly to: NodeId;
  /** What it says of its two ends, as “inspected”. */
  readonly what: string;
  /** The same, with how many there are of what it stands for or rests on. */
  readonly label: string;
  /** How many pieces of evidence all of them have. */
  readonly sources: number;
  /** Whether sources disagree on a property of one of them. */
  readonly isDisputed: boolean;
  /** The end at which fewer lines meet, where a badge has room. */
  readonly quietEnd: 'from' | 'to';
  /** A straight line, in a drawing that is plain. */
  readonly isPlain: boolean;
  readonly isDashed: boolean;
  /** A post that is not known to have been held on the day of the view, but may have been. */
  readonly isDotted: boolean;
  readonly isSelected: boolean;
  /** Whether a selected node is at one of its ends. */
  readonly isLit: boolean;
  /** Leaves and arrives upright, as lines between rows do; else it is a gentle arc. */
  readonly isUpright: boolean;
  /** A line that crosses the whole view is drawn fainter. */
  readonly isLong: boolean;
}

/** What stands on the canvas, as data: the drawing is compared with the one before, and the difference is applied. */
export interface Drawing {
  /** Too large for Cytoscape, which draws each element by itself: it is painted whole (plain/), with straight lines. */
  readonly isPlain: boolean;
  readonly nodes: ReadonlyMap<NodeId, DrawnNode>;
  readonly relationships: ReadonlyMap<string, DrawnRelationship>;
}

/** Strokes and gaps of a line that is not drawn through, in pixels at zoom 1. */
export const DASHES = { dashed: [4, 3], dotted: [1.5, 3.5] };

/** The strokes and gaps of a line; null for one that is drawn through. What may not have been at all is dotted. */
export function dashesOf({
  isDashed,
  isDotted,
}: Pick<DrawnRelationship, 'isDashed' | 'isDotted'>): readonly number[] | null {
  return isDotted ? DASHES.dotted : isDashed ? DASHES.dashed : null;
}

export const emptyDrawing: Drawing = { isPlain: false, nodes: new Map(), relationships: new Map() };

/** Of more lines than this none is bent: bends cost much to draw, and nobody sees them among so many. */
const MOST_BENT = 800;
/** More shapes than this are painted whole, however few lines join them. */
const MOST_SHAPES = 800;

/** Whether a drawing of so many is plain. */
export function isLarge(nodes: number, lines: number): boolean {
  return nodes > MOST_SHAPES || lines > MOST_BENT;
}
