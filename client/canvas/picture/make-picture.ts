import type { Exploration } from '../../exploration/exploration.ts';
import { tonesOf } from '../../exploration/type-looks.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { readPalette, tokenReader } from '../look/read-palette.ts';
import { describeKey } from './describe-key.ts';
import { drawPicture, type PictureCaption } from './draw-picture.ts';
import type { Picture } from './picture.ts';

export type PictureGround = 'light' | 'dark' | 'transparent';

/**
 * The picture of what can be seen of this exploration, in the colours of a theme whichever the page has. A
 * transparent one has those of the light theme. Waits for the typefaces. Null where nothing has a place.
 */
export async function makePicture(
  state: Exploration,
  caption: PictureCaption,
  ground: PictureGround,
): Promise<Picture | null> {
  const drawing = describeDrawing(state);
  if (drawing.nodes.size === 0) return null;
  const palette = readPaletteOf(ground === 'dark' ? 'dark' : 'light', state.looks);
  const faces = [`400 12px ${palette.sans}`, `600 12px ${palette.sans}`, `italic 400 12px ${palette.serif}`];
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  const key = describeKey(state, drawing);
  return drawPicture({ drawing, key, caption, palette, isTransparent: ground === 'transparent' });
}

/** Its colours are those of the theme, with the tones that the user chose for types. */
function readPaletteOf(theme: 'light' | 'dark', looks: Exploration['looks']) {
  const element = document.createElement('div');
  element.hidden = true;
  element.style.colorScheme = theme;
  for (const [token, tone] of Object.entries(tonesOf(looks))) element.style.setProperty(token, tone);
  document.body.append(element);
  const { read, done } = tokenReader(element);
  const palette = readPalette(read);
  done();
  element.remove();
  return palette;
}
