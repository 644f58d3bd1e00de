/*
 * Widths of text without a screen, so that labels wrap the same in the worker, in tests and in the browser: the
 * advance widths of our typefaces (Inter at 400 and 600, Source Serif 4 italic) in hundredths of the size, as Chromium
 * measures them, for these characters. Others count as a wide letter.
 */
const CHARACTERS = ' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const OTHERS = 62;
const PUNCTUATION = 31;

const advances = {
  sans: '28 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 63 41 61 62 65 59 62 57 62 62',
  bold: '25 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 66 42 62 64 67 61 64 58 64 64',
  serif:
    '23 55 52 43 56 44 32 51 58 32 27 50 30 87 60 53 54 52 43 38 35 60 51 78 56 51 49 68 62 61 70 60 57 67 77 36 36 69 58 93 75 67 57 67 65 50 59 72 65 92 67 59 56 54 54 54 54 54 54 54 54 54 54',
};

export type TextFace = keyof typeof advances;

export interface TextLook {
  /** In pixels at zoom 1. */
  readonly size: number;
  readonly face: TextFace;
}

const widths = Object.fromEntries(
  Object.entries(advances).map(([face, row]) => [face, widthsOf(row)]),
) as Record<TextFace, ReadonlyMap<string, number>>;

function widthsOf(row: string): ReadonlyMap<string, number> {
  const numbers = row.split(' ').map(Number);
  return new Map([...CHARACTERS].map((character, index) => [character, numbers[index] ?? OTHERS]));
}

/** Width of one line of text in pixels at zoom 1. */
export function measureText(text: string, { size, face }: TextLook): number {
  let width = 0;
  for (const character of text) width += widths[face].get(character) ?? widthOfOther(character);
  return (width / 100) * size;
}

function widthOfOther(character: string): number {
  return /[|!.,:;'’‘·()[\]/-]/.test(character) ? PUNCTUATION : OTHERS;
}
