import type { Point } from '../../exploration/exploration.ts';
import { TOP, UNDO_BAR } from '../camera.ts';
import type { LabelBox } from './choose-labels.ts';
import { formOf, type LabelForm } from './measure-label.ts';
import type { PlacedNode, Scene } from './scene.ts';

type Mark = Extract<PlacedNode['drawn'], { readonly kind: 'mark' }>;

/** A node with a name of its own, in pixels of the screen. */
export interface PlacedMark {
  readonly drawn: Mark;
  readonly at: Point;
}

/** The name without what is said below it. */
export function shortestName(scene: Scene, { label }: Mark): LabelForm | null {
  for (let form = 0; ; form++) {
    const words = formOf(scene, label, form);
    if (!words || (words.lines.length > 0 && words.captions.length === 0)) return words;
  }
}

export function isOnCanvas({ width, height }: Scene, { x, y }: Point): boolean {
  return x > 0 && x < width && y > 0 && y < height;
}

/** Whether the box is seen whole, between what lies upon the upper and the lower edge of the canvas. */
export function isSeenWhole({ width, height }: Scene, { left, right, top, bottom }: LabelBox): boolean {
  return left >= 0 && right <= width && top >= TOP && bottom <= height - UNDO_BAR.height;
}
