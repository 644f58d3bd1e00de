import { cutToFit, measureText, type TextLook } from './measure-text.ts';

/**
 * The text in at most `lines` lines of at most `width` pixels, broken between words; what does not fit is cut and
 * marked with “…”. A single word that is wider than a line is cut, too, and nothing follows it.
 */
export function wrapLabel(text: string, width: number, lines: number, look: TextLook): readonly string[] {
  const words = text.trim().split(/\s+/);
  const done: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measureText(longer, look) <= width) {
      line = longer;
      continue;
    }
    const isLast = done.length === lines - 1 || measureText(line, look) > width;
    if (isLast) return [...done, cutText(`${line} ${words.slice(index).join(' ')}`, width, look)];
    done.push(line);
    line = word;
  }
  return [...done, cutText(line, width, look)].filter((each) => each !== '');
}

/** The text, or as much of it as fits with “…” after it. */
function cutText(text: string, width: number, look: TextLook): string {
  if (measureText(text, look) <= width) return text;
  return `${cutToFit(text, '…', width, look).replace(/[\s,;:.]+$/u, '')}…`;
}
