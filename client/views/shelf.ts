/** A view that was saved under a name, in this browser. */
export interface SavedView {
  readonly name: string;
  /** ISO 8601, when it was saved last. */
  readonly savedAt: string;
  readonly nodes: number;
  /** As `encodeView` writes it. */
  readonly text: string;
}

/** The saved views, the latest first; no two have one name. */
export type Shelf = readonly SavedView[];

export interface ReadShelf {
  readonly shelf: Shelf;
  /** Whether something that was stored could not be read. */
  readonly isDamaged: boolean;
}

const LONGEST_NAME = 80;

/** The name as it is kept: without spaces around it, of at most 80 characters; empty is none. */
export function tidyName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
}

/** Puts a view on the shelf, in the place of the one that has its name. */
export function putView(shelf: Shelf, view: SavedView): Shelf {
  return [view, ...removeView(shelf, view.name)];
}

export function removeView(shelf: Shelf, name: string): Shelf {
  return shelf.filter((each) => each.name !== name);
}

/** Gives a view another name; null where another view has it, or it is none. */
export function renameView(shelf: Shelf, from: string, to: string): Shelf | null {
  const name = tidyName(to);
  if (name === '' || (name !== from && shelf.some((each) => each.name === name))) return null;
  return shelf.map((each) => (each.name === from ? { ...each, name } : each));
}

export function writeShelf(shelf: Shelf): string {
  return JSON.stringify({ version: 1, views: shelf });
}

/** Reads what was stored; null is nothing. Views that cannot be read are left out, and the others kept. */
export function readShelf(stored: string | null): ReadShelf {
  if (stored === null) return { shelf: [], isDamaged: false };
  const listed = readList(stored);
  if (!listed) return { shelf: [], isDamaged: true };
  const found = new Map(listed.filter(isSavedView).map((view) => [view.name, view]));
  return { shelf: [...found.values()], isDamaged: found.size < listed.length };
}

function readList(stored: string): readonly unknown[] | null {
  try {
    const given: unknown = JSON.parse(stored);
    const { version, views } = (given ?? {}) as Readonly<Record<string, unknown>>;
    return version === 1 && Array.isArray(views) ? views : null;
  } catch {
    return null;
  }
}

function isSavedView(given: unknown): given is SavedView {
  if (typeof given !== 'object' || given === null) return false;
  const { name, savedAt, nodes, text } = given as Partial<Record<keyof SavedView, unknown>>;
  const isNamed = typeof name === 'string' && name !== '' && tidyName(name) === name;
  const isDated = typeof savedAt === 'string' && !Number.isNaN(Date.parse(savedAt));
  return isNamed && isDated && typeof nodes === 'number' && typeof text === 'string';
}
