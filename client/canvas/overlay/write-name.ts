import { LINE_HEIGHT } from '../drawing/describe-figure.ts';
import type { NodeLabel } from '../drawing/node-label.ts';
import type { LabelBox } from './choose-labels.ts';
import { WORD_GAP } from './choose-names.ts';
import type { LabelForm } from './measure-label.ts';
import type { Scene } from './scene.ts';

type Surface = CanvasRenderingContext2D;

/** A name in its box: beside its node from the left, else in the middle. */
export function writeName(
  surface: Surface,
  scene: Scene,
  { face }: Pick<NodeLabel, 'face'>,
  { lines, captions, place, size, captionSize, font, captionFont }: LabelForm,
  { left, right, top }: LabelBox,
): void {
  const { palette } = scene;
  const isRight = place === 'right';
  surface.textAlign = isRight ? 'left' : 'center';
  surface.textBaseline = 'middle';
  const x = isRight ? left + WORD_GAP : (left + right) / 2;
  let y = top;
  for (const line of lines) {
    write(surface, scene, line, x, y + (size * LINE_HEIGHT) / 2, font, palette.ink);
    y += size * LINE_HEIGHT;
  }
  for (const line of captions) {
    const ink = face === 'serif' ? palette.ink : palette.inkSoft;
    write(surface, scene, line, x, y + (captionSize * LINE_HEIGHT) / 2, captionFont, ink);
    y += captionSize * LINE_HEIGHT;
  }
}

/** Words with a halo, so that they can be read over lines. */
export function write(
  surface: Surface,
  { palette }: Scene,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: string,
): void {
  surface.font = font;
  surface.lineJoin = 'round';
  surface.lineWidth = 4;
  surface.strokeStyle = palette.ground;
  surface.strokeText(text, x, y);
  surface.fillStyle = ink;
  surface.fillText(text, x, y);
}
