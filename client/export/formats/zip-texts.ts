import { strToU8, zipSync } from 'fflate';

/** The texts as one archive; with the mark of UTF-8 at the beginning of tables where a program needs it. */
export function zipTexts(texts: Readonly<Record<string, string>>, hasMark: boolean): Uint8Array<ArrayBuffer> {
  const files = Object.entries(texts).map(([name, text]) => {
    const mark = hasMark && name.endsWith('.csv') ? '\uFEFF' : '';
    return [name, strToU8(mark + text)] as const;
  });
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
