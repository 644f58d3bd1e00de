import type { NodeId } from '../../../schema/ids.ts';
import type { Point } from '../../exploration/exploration.ts';
import {
  type Box,
  type Drawing,
  type DrawnNode,
  type DrawnRelationship,
  emptyDrawing,
} from '../drawing/drawing.ts';

/**
 * A plain drawing as the hand meets it: where its nodes are, those that are being dragged among them, and which one is
 * under the pointer. All points and lengths are in the canvas's own units.
 */
export interface PlainField {
  /** What has got another place goes there little by little, by `glideTo`, if it `glides`; else it is there at once. */
  readonly hold: (drawing: Drawing, glides?: boolean) => void;
  readonly isGliding: () => boolean;
  /** Brings what glides to this share of its way, from 0 to 1, where it stands still. */
  readonly glideTo: (share: number) => void;
  readonly drawing: () => Drawing;
  readonly placeOf: (id: NodeId) => Point | null;
  /** Changes whenever shapes or lines are others than before or stand elsewhere, and not when they are selected. */
  readonly moves: () => number;
  /** The node whose shape is at the point, or whose middle is within reach of it; the nearest of several. */
  readonly nodeAt: (at: Point, reach: number) => NodeId | null;
  /** The nodes whose middles lie between two corners. */
  readonly nodesBetween: (one: Point, other: Point) => readonly NodeId[];
  readonly carry: (ids: readonly NodeId[], by: Point) => void;
}

/** Side of a cell, in which the nodes are looked up: a little more than most shapes are wide. */
const CELL = 80;
/** More nodes than this are put in their places at once: so many cannot be painted often enough to be seen to move. */
const MOVED_GENTLY = 4_000;
/** Cells of a row, so that a cell is known by one number. */
const ROW = 2 ** 21;

type Cells = ReadonlyMap<number, readonly DrawnNode[]>;

export function makePlainField(): PlainField {
  let drawing = emptyDrawing;
  let moves = 0;
  let cells: Cells | null = null;
  const carried = new Map<NodeId, Point>();
  /** Where each node that glides has come from, and how much of its way all of them have made. */
  let gliding: ReadonlyMap<NodeId, Point> = new Map();
  let share = 1;

  function placeOf(id: NodeId): Point | null {
    const stands = drawing.nodes.get(id)?.at ?? null;
    // Mostly nothing is on its way, and each frame of a large view asks for thousands.
    if (carried.size === 0 && gliding.size === 0) return stands;
    const at = carried.get(id) ?? stands;
    const from = gliding.get(id);
    return at && from ? { x: from.x + (at.x - from.x) * share, y: from.y + (at.y - from.y) * share } : at;
  }

  /** Those that are on their way go on from where they are; a hand that lets a node go has brought it there. */
  function setOff(next: Drawing): void {
    const from = new Map<NodeId, Point>();
    for (const { id, at } of next.nodes.values()) {
      const isMoved = at !== drawing.nodes.get(id)?.at && !carried.has(id);
      const place = isMoved || gliding.has(id) ? placeOf(id) : null;
      if (place && (place.x !== at.x || place.y !== at.y)) from.set(id, place);
    }
    gliding = from.size > MOVED_GENTLY ? new Map() : from;
    share = 0;
  }

  function hold(next: Drawing, glides = false): void {
    const isMoved = !standsTheSame(drawing, next);
    if (isMoved) {
      if (glides) setOff(next);
      else gliding = new Map();
    }
    // What is in the hand stays there until the exploration has a new place for it.
    const size = carried.size;
    for (const id of carried.keys())
      if (next.nodes.get(id)?.at !== drawing.nodes.get(id)?.at) carried.delete(id);
    drawing = next;
    if (isMoved || carried.size !== size) change();
  }

  function change(): void {
    moves += 1;
    cells = null;
  }

  function nodeAt(at: Point, reach: number): NodeId | null {
    cells ??= sortIntoCells(drawing, placeOf);
    let nearest: { readonly id: NodeId; readonly distance: number } | null = null;
    for (const key of cellsAround(at, reach, reach))
      for (const { id, width, height } of cells.get(key) ?? []) {
        const place = placeOf(id);
        if (!place) continue;
        const [dx, dy] = [Math.abs(at.x - place.x), Math.abs(at.y - place.y)];
        const distance = Math.hypot(dx, dy);
        const isHit = (dx <= width / 2 && dy <= height / 2) || distance <= reach;
        if (isHit && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = { id, distance };
      }
    return nearest?.id ?? null;
  }

  return {
    hold,
    drawing: () => drawing,
    isGliding: () => gliding.size > 0,
    glideTo(next) {
      if (gliding.size === 0) return;
      share = next;
      if (next >= 1) gliding = new Map();
      change();
    },
    placeOf,
    moves: () => moves,
    nodeAt,
    nodesBetween(one, other) {
      const box = boxBetween(one, other);
      return [...drawing.nodes.keys()].filter((id) => {
        const at = placeOf(id);
        return at && at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
      });
    },
    carry(ids, by) {
      for (const id of ids) {
        const at = placeOf(id);
        if (at) carried.set(id, { x: at.x + by.x, y: at.y + by.y });
      }
      change();
    },
  };
}

function standsTheSame(before: Drawing, after: Drawing): boolean {
  return (
    isSameRow(before.nodes, after.nodes, isSameShape) &&
    isSameRow(before.relationships, after.relationships, isSameLine)
  );
}

/** Both in one go, in their order: looking each up would cost much more. */
function isSameRow<Each>(
  before: ReadonlyMap<string, Each>,
  after: ReadonlyMap<string, Each>,
  isSame: (one: Each, other: Each) => boolean,
): boolean {
  if (before.size !== after.size) return false;
  const others = after.values();
  for (const one of before.values()) {
    const { value: other } = others.next();
    if (!other || (one !== other && !isSame(one, other))) return false;
  }
  return true;
}

function isSameShape(one: DrawnNode, other: DrawnNode): boolean {
  return (
    one.id === other.id &&
    one.at === other.at &&
    one.tone === other.tone &&
    one.width === other.width &&
    one.height === other.height
  );
}

/** Where its ends stand is asked of the nodes. */
function isSameLine(one: DrawnRelationship, other: DrawnRelationship): boolean {
  return (
    one.id === other.id &&
    one.isDashed === other.isDashed &&
    one.isDotted === other.isDotted &&
    one.isLong === other.isLong
  );
}

function boxBetween(one: Point, other: Point): Box {
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
}

function sortIntoCells(drawing: Drawing, placeOf: PlainField['placeOf']): Cells {
  const cells = new Map<number, DrawnNode[]>();
  for (const node of drawing.nodes.values()) {
    const at = placeOf(node.id);
    if (!at) continue;
    for (const key of cellsAround(at, node.width / 2, node.height / 2)) {
      const cell = cells.get(key);
      if (cell) cell.push(node);
      else cells.set(key, [node]);
    }
  }
  return cells;
}

function cellsAround({ x, y }: Point, wide: number, high: number): number[] {
  const keys: number[] = [];
  for (let column = Math.floor((x - wide) / CELL); column <= Math.floor((x + wide) / CELL); column++)
    for (let row = Math.floor((y - high) / CELL); row <= Math.floor((y + high) / CELL); row++)
      keys.push(row * ROW + column);
  return keys;
}
