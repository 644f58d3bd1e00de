import type { RankTone } from '../../../schema/rank-tone.ts';
import type { Point } from '../../exploration/exploration.ts';
import { type Outline, outlineOf } from '../../ui/shapes.ts';
import { DASHES, type DrawnNode, type DrawnRelationship } from '../drawing/drawing.ts';
import type { Palette } from '../look/read-palette.ts';
import type { PlainField } from './plain-field.ts';

type Surface = CanvasRenderingContext2D;

/** From where the field is seen: a point of it stands on the canvas at `point * zoom + pan`. */
export interface Sight {
  readonly zoom: number;
  readonly pan: Point;
  /** Pixels of the screen by pixels of the canvas. */
  readonly ratio: number;
}

/** The part of the canvas that is painted, in its pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lines that look alike: x and y of both ends of each, one after the other. */
interface LineGroup {
  readonly isDashed: boolean;
  readonly isDotted: boolean;
  readonly isLong: boolean;
  readonly ends: Float64Array;
}

/** Shapes that look alike: x, y, width and height of each, one after the other. */
interface ShapeGroup {
  readonly outline: Outline;
  readonly colour: (palette: Palette) => string;
  /** A judgement's shape has a border, in the tone of its rank. */
  readonly border: RankTone | null;
  readonly boxes: Float64Array;
}

export type PaintField = (surface: Surface, palette: Palette, sight: Sight, area: Area) => void;

/** As in look/make-style.ts, so that a view looks the same when it grows large. */
const LINE_WIDTH = 1.2;
const LINE_ALPHA = 0.62;
const LONG_ALPHA = 0.3;
const CORNER = 4;
/** Smaller shapes than this many pixels of the screen have no corners that could be told from a square’s. */
const SMALL = 7;
/** Dashes of a line on a smaller view run together, and cost as much as a line each. */
const DASHED_FROM = 0.5;
/** Dots say that something may not have been at all, and are few: they are drawn however small the view, as at this zoom. */
const SMALLEST_DOTS = 0.6;
/**
 * So many are stroked and filled at once: each call costs, and so does a path of which much lies in one row of pixels.
 * Without a GPU, 2,000 shapes filled by 20 take an eighth of the time that they take as one path.
 */
const LINES_AT_ONCE = 128;
const SHAPES_AT_ONCE = 24;

/**
 * Paints lines and shapes of a plain field: what looks alike together, so that a frame costs some hundred calls, not
 * some for each element. What the groups are is worked out again only when something has moved.
 */
export function makeFieldPainter(field: PlainField): PaintField {
  let known: { readonly moves: number; readonly lines: LineGroup[]; readonly shapes: ShapeGroup[] } | null =
    null;
  const groups = () => {
    const moves = field.moves();
    if (known?.moves !== moves) {
      const { nodes, relationships } = field.drawing();
      known = {
        moves,
        lines: groupLines(relationships.values(), field),
        shapes: groupShapes(nodes.values(), field),
      };
    }
    return known;
  };
  return (surface, palette, sight, area) => {
    const { lines, shapes } = groups();
    for (const group of lines) strokeGroup(surface, palette, { ...sight, ...area }, group);
    for (const group of shapes) fillGroup(surface, palette, { ...sight, ...area }, group);
  };
}

function groupLines(lines: Iterable<DrawnRelationship>, { placeOf }: PlainField): LineGroup[] {
  const groups = new Map<number, { readonly line: DrawnRelationship; readonly ends: number[] }>();
  for (const line of lines) {
    const [from, to] = [placeOf(line.from), placeOf(line.to)];
    if (!from || !to) continue;
    const key = (line.isDashed ? 1 : 0) + (line.isDotted ? 2 : 0) + (line.isLong ? 4 : 0);
    const group = groups.get(key) ?? { line, ends: [] };
    group.ends.push(from.x, from.y, to.x, to.y);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ line: { isDashed, isDotted, isLong }, ends }) => ({
    isDashed,
    isDotted,
    isLong,
    ends: new Float64Array(ends),
  }));
}

function groupShapes(nodes: Iterable<DrawnNode>, { placeOf }: PlainField): ShapeGroup[] {
  const groups = new Map<string, { readonly node: DrawnNode; readonly boxes: number[] }>();
  for (const node of nodes) {
    const at = placeOf(node.id);
    if (!at) continue;
    const key = `${node.kind} ${node.shape} ${node.tone}`;
    const group = groups.get(key) ?? { node, boxes: [] };
    group.boxes.push(at.x, at.y, node.width, node.height);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ node, boxes }) => ({
    outline: outlineOf(node.shape),
    colour: (palette) => (node.kind === 'chip' ? palette.ranks[node.tone].ground : palette.tones[node.tone]),
    border: node.kind === 'chip' ? node.tone : null,
    boxes: new Float64Array(boxes),
  }));
}

function strokeGroup(
  surface: Surface,
  palette: Palette,
  { zoom, pan, ratio, left, top, right, bottom }: Sight & Area,
  group: LineGroup,
): void {
  const { isLong, ends } = group;
  surface.strokeStyle = palette.relationship;
  surface.globalAlpha = isLong ? LONG_ALPHA : LINE_ALPHA;
  // Lines that are wider than a pixel of the screen take six to ten times as long.
  surface.lineWidth = Math.min(LINE_WIDTH * zoom, 1 / ratio);
  surface.setLineDash(dashesAt(group, zoom));
  let count = 0;
  for (let index = 0; index < ends.length; index += 4) {
    const x1 = (ends[index] ?? 0) * zoom + pan.x;
    const y1 = (ends[index + 1] ?? 0) * zoom + pan.y;
    const x2 = (ends[index + 2] ?? 0) * zoom + pan.x;
    const y2 = (ends[index + 3] ?? 0) * zoom + pan.y;
    const isOutside =
      (x1 < left && x2 < left) ||
      (y1 < top && y2 < top) ||
      (x1 > right && x2 > right) ||
      (y1 > bottom && y2 > bottom);
    if (isOutside) continue;
    if (count === 0) surface.beginPath();
    surface.moveTo(x1, y1);
    surface.lineTo(x2, y2);
    count += 1;
    if (count < LINES_AT_ONCE) continue;
    surface.stroke();
    count = 0;
  }
  if (count > 0) surface.stroke();
  surface.setLineDash([]);
  surface.globalAlpha = 1;
}

function dashesAt({ isDashed, isDotted }: LineGroup, zoom: number): number[] {
  if (isDotted) return DASHES.dotted.map((each) => each * Math.max(zoom, SMALLEST_DOTS));
  return isDashed && zoom >= DASHED_FROM ? DASHES.dashed.map((each) => each * zoom) : [];
}

function fillGroup(
  surface: Surface,
  palette: Palette,
  { zoom, pan, left, top, right, bottom }: Sight & Area,
  { outline, colour, border, boxes }: ShapeGroup,
): void {
  const close = () => {
    surface.fill();
    if (border) surface.stroke();
  };
  surface.fillStyle = colour(palette);
  if (border) surface.strokeStyle = palette.ranks[border].line;
  surface.lineWidth = zoom;
  let count = 0;
  for (let index = 0; index < boxes.length; index += 4) {
    const x = (boxes[index] ?? 0) * zoom + pan.x;
    const y = (boxes[index + 1] ?? 0) * zoom + pan.y;
    const wide = (boxes[index + 2] ?? 0) * zoom;
    const high = (boxes[index + 3] ?? 0) * zoom;
    if (x + wide < left || y + high < top || x - wide > right || y - high > bottom) continue;
    // The border lies within the shape.
    const inset = border ? zoom / 2 : 0;
    if (count === 0) surface.beginPath();
    trace(surface, outline, { x, y, halfWide: wide / 2 - inset, halfHigh: high / 2 - inset, zoom });
    count += 1;
    if (count < SHAPES_AT_ONCE) continue;
    close();
    count = 0;
  }
  if (count > 0) close();
}

interface Traced extends Point {
  readonly halfWide: number;
  readonly halfHigh: number;
  readonly zoom: number;
}

function trace(surface: Surface, outline: Outline, { x, y, halfWide, halfHigh, zoom }: Traced): void {
  const isSmall = halfHigh < SMALL / 2;
  if (outline.kind === 'ellipse') {
    surface.moveTo(x + halfWide, y);
    surface.ellipse(x, y, halfWide, halfHigh, 0, 0, 2 * Math.PI);
  } else if (outline.kind === 'rounded-rectangle') {
    if (isSmall) surface.rect(x - halfWide, y - halfHigh, 2 * halfWide, 2 * halfHigh);
    else surface.roundRect(x - halfWide, y - halfHigh, 2 * halfWide, 2 * halfHigh, CORNER * zoom);
  } else {
    const { points } = outline;
    surface.moveTo(x + (points[0] ?? 0) * halfWide, y + (points[1] ?? 0) * halfHigh);
    for (let index = 2; index < points.length; index += 2)
      surface.lineTo(x + (points[index] ?? 0) * halfWide, y + (points[index + 1] ?? 0) * halfHigh);
    surface.closePath();
  }
}
