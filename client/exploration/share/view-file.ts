import { type DecodedView, decodeView } from './decode-view.ts';

/** What the name of a view’s file ends in. */
export const VIEW_FILE = '.oversight-view.json';
/** Longer than any file that is written. */
export const LONGEST_FILE = 4_100_000;

/** The text of a file that holds a view, of which `text` is what `encodeView` wrote. */
export function writeViewFile(text: string, name: string): string {
  return `${JSON.stringify({ format: 'oversight-view', name, view: text }, null, 2)}\n`;
}

/** Reads such a file; its name is null where it has none. It takes any text and throws for none. */
export function readViewFile(file: string): DecodedView & { readonly name: string | null } {
  const { format, name, view } = file.length > LONGEST_FILE ? {} : readObject(file);
  const isOurs = format === 'oversight-view' && typeof view === 'string';
  return { ...decodeView(isOurs ? view : ''), name: typeof name === 'string' ? name.slice(0, 80) : null };
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null ? { ...given } : {};
  } catch {
    return {};
  }
}
