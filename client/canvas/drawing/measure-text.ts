/*
 * Widths of text without a screen, so that labels wrap the same in the worker, in tests and in the browser. Widths
 * are those of Inter in thousandths of the size, rounded up by class; a label is never wider than this says by
 * more than a pixel or two, which the gap around labels takes up.
 */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[iljI|!.,:;'’‘·]/, 270],
  [/[frt()[\]/ “”"-]/, 360],
  [/[mMWw@%–—…]/, 880],
  [/[A-Z]/, 690],
  [/[0-9]/, 630],
];
const OTHERS = 580;
const BOLD = 1.05;

export interface TextLook {
  /** In pixels at zoom 1. */
  readonly size: number;
  readonly bold: boolean;
}

/** Width of one line of text in pixels at zoom 1. */
export function measureText(text: string, { size, bold }: TextLook): number {
  let width = 0;
  for (const character of text) width += classes.find(([pattern]) => pattern.test(character))?.[1] ?? OTHERS;
  return (width / 1000) * size * (bold ? BOLD : 1);
}
