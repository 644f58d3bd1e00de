import type { Point } from '../../exploration/exploration.ts';
import { fitLayer, type LayerSize } from '../fit-layer.ts';
import type { Palette } from '../look/read-palette.ts';
import { type Area, makeFieldPainter, type Sight } from './paint-field.ts';
import type { PlainField } from './plain-field.ts';

export interface Ground {
  /** Brings the layer to what stands in the field; nothing is painted where it is there already. */
  readonly paint: (palette: Palette, size: LayerSize, sight: Sight) => void;
}

interface Painted {
  readonly palette: Palette;
  readonly size: LayerSize;
  readonly sight: Sight;
  readonly moves: number;
}

/** A pan that is no whole number of pixels, but for what arithmetic leaves, cannot be carried over. */
const WHOLE = 0.02;

/**
 * The layer on which a plain drawing is painted. Under a hand that pans it, what was painted is carried along and only
 * the edges that come into view are new, so that a movement costs the same however much there is.
 */
export function startGround(layer: HTMLCanvasElement, field: PlainField): Ground {
  const surface = layer.getContext('2d');
  const paintField = makeFieldPainter(field);
  let last: Painted | null = null;

  function paintArea(to: CanvasRenderingContext2D, { palette, sight }: Painted, area: Area): void {
    to.save();
    to.beginPath();
    to.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    to.clip();
    paintField(to, palette, sight, area);
    to.restore();
  }

  return {
    paint(palette, size, sight) {
      if (!surface) return;
      const next = { palette, size, sight, moves: field.moves() };
      const way = last && wayBetween(last, next);
      if (last && way) {
        if (way.x === 0 && way.y === 0) return;
        const { pan } = last.sight;
        last = { ...next, sight: { ...sight, pan: { x: pan.x + way.x, y: pan.y + way.y } } };
        carryPicture(surface, layer, { x: way.x * sight.ratio, y: way.y * sight.ratio });
        fitLayer(layer, surface, size);
        for (const area of areasBehind(way, size)) paintArea(surface, last, area);
        return;
      }
      last = next;
      fitLayer(layer, surface, size);
      surface.clearRect(0, 0, size.width, size.height);
      paintArea(surface, last, { left: 0, top: 0, right: size.width, bottom: size.height });
    },
  };
}

/** How far the picture is to be carried, in pixels of the canvas; null where it must be painted anew. */
function wayBetween(last: Painted, next: Painted): Point | null {
  const { sight, size } = next;
  const isOther =
    last.moves !== next.moves ||
    last.palette !== next.palette ||
    last.size.width !== size.width ||
    last.size.height !== size.height ||
    last.sight.ratio !== sight.ratio ||
    last.sight.zoom !== sight.zoom;
  if (isOther) return null;
  const [x, y] = [sight.pan.x - last.sight.pan.x, sight.pan.y - last.sight.pan.y].map((way) => {
    const whole = Math.round(way * sight.ratio);
    return Math.abs(way * sight.ratio - whole) < WHOLE ? whole / sight.ratio : null;
  });
  if (x === undefined || x === null || y === undefined || y === null) return null;
  return Math.abs(x) < size.width && Math.abs(y) < size.height ? { x, y } : null;
}

function carryPicture(surface: CanvasRenderingContext2D, layer: HTMLCanvasElement, by: Point): void {
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.globalCompositeOperation = 'copy';
  surface.drawImage(layer, by.x, by.y);
  surface.globalCompositeOperation = 'source-over';
}

/** What is bare after the picture was carried: a strip at its side, and one above or below. */
export function areasBehind(way: Point, { width, height }: LayerSize): readonly Area[] {
  const areas: Area[] = [];
  const [left, right] = way.x > 0 ? [0, way.x] : [width + way.x, width];
  const [top, bottom] = way.y > 0 ? [0, way.y] : [height + way.y, height];
  if (way.x !== 0) areas.push({ left, right, top: 0, bottom: height });
  if (way.y !== 0) areas.push({ left: way.x > 0 ? right : 0, right: way.x < 0 ? left : width, top, bottom });
  return areas;
}
