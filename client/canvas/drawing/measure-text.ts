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

/** By code of the character: large views measure some hundred thousand of them before anything is drawn. */
const widths = Object.fromEntries(
  Object.entries(advances).map(([face, row]) => [face, widthsOf(row)]),
) as Record<TextFace, readonly number[]>;

function widthsOf(row: string): readonly number[] {
  const numbers = row.split(' ').map(Number);
  return Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    const index = CHARACTERS.indexOf(character);
    return index < 0 ? widthOfOther(character) : (numbers[index] ?? OTHERS);
  });
}

/** In hundredths of the size, of the character whose code stands there in the text. */
function widthAt(text: string, index: number, known: readonly number[]): number {
  const code = text.charCodeAt(index);
  // The second half of a character beyond the first 65,536.
  if (code >= 0xdc00 && code <= 0xdfff) return 0;
  return known[code] ?? widthOfOther(text.charAt(index));
}

/** Width of one line of text in pixels at zoom 1. */
export function measureText(text: string, { size, face }: TextLook): number {
  const known = widths[face];
  let width = 0;
  for (let index = 0; index < text.length; index++) width += widthAt(text, index, known);
  return (width / 100) * size;
}

/** As much of the beginning of the text as fits with the mark behind it, at least its first character. */
export function cutToFit(text: string, mark: string, width: number, { size, face }: TextLook): string {
  const known = widths[face];
  let used = 0;
  for (let index = 0; index < mark.length; index++) used += widthAt(mark, index, known);
  let end = 0;
  for (; end < text.length; end++) {
    used += widthAt(text, end, known);
    if ((used / 100) * size > width) break;
  }
  return text.slice(0, Math.max(1, end));
}

function widthOfOther(character: string): number {
  return /[|!.,:;'’‘·()[\]/-]/.test(character) ? PUNCTUATION : OTHERS;
}
