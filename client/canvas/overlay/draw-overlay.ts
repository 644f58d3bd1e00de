import { dashesOf } from '../drawing/drawing.ts';
import { drawChip, drawDisputes } from './draw-chip.ts';
import { BADGE_TEXT, prepareLabels, ringReach } from './draw-labels.ts';
import { BADGES_FROM, type PlacedBadge, sayMore } from './place-badges.ts';
import { fontOf, type PlacedNode, type PlacedRelationship, type Scene } from './scene.ts';

type Surface = CanvasRenderingContext2D;

/** What stands so far outside the canvas, in its pixels, is drawn all the same: its words may reach into it. */
const SURROUNDINGS = 200;

/**
 * Works out one frame of the overlay, and gives what draws it on the surface, which is as large as the canvas. What is
 * up to `SURROUNDINGS` + `beyond` pixels outside the canvas is in it, too, for when the same frame is drawn elsewhere.
 */
export function prepareOverlay(surface: Surface, scene: Scene, beyond = 0): () => void {
  const isNear = ({ x, y }: PlacedNode['at']) => isWithin(scene, { x, y }, SURROUNDINGS + beyond);
  const inView = scene.nodes.filter(({ at }) => isNear(at));
  const visible = { ...scene, nodes: inView };
  const { badges, drawWords } = prepareLabels(surface, visible);
  return () => {
    for (const line of scene.relationships) drawLit(surface, visible, line);
    for (const node of inView) drawChip(surface, visible, node);
    drawDisputes(surface, visible);
    for (const node of inView) drawRings(surface, visible, node);
    drawWords();
    if (scene.zoom < BADGES_FROM) return;
    for (const { drawn, middle } of scene.relationships)
      if (drawn.isDisputed && isNear(middle)) drawUnequal(surface, visible, middle);
    for (const badge of badges) {
      if (badge.kind === 'more') drawMore(surface, visible, badge);
      else drawUnequal(surface, visible, middleOf(badge.box));
    }
    for (const node of inView) drawPin(surface, visible, node);
  };
}

function isWithin({ width, height }: Scene, { x, y }: PlacedNode['at'], reach: number): boolean {
  return x > -reach && y > -reach && x < width + reach && y < height + reach;
}

/** A ring around what is selected, and a dashed one where the keyboard is. */
function drawRings(surface: Surface, { palette, zoom, hovered }: Scene, { drawn, at }: PlacedNode): void {
  const isHovered = drawn.id === hovered;
  if (!drawn.isSelected && !drawn.isFocused && !isHovered) return;
  surface.strokeStyle = palette.accent;
  surface.lineWidth = drawn.isSelected ? 2.5 : 1.5;
  surface.setLineDash(drawn.isFocused && !drawn.isSelected ? [3, 3] : []);
  surface.beginPath();
  if (drawn.kind === 'chip') {
    const [width, height] = [drawn.width * zoom + 8, drawn.height * zoom + 8];
    surface.roundRect(at.x - width / 2, at.y - height / 2, width, height, 6);
  } else {
    surface.arc(at.x, at.y, ringReach(drawn, zoom) - (isHovered ? 3 : 0), 0, 2 * Math.PI);
  }
  surface.stroke();
  surface.setLineDash([]);
}

/** “+19”: so many neighbours are not on the view. */
function drawMore(surface: Surface, { palette }: Scene, { drawn, box }: PlacedBadge): void {
  const isLoud = drawn.isSelected || (drawn.kind === 'mark' && drawn.label.place === 'right');
  const { x, y } = middleOf(box);
  surface.font = fontOf(palette, 'sans', BADGE_TEXT, true);
  surface.beginPath();
  surface.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 8.5);
  surface.fillStyle = isLoud ? palette.accent : palette.sheet;
  surface.fill();
  surface.lineWidth = 1;
  surface.strokeStyle = isLoud ? palette.ground : palette.rule;
  surface.stroke();
  surface.fillStyle = isLoud ? palette.onAccent : palette.inkSoft;
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText(sayMore(drawn), x, y + 0.5);
}

function middleOf({ left, right, top, bottom }: PlacedBadge['box']): PlacedNode['at'] {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Lines of a plain drawing are lit here, so that what is below need not be painted anew. */
function drawLit(surface: Surface, { palette }: Scene, { drawn, isWanted, ends }: PlacedRelationship): void {
  if (!drawn.isPlain || !isWanted) return;
  const [from, to] = ends;
  surface.strokeStyle = palette.accent;
  surface.lineWidth = drawn.isSelected ? 3 : 1.5;
  surface.setLineDash(dashesOf(drawn) ?? []);
  surface.beginPath();
  surface.moveTo(from.x, from.y);
  surface.lineTo(to.x, to.y);
  surface.stroke();
  surface.setLineDash([]);
}

/** “≠” in the colour of disputes, so that neither colour nor shape says it alone. */
function drawUnequal(surface: Surface, { palette }: Scene, { x, y }: PlacedNode['at']): void {
  surface.beginPath();
  surface.arc(x, y, 7.5, 0, 2 * Math.PI);
  surface.fillStyle = palette.disputed;
  surface.fill();
  surface.lineWidth = 1.5;
  surface.strokeStyle = palette.ground;
  surface.stroke();
  surface.font = fontOf(palette, 'sans', 11, true);
  surface.fillStyle = palette.ground;
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText('≠', x, y + 0.5);
}

/** A small dot in the middle of what is pinned. */
function drawPin(surface: Surface, { palette, zoom }: Scene, { drawn, at }: PlacedNode): void {
  if (!drawn.isPinned || drawn.kind === 'chip') return;
  surface.beginPath();
  surface.arc(at.x, at.y, 3 * Math.max(zoom, 0.8), 0, 2 * Math.PI);
  surface.fillStyle = palette.ground;
  surface.fill();
}
