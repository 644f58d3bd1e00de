import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import type { DrawnNode, DrawnRelationship } from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import type { LabelBox, LabelRoom } from './choose-labels.ts';

/** What the overlay draws over Cytoscape's shapes: words, bars, badges and rings. All points are screen pixels. */
export interface Scene {
  readonly nodes: readonly PlacedNode[];
  readonly relationships: readonly PlacedRelationship[];
  readonly palette: Palette;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly hovered: NodeId | null;
  readonly lit: ReadonlySet<NodeId>;
  /** Null where names stand beside their nodes or not at all. */
  readonly callOut: CallOut | null;
}

/** Something to be drawn, and the room that it takes. */
export interface DrawnLabel {
  readonly box: LabelBox;
  readonly draw: () => void;
}

/** Names further nodes than the `named`, whose boxes these are; what is named so has taken its room. */
export type CallOut = (
  surface: CanvasRenderingContext2D,
  scene: Scene,
  named: readonly LabelBox[],
  room: LabelRoom,
) => readonly DrawnLabel[];

export interface PlacedNode {
  readonly drawn: DrawnNode;
  readonly at: Point;
}

export interface PlacedRelationship {
  readonly drawn: DrawnRelationship;
  /** Whether it is selected, or touches what is selected or hovered. */
  readonly isWanted: boolean;
  readonly ends: readonly [Point, Point];
  /** Where its words stand. */
  readonly middle: Point;
  /** Where the number of its sources stands: near the end at which fewer lines meet. */
  readonly badge: Point;
}

/** From this zoom on every line may say what it is and how many sources it has, where there is room. */
export const LINES_SPEAK_FROM = 1.5;

/** The smallest size at which words are drawn at all, in screen pixels. */
export const SMALLEST_TEXT = 11;

/** The size of a text on the screen: it grows a little with the zoom and never falls below what can be read. */
export function textSize(size: number, zoom: number): number {
  return Math.max(SMALLEST_TEXT, Math.min(size * zoom, size * 1.5));
}

export function fontOf(palette: Palette, face: 'sans' | 'serif', size: number, bold: boolean): string {
  const style = face === 'serif' ? 'italic ' : '';
  return `${style}${bold ? 600 : 400} ${size}px ${palette[face]}`;
}
