/**
 * The key by which text is compared and ordered, the same on every store: compatibility decomposition
 * (Unicode NFKD) and lower case. Keys compare by code point, see `compareKeys`.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').toLowerCase();
}

/** The words of a text for search: folded, without diacritics, letters and digits only. */
export function searchTokens(text: string): string[] {
  return (
    foldText(text)
      .replace(/\p{Mn}/gu, '')
      .replace(/(?<=\p{L})[’'](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Order of two keys by code point. JavaScript's own `<` goes by UTF-16 unit, which differs beyond U+FFFF. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return x.done ? (y.done ? 0 : -1) : 1;
    const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
