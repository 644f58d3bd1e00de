import type { LabelBox, LabelRoom } from './choose-labels.ts';
import { LIT, SHAPE, WORD_GAP } from './choose-names.ts';
import { isTangled, type Lead, leadTo, runsThrough } from './lead.ts';
import type { LabelForm } from './measure-label.ts';
import type { DrawnLabel, Scene } from './scene.ts';
import { isOnCanvas, isSeenWhole, type PlacedMark, shortestName } from './short-name.ts';
import { writeName } from './write-name.ts';

type Surface = CanvasRenderingContext2D;

/** So many of the most connected are named, whatever the view. */
const MOST = 6;
/** Places are tried around the node in so many directions, further away by so many pixels each time. */
const DIRECTIONS = 12;
const STEP = 32;
const FARTHEST = 480;
/** Around the name, so that it stands by itself. */
const CLEAR = 3;

/** Names with their lines, and these lines, beside which others can be named. */
interface CalledOut {
  readonly labels: readonly DrawnLabel[];
  readonly leads: readonly Lead[];
}

/**
 * Names the most connected nodes that are not among the `named`: in the nearest free place, with a thin line to the
 * node that runs across none of the others, and no name. What has no such place in reach stays without.
 */
export function callOutHubs(
  surface: Surface,
  scene: Scene,
  named: readonly LabelBox[],
  room: LabelRoom,
): CalledOut {
  const leads: Lead[] = [];
  // Those that come and go with the hand may lie upon a line; else it would jump below the pointer.
  const lasting = named.filter(({ priority }) => priority < LIT);
  const labels = hubsOf(scene).flatMap((hub) => {
    if (named.some(({ id }) => id === hub.drawn.id)) return [];
    const words = shortestName(scene, hub.drawn);
    const lead = words && freeLead(scene, hub, words, { named: lasting, room, leads });
    if (!lead) return [];
    leads.push(lead);
    room.block(widen(lead.box));
    const draw = () => {
      drawLead(surface, scene, hub, lead);
      writeName(surface, scene, hub.drawn.label, { ...words, place: 'right' }, lead.box);
    };
    return [{ box: lead.box, draw }];
  });
  return { labels, leads };
}

function hubsOf(scene: Scene): readonly PlacedMark[] {
  const hubs: PlacedMark[] = [];
  // Most nodes are none: to sort them all would cost more than all else here.
  for (const { drawn, at } of scene.nodes) {
    const least = hubs.length < MOST ? 0 : (hubs.at(-1)?.drawn.ties ?? 0);
    if (drawn.kind !== 'mark' || drawn.ties <= least || !isOnCanvas(scene, at)) continue;
    const before = hubs.findIndex((hub) => hub.drawn.ties < drawn.ties);
    hubs.splice(before < 0 ? hubs.length : before, 0, { drawn, at });
    hubs.splice(MOST);
  }
  return hubs;
}

interface Taken extends Pick<CalledOut, 'leads'> {
  readonly named: readonly LabelBox[];
  readonly room: LabelRoom;
}

function freeLead(scene: Scene, hub: PlacedMark, words: LabelForm, taken: Taken): Lead | null {
  const { named, room, leads } = taken;
  for (let distance = STEP; distance <= FARTHEST; distance += STEP)
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const box = boxAt(hub, words, distance, (2 * Math.PI * turn) / DIRECTIONS);
      if (!isSeenWhole(scene, box) || !room.isFree(widen(box))) continue;
      const lead = leadTo(hub.at, box);
      const isClear =
        !leads.some((other) => isTangled(lead, other)) && !named.some((name) => runsThrough(lead, name));
      if (isClear) return lead;
    }
  return null;
}

/** The name so far from its node, with its near edge turned to it. */
function boxAt(
  { drawn, at }: PlacedMark,
  { width, height }: LabelForm,
  distance: number,
  angle: number,
): LabelBox {
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
function drawLead(
  surface: Surface,
  { palette, zoom }: Scene,
  { drawn, at }: PlacedMark,
  { to: end }: Lead,
): void {
  const reach = Math.max(4, (Math.max(drawn.width, drawn.height) / 2) * zoom + 2);
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
