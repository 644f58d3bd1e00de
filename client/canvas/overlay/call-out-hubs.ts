import type { Point } from '../../exploration/exploration.ts';
import { TOP, UNDO_BAR } from '../camera.ts';
import type { LabelBox, LabelRoom } from './choose-labels.ts';
import { SHAPE, WORD_GAP } from './choose-names.ts';
import { formOf, type LabelForm } from './measure-label.ts';
import type { CallOut, PlacedNode, Scene } from './scene.ts';
import { writeName } from './write-name.ts';

type Surface = CanvasRenderingContext2D;
type Mark = Extract<PlacedNode['drawn'], { readonly kind: 'mark' }>;

interface Hub {
  readonly drawn: Mark;
  readonly at: Point;
}

/** So many of the most connected are named, whatever the view. */
const MOST = 6;
/** Places are tried around the node in so many directions, further away by so many pixels each time. */
const DIRECTIONS = 12;
const STEP = 32;
const FARTHEST = 480;
/** Around the name, so that it stands by itself. */
const CLEAR = 3;

/**
 * Names the most connected nodes that have no room for their names beside them: in the nearest free place, with a thin
 * line to the node. What has no free place in reach stays without.
 */
export const callOutHubs: CallOut = (surface, scene, named, room) =>
  hubsOf(scene).flatMap((hub) => {
    if (named.has(hub.drawn.id)) return [];
    const words = shortestName(scene, hub.drawn);
    const box = words && freePlace(scene, hub, words, room);
    if (!box) return [];
    const draw = () => {
      drawLead(surface, scene, hub, box);
      writeName(surface, scene, hub.drawn.label, { ...words, place: 'right' }, box);
    };
    return [{ box, draw }];
  });

function hubsOf({ nodes, width, height }: Scene): readonly Hub[] {
  const isOnCanvas = ({ x, y }: Point) => x > 0 && x < width && y > 0 && y < height;
  const hubs: Hub[] = [];
  // Most nodes are none: to sort them all would cost more than all else here.
  for (const { drawn, at } of nodes) {
    const least = hubs.length < MOST ? 0 : (hubs.at(-1)?.drawn.ties ?? 0);
    if (drawn.kind !== 'mark' || drawn.ties <= least || !isOnCanvas(at)) continue;
    const before = hubs.findIndex((hub) => hub.drawn.ties < drawn.ties);
    hubs.splice(before < 0 ? hubs.length : before, 0, { drawn, at });
    hubs.splice(MOST);
  }
  return hubs;
}

/** The name without what is said below it. */
function shortestName(scene: Scene, { label }: Mark): LabelForm | null {
  for (let form = 0; ; form++) {
    const words = formOf(scene, label, form);
    if (!words || (words.lines.length > 0 && words.captions.length === 0)) return words;
  }
}

function freePlace(scene: Scene, hub: Hub, words: LabelForm, room: LabelRoom): LabelBox | null {
  for (let distance = STEP; distance <= FARTHEST; distance += STEP)
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const box = boxAt(hub, words, distance, (2 * Math.PI * turn) / DIRECTIONS);
      if (isWithin(scene, box) && room.isFree(widen(box))) {
        room.block(widen(box));
        return box;
      }
    }
  return null;
}

/** The name so far from its node, with its near edge turned to it. */
function boxAt({ drawn, at }: Hub, { width, height }: LabelForm, distance: number, angle: number): LabelBox {
  const x = at.x + distance * Math.cos(angle);
  const y = at.y + distance * Math.sin(angle);
  const wide = width + 2 * WORD_GAP;
  const left = Math.cos(angle) >= 0 ? x : x - wide;
  return {
    id: drawn.id,
    priority: SHAPE,
    left,
    right: left + wide,
    top: y - height / 2,
    bottom: y + height / 2,
  };
}

function isWithin({ width, height }: Scene, { left, right, top, bottom }: LabelBox): boolean {
  return left >= 0 && right <= width && top >= TOP && bottom <= height - UNDO_BAR.height;
}

function widen(box: LabelBox): LabelBox {
  return {
    ...box,
    left: box.left - CLEAR,
    right: box.right + CLEAR,
    top: box.top - CLEAR,
    bottom: box.bottom + CLEAR,
  };
}

/** From a ring around the node to the edge of its name. */
function drawLead(surface: Surface, { palette, zoom }: Scene, { drawn, at }: Hub, box: LabelBox): void {
  const reach = Math.max(4, (Math.max(drawn.width, drawn.height) / 2) * zoom + 2);
  const end = {
    x: Math.min(Math.max(at.x, box.left), box.right),
    y: Math.min(Math.max(at.y, box.top), box.bottom),
  };
  const way = Math.max(1, Math.hypot(end.x - at.x, end.y - at.y));
  const start = { x: at.x + ((end.x - at.x) * reach) / way, y: at.y + ((end.y - at.y) * reach) / way };
  surface.beginPath();
  surface.arc(at.x, at.y, reach, 0, 2 * Math.PI);
  surface.moveTo(start.x, start.y);
  surface.lineTo(end.x, end.y);
  surface.setLineDash([]);
  surface.strokeStyle = palette.ground;
  surface.lineWidth = 3;
  surface.stroke();
  surface.strokeStyle = palette.inkSoft;
  surface.lineWidth = 1;
  surface.stroke();
}
