import { coveredStrips } from '../camera.ts';
import { LABEL_GAP } from '../drawing/describe-figure.ts';
import { chooseLabels, type LabelBox, LabelRoom } from './choose-labels.ts';
import { chooseNames, INSPECTION, LIT, SHAPE, WORD_GAP } from './choose-names.ts';
import { formOf, type LabelForm, widthOf } from './measure-label.ts';
import { type PlacedBadge, placeBadges, shapeId } from './place-badges.ts';
import {
  type DrawnLabel,
  fontOf,
  LINES_SPEAK_FROM,
  type PlacedNode,
  type PlacedRelationship,
  type Scene,
  textSize,
} from './scene.ts';
import { write, writeName } from './write-name.ts';

type Surface = CanvasRenderingContext2D;

/** The size of what a badge says, in pixels of the screen. */
export const BADGE_TEXT = 10.5;
/** From the middle of a node to the ring around what is selected, in pixels of the screen. */
export function ringReach({ width, height }: PlacedNode['drawn'], zoom: number): number {
  return (Math.max(width, height) / 2) * zoom + 9;
}

interface PreparedLabels {
  /** Drawn over all words. */
  readonly badges: readonly PlacedBadge[];
  readonly drawWords: () => void;
}

/**
 * Chooses the words of nodes and lines, as many as fit without touching each other, the more important first; gives
 * what draws them, and the badges, which stand where names have left room.
 */
export function prepareLabels(surface: Surface, scene: Scene): PreparedLabels {
  const shapes = scene.nodes.map((node) => blockShape(node, scene.zoom));
  const room = new LabelRoom();
  const names = writeNames(surface, scene, shapes, room);
  const badgeFont = fontOf(scene.palette, 'sans', BADGE_TEXT, true);
  const badges = placeBadges(
    scene.nodes,
    scene.zoom,
    room,
    (text) => widthOf(surface, badgeFont, text),
    (box) => isCut(box, scene),
  );
  const lines = scene.relationships.flatMap((line) => prepareLineLabel(surface, scene, line) ?? []);
  const counts = scene.relationships.flatMap((line) => prepareSources(surface, scene, line) ?? []);
  if (lines.length === 0 && counts.length === 0) return { badges, drawWords: () => drawAll(names) };
  // Words of lines go where nothing else stands, badges and the rings of what is selected included.
  const rings = scene.nodes
    .filter(({ drawn }) => drawn.isSelected)
    .map((node) => blockRing(node, scene.zoom));
  const taken = [
    ...shapes.map(withBadge),
    ...rings,
    ...names.map(({ box }) => box),
    ...badges.map(({ box }) => box),
  ];
  const said = chooseLabels(
    [...lines, ...counts].map(({ box }) => box),
    taken,
  );
  const chosen = [...[...lines, ...counts].filter(({ box }) => said.has(box.id)), ...names];
  return { badges, drawWords: () => drawAll(chosen) };
}

function drawAll(labels: readonly DrawnLabel[]): void {
  for (const { draw } of labels) draw();
}

/** The names to be drawn, the more important first. */
function writeNames(
  surface: Surface,
  scene: Scene,
  shapes: readonly LabelBox[],
  room: LabelRoom,
): readonly DrawnLabel[] {
  const names = namesByPriority(scene);
  const chosen = chooseNames(names, shapes, room, (name, form) => {
    const { label } = name.drawn;
    const words = formOf(scene, label, form);
    if (!words) return null;
    const box = boxOf(scene, name, words);
    // Most names of a large view have no room in any form, since each has what stands in the middle of the first line.
    if (form === 1 && !label.short && !room.isFree(coreOf(box, words))) return null;
    if (name.priority < SHAPE && isCut(box, scene)) return null;
    return { box, draw: () => writeName(surface, scene, label, words, box) };
  });
  const named = chosen.map(({ box }) => box);
  // Their lines run below all other names.
  return [...(scene.callOut?.(surface, scene, named, room) ?? []), ...chosen];
}

/** Those of most priority first, else in the order of the view. There are few priorities, and sorting thousands by them costs. */
function namesByPriority(scene: Scene): readonly PlacedName[] {
  const groups = new Map<number, PlacedName[]>();
  for (const { drawn, at } of scene.nodes) {
    if (drawn.kind !== 'mark') continue;
    const priority = priorityOf(scene, drawn);
    const group = groups.get(priority);
    if (group) group.push({ drawn, at, priority });
    else groups.set(priority, [{ drawn, at, priority }]);
  }
  return [...groups].sort(([a], [b]) => b - a).flatMap(([, names]) => names);
}

/** What the box of a name has in each of its forms at the same place: the begin or the middle of one line. */
function coreOf(box: LabelBox, { place, captionSize }: LabelForm): LabelBox {
  const left = place === 'right' ? box.left : (box.left + box.right) / 2;
  const top = place === 'right' ? (box.top + box.bottom - captionSize) / 2 : box.top;
  return { ...box, left, right: left + 1, top, bottom: top + captionSize };
}

/** Whether an edge of the canvas, or what covers a narrow one, would cut off a part of the words. */
function isCut({ left, right, top, bottom }: LabelBox, { width, height }: Scene): boolean {
  if (left >= width || right <= 0 || top >= height || bottom <= 0) return false;
  const { head, foot } = coveredStrips({ width, height });
  return left < 0 || right > width || top < head || bottom > height - foot;
}

interface PlacedName {
  readonly drawn: Extract<PlacedNode['drawn'], { readonly kind: 'mark' }>;
  readonly at: PlacedNode['at'];
  readonly priority: number;
}

/** A shape with the badges that may stand around it. */
export function withBadge(box: LabelBox): LabelBox {
  return { ...box, left: box.left - 10, right: box.right + 22, top: box.top - 10 };
}

/** The ring around what is selected, as a block. */
export function blockRing({ drawn, at: { x, y } }: PlacedNode, zoom: number): LabelBox {
  const reach = ringReach(drawn, zoom);
  return {
    id: `ring ${drawn.id}`,
    priority: SHAPE,
    left: x - reach,
    right: x + reach,
    top: y - reach,
    bottom: y + reach,
  };
}

/** Shapes are blocks that words must not cover, unless they are the words of what is selected or hovered. */
export function blockShape({ drawn, at }: PlacedNode, zoom: number): LabelBox {
  const inset = drawn.kind === 'chip' ? 0.9 : 0.8;
  return {
    id: shapeId(drawn),
    priority: SHAPE,
    left: at.x - (drawn.width / 2) * zoom * inset,
    right: at.x + (drawn.width / 2) * zoom * inset,
    top: at.y - (drawn.height / 2) * zoom * inset,
    bottom: at.y + (drawn.height / 2) * zoom * inset,
  };
}

function boxOf(
  { zoom, width: canvas }: Scene,
  { drawn, at, priority }: PlacedName,
  { width, height, place }: LabelForm,
): LabelBox {
  const isRight = place === 'right';
  const left = isRight
    ? at.x + (drawn.width / 2) * zoom + LABEL_GAP * 2
    : keepOnCanvas(at.x, width / 2 + WORD_GAP, canvas) - width / 2;
  const top = isRight ? at.y - height / 2 : at.y + (drawn.height / 2) * zoom + LABEL_GAP;
  return {
    id: drawn.id,
    priority,
    left: left - WORD_GAP,
    right: left + width + WORD_GAP,
    top,
    bottom: top + height,
  };
}

/** The middle of words below a node that stands so far to the right: aside of it where an edge would cut them off. */
function keepOnCanvas(x: number, half: number, canvas: number): number {
  const isOnCanvas = x > 0 && x < canvas && 2 * half < canvas;
  return isOnCanvas ? Math.min(Math.max(x, half), canvas - half) : x;
}

function prepareLineLabel(
  surface: Surface,
  scene: Scene,
  { drawn, isWanted, middle }: PlacedRelationship,
): DrawnLabel | null {
  if (drawn.label === '' || (!isWanted && scene.zoom < LINES_SPEAK_FROM)) return null;
  const size = textSize(11, Math.min(scene.zoom, 1.1));
  const font = fontOf(scene.palette, 'sans', size, false);
  const width = widthOf(surface, font, drawn.label);
  const box = {
    id: drawn.id,
    priority: drawn.isSelected ? 70 : isWanted ? 40 : 1,
    left: middle.x - width / 2,
    right: middle.x + width / 2,
    top: middle.y - size * 0.7,
    bottom: middle.y + size * 0.7,
  };
  const ink = isWanted ? scene.palette.accent : scene.palette.inkSoft;
  return {
    box,
    draw() {
      // The line would run on between the words, where no halo reaches.
      surface.fillStyle = scene.palette.ground;
      surface.fillRect(box.left - 2, box.top, width + 4, box.bottom - box.top);
      surface.textAlign = 'center';
      surface.textBaseline = 'middle';
      write(surface, scene, drawn.label, middle.x, middle.y, font, ink);
    },
  };
}

/** The number of its sources in a small circle on the line; it gives way to all words but those of its own kind. */
function prepareSources(
  surface: Surface,
  scene: Scene,
  { drawn, isWanted, badge }: PlacedRelationship,
): DrawnLabel | null {
  if (!isWanted && scene.zoom < LINES_SPEAK_FROM) return null;
  const { palette } = scene;
  const reach = 8;
  return {
    box: {
      id: `sources ${drawn.id}`,
      priority: isWanted ? 35 : 0,
      left: badge.x - reach,
      right: badge.x + reach,
      top: badge.y - reach,
      bottom: badge.y + reach,
    },
    draw() {
      surface.beginPath();
      surface.arc(badge.x, badge.y, 7.5, 0, 2 * Math.PI);
      surface.fillStyle = palette.sheet;
      surface.fill();
      surface.lineWidth = 1;
      surface.strokeStyle = isWanted ? palette.accent : palette.rule;
      surface.stroke();
      surface.font = fontOf(palette, 'sans', 10.5, false);
      surface.fillStyle = isWanted ? palette.accent : palette.inkSoft;
      surface.textAlign = 'center';
      surface.textBaseline = 'middle';
      surface.fillText(drawn.sources > 99 ? '99' : `${drawn.sources}`, badge.x, badge.y + 0.5);
    },
  };
}

/** Which names are served first where there is no room for all. */
export const priorities: Partial<Record<PlacedNode['drawn']['type'], number>> = {
  Inspection: INSPECTION,
  Person: 25,
  Organisation: 22,
  Region: 15,
  Quote: 12,
  Document: 10,
};

function priorityOf({ hovered, lit }: Scene, drawn: PlacedNode['drawn']): number {
  if (drawn.isSelected || drawn.isFocused) return 100;
  if (drawn.id === hovered) return 90;
  // Related to what is selected or hovered: before all others, but over nobody's shape.
  if (lit.has(drawn.id)) return LIT;
  const isHub = drawn.kind === 'mark' && drawn.label.place === 'right';
  return isHub ? 50 : (priorities[drawn.type] ?? 5);
}
