/** Tones that a type can be given, as tokens `--choice-…`; no red, which is for disputes, and no tone of a rank. */
export const toneChoices = [
  'violet',
  'indigo',
  'sky',
  'teal',
  'green',
  'olive',
  'amber',
  'brown',
  'magenta',
  'grey',
] as const;
type ToneChoice = (typeof toneChoices)[number];

export const typeSizes = ['small', 'normal', 'large'] as const;
type TypeSize = (typeof typeSizes)[number];

/** How a user wants the nodes of a type drawn. A tone of null is that of the table of node types. */
export interface TypeLook {
  readonly tone: ToneChoice | null;
  readonly size: TypeSize;
}

/** What every type begins with. */
export const plainLook: TypeLook = { tone: null, size: 'normal' };

export function isPlainLook({ tone, size }: TypeLook): boolean {
  return tone === plainLook.tone && size === plainLook.size;
}
