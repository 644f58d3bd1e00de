import type { DrawnNode } from '../drawing/drawing.ts';
import type { LabelBox, LabelRoom } from './choose-labels.ts';
import type { PlacedNode } from './scene.ts';

/** Badges are for reading, so they keep their size, and go where the view is too small for them. */
export const BADGES_FROM = 0.45;

/** Which way from the middle of its node a badge stands: -1 is to the left or above, 0 level with it. */
type Side = readonly [across: -1 | 1, down: -1 | 0 | 1];

/** Where a badge is tried, its own corner first; that of a dispute is the upper left one. */
const SIDES_OF_MORE: readonly Side[] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
];
const SIDES_OF_DISPUTE = SIDES_OF_MORE.map(([across, down]): Side => [across === 1 ? -1 : 1, down]);

/** In pixels of the screen: so far a badge at a corner reaches over its node, and so far it stands above or below it. */
const OVER = 5;
const OFF = 2.5;
const HALF = 8.5;
/** Badges are round and words do not fill their boxes, so that they may come so near. */
const SLACK = 2;

/** A badge at a corner of its node; the box is in pixels of the screen. */
export interface PlacedBadge {
  readonly kind: 'more' | 'dispute';
  readonly drawn: DrawnNode;
  readonly box: LabelBox;
}

interface Badge extends Pick<PlacedBadge, 'kind' | 'drawn'> {
  readonly at: PlacedNode['at'];
  readonly width: number;
  readonly sides: readonly Side[];
  /** Drawn at its own corner where no place has room. */
  readonly isFirm: boolean;
}

/**
 * Gives each badge the first place around its node that has room, those of disputes and of what is selected first. What
 * finds none goes, unless it is of a dispute or of what is selected. `widthOfText` is in pixels of the screen; `isCut`
 * tells where a part of the box could not be seen.
 */
export function placeBadges(
  nodes: readonly PlacedNode[],
  zoom: number,
  room: LabelRoom,
  widthOfText: (text: string) => number,
  isCut: (box: LabelBox) => boolean = () => false,
): readonly PlacedBadge[] {
  if (zoom < BADGES_FROM) return [];
  return nodes
    .flatMap(({ drawn, at }) => badgesOf(drawn, at, widthOfText))
    .sort((a, b) => Number(b.isFirm) - Number(a.isFirm))
    .flatMap((badge) => placeBadge(badge, zoom, room, isCut) ?? []);
}

/** “+19”, and at most “+999”. */
export function sayMore({ more }: Pick<DrawnNode, 'more'>): string {
  return `+${Math.min(more, 999)}`;
}

function badgesOf(
  drawn: DrawnNode,
  at: PlacedNode['at'],
  widthOfText: (text: string) => number,
): readonly Badge[] {
  if (drawn.kind === 'chip') return [];
  const badges: Badge[] = [];
  if (drawn.isDisputed)
    badges.push({ kind: 'dispute', drawn, at, width: 2 * HALF, sides: SIDES_OF_DISPUTE, isFirm: true });
  if (drawn.more > 0) {
    const width = Math.max(18, widthOfText(sayMore(drawn)) + 8);
    badges.push({ kind: 'more', drawn, at, width, sides: SIDES_OF_MORE, isFirm: drawn.isSelected });
  }
  return badges;
}

function placeBadge(
  badge: Badge,
  zoom: number,
  room: LabelRoom,
  isCut: (box: LabelBox) => boolean,
): PlacedBadge | null {
  const { kind, drawn, sides, isFirm } = badge;
  const boxes = sides.map((side) => boxAt(badge, side, zoom)).filter((box) => !isCut(box));
  const free = boxes.find((box) => room.take(inset(box), shapeId(drawn)));
  const box = free ?? (isFirm ? boxes[0] : undefined);
  return box ? { kind, drawn, box } : null;
}

function boxAt({ kind, drawn, at, width }: Badge, [across, down]: Side, zoom: number): LabelBox {
  const x = at.x + across * ((drawn.width / 2) * zoom - (down === 0 ? 1 : OVER) + width / 2);
  const y = at.y + down * ((drawn.height / 2) * zoom + OFF);
  return {
    id: `${kind} ${drawn.id}`,
    priority: 0,
    left: x - width / 2,
    right: x + width / 2,
    top: y - HALF,
    bottom: y + HALF,
  };
}

function inset(box: LabelBox): LabelBox {
  return {
    ...box,
    left: box.left + SLACK,
    right: box.right - SLACK,
    top: box.top + SLACK,
    bottom: box.bottom - SLACK,
  };
}

/** By what the shape of a node is known among the boxes that stand. */
export function shapeId({ id }: Pick<DrawnNode, 'id'>): string {
  return `shape ${id}`;
}
