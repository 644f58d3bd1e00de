import { type Mark, type Picture, textBaseline } from './picture.ts';

/** The longest side and the largest surface, in pixels, that every browser of today draws on (Safari on phones). */
const LONGEST = 16_384;
const LARGEST = 16_777_216;

/** The scale that is asked for, or the largest below it that fits on a drawing surface. */
export function clampScale({ width, height }: Pick<Picture, 'width' | 'height'>, scale: number): number {
  return Math.min(scale, LONGEST / width, LONGEST / height, Math.sqrt(LARGEST / (width * height)));
}

/** The picture as PNG. Its typefaces must be loaded. Throws where the browser refuses to make it. */
export async function paintPicture(picture: Picture, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const clamped = clampScale(picture, scale);
  canvas.width = Math.floor(picture.width * clamped);
  canvas.height = Math.floor(picture.height * clamped);
  const surface = canvas.getContext('2d');
  if (!surface) throw new Error('this browser gives no surface to draw on');
  surface.scale(clamped, clamped);
  if (picture.ground !== null) {
    surface.fillStyle = picture.ground;
    surface.fillRect(0, 0, picture.width, picture.height);
  }
  for (const { marks, moved = { x: 0, y: 0 } } of picture.parts) {
    surface.save();
    surface.translate(moved.x, moved.y);
    for (const mark of marks) paintMark(surface, mark, picture.fonts);
    surface.restore();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))));
  });
}

function paintMark(surface: CanvasRenderingContext2D, mark: Mark, fonts: Picture['fonts']): void {
  surface.globalAlpha = 1;
  surface.lineJoin = 'round';
  if (mark.kind === 'words') {
    const { text, x, size, face, bold, anchor, ink, halo } = mark;
    const y = textBaseline(mark);
    surface.font = `${face === 'serif' ? 'italic ' : ''}${bold ? 600 : 400} ${size}px ${fonts[face]}`;
    surface.textAlign = anchor === 'middle' ? 'center' : anchor;
    if (halo !== undefined) {
      surface.setLineDash([]);
      surface.lineWidth = 4;
      surface.strokeStyle = halo;
      surface.strokeText(text, x, y);
    }
    surface.fillStyle = ink;
    surface.fillText(text, x, y);
    return;
  }
  const path = new Path2D(mark.path);
  surface.globalAlpha = mark.opacity ?? 1;
  if (mark.fill !== undefined) {
    surface.fillStyle = mark.fill;
    surface.fill(path);
  }
  if (mark.stroke !== undefined) {
    surface.strokeStyle = mark.stroke;
    surface.lineWidth = mark.width ?? 1;
    surface.setLineDash([...(mark.dash ?? [])]);
    surface.stroke(path);
  }
}
