import { type LabelBox, LabelRoom } from './choose-labels.ts';
import { SHAPE, WORD_GAP } from './choose-names.ts';
import { blockRing, priorities } from './draw-labels.ts';
import { type Lead, runsThrough } from './lead.ts';
import type { LabelForm } from './measure-label.ts';
import type { DrawnLabel, Scene } from './scene.ts';
import { isOnCanvas, isSeenWhole, type PlacedMark, shortestName } from './short-name.ts';
import { writeName } from './write-name.ts';

/** So many of those that what is selected is related to are named upon the crowd. */
const MOST = 12;
/** From the middle of a small shape to its name, and how much of the crowd shines through below it. */
const REACH = 5;
const SHINE = 0.15;

interface Neighbour extends PlacedMark {
  /** How far from what is selected. */
  readonly way: number;
  /** What it is related to stands to the right of it, so that its name has room to the left. */
  readonly isLeft: boolean;
}

/**
 * Names what is related to the selection where it stands, upon the crowd that leaves no room: but upon no other name, no
 * line that is lit or leads to a name, and nothing else that is related. What has no such place stays without.
 */
export function nameNeighbours(
  surface: CanvasRenderingContext2D,
  scene: Scene,
  named: readonly LabelBox[],
  leads: readonly Lead[],
): readonly DrawnLabel[] {
  const lit = scene.relationships.filter(({ drawn }) => drawn.isLit || drawn.isSelected);
  if (lit.length === 0) return [];
  const related = new Set(lit.flatMap(({ drawn: { from, to } }) => [from, to]));
  const lines = [...lit.map(({ ends: [from, to] }) => ({ from, to })), ...leads];
  const room = new LabelRoom();
  for (const box of named) room.block(box);
  for (const node of scene.nodes) {
    if (node.drawn.isSelected) room.block(blockRing(node, scene.zoom));
    else if (related.has(node.drawn.id)) room.block(blockDot(node));
  }
  const known = new Set(named.map(({ id }) => id));
  const labels: DrawnLabel[] = [];
  for (const neighbour of neighboursOf(scene, related)) {
    const { id, label } = neighbour.drawn;
    const words = known.has(id) ? null : shortestName(scene, neighbour.drawn);
    const box =
      words &&
      placesBeside(scene, neighbour, words).find(
        (place) =>
          isSeenWhole(scene, place) &&
          !lines.some((line) => runsThrough(line, place)) &&
          room.take(place, id),
      );
    if (!box) continue;
    const draw = () => {
      surface.globalAlpha = 1 - SHINE;
      surface.fillStyle = scene.palette.ground;
      surface.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      surface.globalAlpha = 1;
      writeName(surface, scene, label, { ...words, place: 'right' }, box);
    };
    labels.push({ box, draw });
    if (labels.length === MOST) break;
  }
  return labels;
}

/** The more important first, and of these the nearer ones. */
function neighboursOf(scene: Scene, related: ReadonlySet<string>): readonly Neighbour[] {
  const selected = scene.nodes.filter(({ drawn }) => drawn.isSelected);
  const importance = ({ drawn }: Neighbour) => priorities[drawn.type] ?? 0;
  return scene.nodes
    .flatMap(({ drawn, at }) => {
      if (drawn.kind !== 'mark' || drawn.isSelected || !related.has(drawn.id) || !isOnCanvas(scene, at))
        return [];
      const ways = selected.map((each) => Math.hypot(each.at.x - at.x, each.at.y - at.y));
      const way = Math.min(...ways);
      const from = selected[ways.indexOf(way)];
      return [{ drawn, at, way, isLeft: from !== undefined && from.at.x > at.x }];
    })
    .sort((a, b) => importance(b) - importance(a) || a.way - b.way);
}

/** Away from what is selected, towards it, below and above. */
function placesBeside(
  { zoom }: Scene,
  { drawn, at: { x, y }, isLeft }: Neighbour,
  { width, height }: LabelForm,
): readonly LabelBox[] {
  const wide = width + 2 * WORD_GAP;
  const across = Math.max(REACH, (drawn.width / 2) * zoom + 2);
  const down = Math.max(REACH, (drawn.height / 2) * zoom + 2);
  const boxAt = (left: number, top: number): LabelBox => ({
    id: drawn.id,
    priority: SHAPE,
    left,
    right: left + wide,
    top,
    bottom: top + height,
  });
  const [right, left] = [x + across, x - across - wide];
  const aside = (isLeft ? [left, right] : [right, left]).map((each) => boxAt(each, y - height / 2));
  const under = [x - wide / 2, x - across, x + across - wide];
  return [...aside, ...[y + down, y - down - height].flatMap((top) => under.map((each) => boxAt(each, top)))];
}

function blockDot({ drawn, at: { x, y } }: Scene['nodes'][number]): LabelBox {
  return {
    id: drawn.id,
    priority: SHAPE,
    left: x - REACH,
    right: x + REACH,
    top: y - REACH,
    bottom: y + REACH,
  };
}
